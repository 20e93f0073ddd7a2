import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.numbers import normalise_number, number_slug


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5/VIII-194", "5/VIII-194"),
        ("5/VІІІ-194", "5/VIII-194"),
        ("№ 5 / VIII – 194", "5/VIII-194"),
        ("№5/VIII‑194", "5/VIII-194"),
        ("5/Ⅷ-194", "5/VIII-194"),
        ("\u200b5/VIII-\u00ad194 ", "5/VIII-194"),
        ("62/ХХІІ-1", "62/XXII-1"),
        ("1/МСХІ-1", "1/MCXI-1"),
        ("2259-ІХ", "2259-IX"),
        ("№№ 1359", "1359"),
        ("12-р", "12-р"),
        ("45 -\u00a0рс", "45-рс"),
        ("280/97-ВР", "280/97-ВР"),
        ("3-С", "3-С"),
        ("7-М", "7-М"),
        ("4-ІІІІІ", "4-ІІІІІ"),
        ("p-2026-014", "p-2026-014"),
        ("1359   дод.", "1359 дод."),
        ("", ""),
    ],
)
def test_normalise_number(typed: str, number: str) -> None:
    """A number has one spelling; only a Roman numeral loses its Cyrillic letters."""
    assert normalise_number(typed) == number


@given(st.text() | st.text(alphabet="№ 5/-–ІХСМVIXр\u00a0\u00ad¨½Ⅷ"))
def test_normalising_twice_changes_nothing(text: str) -> None:
    """A normalised number is normal."""
    once = normalise_number(text)
    assert normalise_number(once) == once


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("5/VIII-194", "5-viii-194"),
        ("№ 5/VІІІ–194", "5-viii-194"),
        ("12-р", "12-r"),
        ("45-рс", "45-rs"),
        ("280/97-ВР", "280-97-vr"),
        ("p-2026-014", "p-2026-014"),
        ("1359", "1359"),
    ],
)
def test_number_slug(number: str, expected: str) -> None:
    """A number in an address is Latin, lower-case and parted by hyphens."""
    assert number_slug(number) == expected


def test_number_slug_refuses_an_empty_number() -> None:
    """A number of signs alone makes no address."""
    with pytest.raises(ValueError, match="не виходить адреса"):
        number_slug("№ -")
