"""The code on paper: what its drawing says is the address."""

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.qr import QUIET, qr_code

URL = "https://rada.example/a/mr/r/2021/5-viii-194/"
ADDRESSES = st.text(st.characters(min_codepoint=1, max_codepoint=0x7E), min_size=1, max_size=213)


def drawn(path: str, size: int) -> list[list[int]]:
    """Return the modules that a path makes dark."""
    modules = [[0] * size for _ in range(size)]
    x = y = 0
    for step, over, down in re.findall(r"([Mmh])(-?\d+)(?: (\d+))?", path):
        if step == "M":
            x, y = int(over), int(down)
            continue
        if step == "h":
            modules[y][x : x + int(over)] = [1] * int(over)
        x, y = x + int(over), y + int(down or 0)
    return modules


def expected(words: str) -> list[list[int]]:
    """Return the code as the library makes it, with four modules of white around."""
    made = segno.make(
        words.encode(), error="m", mode="byte", boost_error=False, micro=False, mask=4
    )
    assert made.error == "M"
    return [list(row) for row in made.matrix_iter(border=QUIET)]


def test_drawing_is_the_code_of_the_address() -> None:
    """Module by module."""
    code = qr_code(URL)
    assert code
    assert drawn(code.path, code.size) == expected(URL)
    assert code.size == len(expected(URL))


@given(ADDRESSES)
def test_code_made_of_another_is_what_the_library_draws(words: str) -> None:
    """Whatever came before, in every size of code up to the largest."""
    for address in (words, words[::-1], words.swapcase()):
        code = qr_code(address)
        assert code
        assert drawn(code.path, code.size) == expected(address)


def test_address_that_no_paper_holds_has_no_code() -> None:
    """The largest code that is drawn has 57 modules a side."""
    assert qr_code("x" * 214) is None


def test_drawing_is_small_and_of_nothing_else() -> None:
    """It stands on every page of an act."""
    code = qr_code(URL)
    assert code and len(code.path) < 4_000
    assert code != qr_code(URL.replace("194", "195"))
