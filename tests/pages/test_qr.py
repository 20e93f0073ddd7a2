"""The code on paper: what its drawing says is the address."""

import re
from bisect import bisect_left

import segno
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.qr import LONGEST, QUIET, _modules, _sum, qr_code

URL = "https://rada.example/a/mr/r/2021/5-viii-194/"


def drawn(path: str, size: int) -> list[list[int]]:
    """Return the modules that a path makes dark."""
    modules = [[0] * size for _ in range(size)]
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)", path):
        for dark in range(int(x), int(x) + int(run)):
            modules[int(y)][dark] = 1
    return modules


def test_drawing_is_the_code_of_the_address() -> None:
    """Module by module as the library makes it, with four modules of white around."""
    code = qr_code(URL)
    assert code
    expected = segno.make(URL, error="m", boost_error=False, micro=False, mask=4)
    assert expected.error == "M"
    rows = [list(row) for row in expected.matrix_iter(border=QUIET)]
    assert drawn(code.path, code.size) == rows
    assert code.size == len(rows)


@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x7E), min_size=1, max_size=213))
def test_sum_of_what_bits_draw_is_what_the_library_draws(words: str) -> None:
    """Of any bytes, in every size of code up to the largest."""
    data = words.encode()
    version = bisect_left(LONGEST, len(data)) + 1
    assert _sum(data, version) == _modules(data, version)
    code = qr_code(words)
    assert code
    whole = segno.make(
        words.encode(), error="m", mode="byte", boost_error=False, micro=False, mask=4
    )
    assert drawn(code.path, code.size) == [list(row) for row in whole.matrix_iter(border=QUIET)]


def test_address_that_no_paper_holds_has_no_code() -> None:
    """The largest code that is drawn has 57 modules a side."""
    assert qr_code("x" * 214) is None


def test_drawing_is_small_and_of_nothing_else() -> None:
    """It stands on every page of an act."""
    code = qr_code(URL)
    assert code and len(code.path) < 4_000
    assert code != qr_code(URL.replace("194", "195"))
