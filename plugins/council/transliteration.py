"""Ukrainian in Latin letters: resolution 55 of the Cabinet of Ministers of 27.01.2010."""

import re
import unicodedata

from translitua import UkrainianKMU, translit

_STRESS = "\u0301"
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])[`´‘’‛′ʹʼ＇](?=[^\W\d_])")

# The resolution knows Ukrainian letters only: in an address a Russian one becomes the nearest
# of them, and № is no word.
_NEAREST = str.maketrans("ыЫэЭёЁъЪ№", "иИеЕеЕьЬ ")
_IN_LATIN = re.compile(r"[A-Za-z0-9 /._-]*")  # names of files, numbers: nothing to transliterate
_LEADING_DATE = re.compile(r"\A\d{4}-\d{2}-\d{2}[-_](?=.)", re.DOTALL)


def transliterate(text: str) -> str:
    """Write Ukrainian words as resolution 55 does: «Згурський» is Zghurskyi.

    Apostrophes, soft signs and stress marks are dropped; all that is not Ukrainian stays.
    """
    composed = unicodedata.normalize("NFC", text).replace(_STRESS, "")
    return translit(_APOSTROPHES.sub("'", composed), UkrainianKMU)


def slug(text: str) -> str:
    """Make a part of an address: «Громадські слухання 2026» is hromadski-slukhannia-2026.

    Only a–z, 0–9 and single hyphens inside. Raises ValueError when nothing of the text is left.
    """
    letters = text if _IN_LATIN.fullmatch(text) else _in_latin(text)
    made = "-".join(re.findall(r"[a-z0-9]+", letters.casefold()))
    if not made:
        raise ValueError(f"з «{text}» не виходить адреса. Потрібна хоча б одна літера або цифра.")
    return made


def _in_latin(text: str) -> str:
    latin = transliterate(text.translate(_NEAREST))
    parts = latin if latin.isascii() else unicodedata.normalize("NFKD", latin)
    return "".join(part for part in parts if not unicodedata.combining(part))


def strip_date(stem: str) -> str:
    """Drop the date that a file name begins with; a stem that is only a date stays as it is."""
    return _LEADING_DATE.sub("", stem)
