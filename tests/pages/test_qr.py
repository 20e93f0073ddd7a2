"""The code on paper: what its drawing says is the address."""

import re

import segno

from plugins.pages.qr import QUIET, qr_code

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
    expected = segno.make(URL, error="m", boost_error=False, micro=False, mask=4)
    assert expected.error == "M"
    rows = [list(row) for row in expected.matrix_iter(border=QUIET)]
    assert drawn(code.path, code.size) == rows
    assert code.size == len(rows)


def test_drawing_is_small_and_of_nothing_else() -> None:
    """It stands on every page of an act."""
    assert len(qr_code(URL).path) < 4_000
    assert qr_code(URL) != qr_code(URL.replace("194", "195"))
