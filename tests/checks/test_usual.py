"""What a text of usual signs is spared, it could not have."""

import sys
import unicodedata

import pytest

from plugins.checks.characters import _HEAPED, _UNSEEN
from plugins.checks.personal_view import _ODD_DIGITS
from plugins.council.control import first_control, holds_invisible, is_usual


def test_no_usual_sign_is_one_that_rules_look_for() -> None:
    """The searches that are spared would have found nothing, whatever the sign."""
    usual = [chr(code) for code in range(sys.maxunicode + 1) if is_usual(chr(code))]
    assert len(usual) > 500
    for sign in usual:
        assert not _UNSEEN.search(f"а{sign}а"), f"U+{ord(sign):04X}"
        assert not _HEAPED.search(sign * 4), f"U+{ord(sign):04X}"
        assert not _ODD_DIGITS.search(sign), f"U+{ord(sign):04X}"
        assert not holds_invisible(sign)
        assert first_control(sign) is None
        assert unicodedata.is_normalized("NFC", sign)
        assert not unicodedata.combining(sign)  # so two of them are in NFC as well


@pytest.mark.parametrize("text", ["Рішення № 5 – «Про воду», 12 м², з’їзд…\n", "R\t~ 5 ₴ −3 °C"])
def test_what_a_council_writes_is_usual(text: str) -> None:
    """Words, figures, quotation marks, dashes, signs of money and measure."""
    assert is_usual(text)


@pytest.mark.parametrize("sign", ["\u200b", "\xad", "\u0301", "\u2028", "٣", "\ue000", "🙂", "\0"])
def test_others_are_looked_at(sign: str) -> None:
    """One odd sign, and all rules look at the text."""
    assert not is_usual(f"Міська {sign} рада")
