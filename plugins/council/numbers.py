"""Numbers of acts: the same number written by two hands is one number."""

import re
import unicodedata
from functools import lru_cache

from plugins.council.transliteration import slug

_DASHES = "‐‑‒–—―−﹣－"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_PLAIN = str.maketrans(_DASHES, "-" * len(_DASHES), _INVISIBLE)
_LOOKALIKES = str.maketrans("ІХСМ", "IXCM")
_ROMAN = re.compile(r"(?=.*[IVX])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def normalise_number(text: str) -> str:
    """Return an act's number in its one spelling: «№ 5 / VІІІ–194» is ``5/VIII-194``.

    The sign №, needless spaces and invisible marks go, every dash is a hyphen, and Cyrillic
    letters inside a Roman numeral become Latin. A Cyrillic index stays: ``12-р``, ``280/97-ВР``.
    """
    bare = unicodedata.normalize("NFKC", re.sub(r"^[\s№]+", "", text))
    plain = bare.translate(_PLAIN)
    tight = re.sub(r"\s*([/-])\s*", r"\1", " ".join(plain.split()))
    return re.sub(r"[^\W\d_]+", _latin_numeral, tight)


@lru_cache(64)  # the schema, the identity and the address of an act ask one after another
def number_slug(number: str) -> str:
    """Return the part of an address that a number makes: ``5-viii-194``, ``12-r``.

    Two numbers may share a slug (``1/2`` and ``1-2``). Raises ValueError for an empty number.
    """
    return slug(normalise_number(number))


def _latin_numeral(word: re.Match[str]) -> str:
    """A word is a numeral only with I, V or X in it: «С» and «М» alone are an index."""
    latin = word[0].translate(_LOOKALIKES)
    return latin if _ROMAN.fullmatch(latin) else word[0]
