import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.quantities import file_size, integer, plural


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "0 документів"),
        (1, "1 документ"),
        (2, "2 документи"),
        (4, "4 документи"),
        (5, "5 документів"),
        (11, "11 документів"),
        (12, "12 документів"),
        (14, "14 документів"),
        (21, "21 документ"),
        (22, "22 документи"),
        (111, "111 документів"),
        (1001, "1 001 документ"),
        (-2, "−2 документи"),
    ],
)
def test_plural(count: int, expected: str) -> None:
    """A number governs its noun as in Ukrainian, and never parts from it at a line's end."""
    counted = plural(count, "документ", "документи", "документів")
    assert counted == expected.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("size", "ukrainian", "english"),
    [
        (0, "0 Б", "0 B"),
        (1, "1 Б", "1 B"),
        (999, "999 Б", "999 B"),
        (1_000, "1 кБ", "1 kB"),
        (1_240, "1,2 кБ", "1.2 kB"),
        (9_960, "10 кБ", "10 kB"),
        (48_500, "48 кБ", "48 kB"),
        (999_499, "999 кБ", "999 kB"),
        (999_501, "1 МБ", "1 MB"),
        (1_200_000, "1,2 МБ", "1.2 MB"),
        (25_000_000, "25 МБ", "25 MB"),
        (3_100_000_000, "3,1 ГБ", "3.1 GB"),
        (1_234_000_000_000_000, "1 234 ТБ", "1,234 TB"),
    ],
)
def test_file_size(size: int, ukrainian: str, english: str) -> None:
    """A size is short, with the comma or point of its language and a no-break space."""
    assert file_size(size) == ukrainian.replace(" ", "\u00a0")
    assert file_size(size, "en") == english.replace(" ", "\u00a0")


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_a_larger_file_never_looks_smaller(one: int, other: int) -> None:
    """Sizes as shown keep the order of sizes in bytes."""
    small, large = sorted((one, other))
    assert _bytes(file_size(small, "en")) <= _bytes(file_size(large, "en"))


def _bytes(shown: str) -> float:
    number, unit = shown.split("\u00a0")
    return float(number.replace(",", "")) * 1000.0 ** ["B", "kB", "MB", "GB", "TB"].index(unit)


def test_integer() -> None:
    """Thousands are parted by a no-break space in Ukrainian and by a comma in English."""
    assert integer(1234567) == "1\u00a0234\u00a0567"
    assert integer(999) == "999"
    assert integer(-1000) == "−1\u00a0000"
    assert integer(1234567, "en") == "1,234,567"
