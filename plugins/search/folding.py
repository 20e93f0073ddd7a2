"""One spelling for what people spell in many ways: the table by which Python and JavaScript fold.

The browser gets ``TABLE`` with the index (manifest.py) and does with a query what is done here
with a text; theme/static/js/search/folding.js is the same code in the other language.
"""

import re
from functools import lru_cache
from unicodedata import normalize

TABLE: dict[str, dict[str, str]] = {
    "signs": {
        **dict.fromkeys("\u00ad\u0300\u0301\u200b\u200c\u200d\u2060\ufeff", ""),
        **dict.fromkeys("’ʼ‘`´′ʹ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    },
    "fold": {"'": "", "ґ": "г", "й": "и", "ї": "і", "ё": "е"},
    "latin": dict(zip("авеікмнорстухјѕ", "abeikmhopctyxjs", strict=True)),
    "months": {
        "січня": "01", "лютого": "02", "березня": "03", "квітня": "04", "травня": "05",
        "червня": "06", "липня": "07", "серпня": "08", "вересня": "09", "жовтня": "10",
        "листопада": "11", "грудня": "12",
    },
    "stop": dict.fromkeys((
        "а", "але", "без", "би", "в", "від", "до", "для", "з", "за", "зі", "із", "і", "и", "на",
        "над", "не", "між", "о", "об", "по", "при", "про", "під", "та", "у", "через", "чи", "що",
        "щодо", "як",
    ), ""),
}  # fmt: skip
"""``signs``: invisible marks (a stress among them), apostrophes and dashes; ``fold``: letters that
people leave out or mistake; ``latin``: Cyrillic letters that look like Latin ones; ``stop``: folded
words without which a text that has the others is found too."""

LETTERS = "a-zß-öø-ɏЀ-ԯ"
_SIGN = re.compile(f"[{''.join(TABLE['signs'])}]")
_FOLD = str.maketrans(TABLE["fold"])
_LATIN = str.maketrans(TABLE["latin"])
_CYRILLIC = str.maketrans({latin: own for own, latin in TABLE["latin"].items()})
_IS_CYRILLIC = re.compile("[Ѐ-ԯ]")
_IS_LATIN = re.compile("[a-zß-öø-ɏ]")
_ROMAN = re.compile("(?=..)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def plain(text: str) -> str:
    """Return a text in small letters with one kind of apostrophe and dash, no invisible marks."""
    # A table would be asked for every letter of the text.
    return _SIGN.sub(_sign, normalize("NFC", text).lower())


def _sign(found: re.Match[str]) -> str:
    return TABLE["signs"][found[0]]


def fold(word: str) -> str:
    """Return a plain word as the index knows it: «об'єкт» is ``обєкт``, «ґанок» ``ганок``."""
    return word.translate(_FOLD)


def latin(word: str) -> str:
    """Return a part of a number with Latin letters for Cyrillic ones that look the same."""
    return word.translate(_LATIN)


@lru_cache(1 << 16)
def settled(word: str) -> str:
    """Return a plain word in one script: «VІІІ» has Cyrillic «І», «вoда» a Latin «o»."""
    if _ROMAN.fullmatch(roman := latin(word)):
        return roman
    if _IS_LATIN.search(word) and _IS_CYRILLIC.search(word):
        if not _IS_LATIN.search(own := word.translate(_CYRILLIC)):
            return own
        return word if _IS_CYRILLIC.search(roman) else roman
    return word
