"""How the parts of an act are numbered: розділ, пункт, підпункт, read exactly as typed.

One grammar for every form of an act. It only reads: a number is never corrected, a jump from
1 to 3 stays, and a missing space (``1.Відділ``) stays missing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plugins.council.transliteration import slug

Kind = Literal["chapter", "point", "subpoint", "letter", "bullet"]


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with.

    ``typed`` is the beginning as it stands («ІІ.», «2-1)», «Розділ 2»); ``number`` is its value
    in one spelling («2», «2-1», «1.1», «а»), empty for a bullet.
    """

    kind: Kind
    number: str
    typed: str

    @property
    def depth(self) -> int:
        """Return how deep the part stands: 1 a point, 2 a subpoint, 3 a letter or a bullet."""
        if self.kind == "point":
            return min(self.number.count(".") + 1, 3)
        return {"chapter": 1, "subpoint": 2, "letter": 3, "bullet": 3}[self.kind]


# «2-1» and «2¹» both name the point put between 2 and 3 by a later decision.
_ONE = r"[1-9]\d{0,2}(?:-\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹])?"
_NUMBER = rf"{_ONE}(?:\.{_ONE}){{0,3}}"
_CAPITAL = r"[«\"“„(]?[А-ЯІЇЄҐA-Z]"
# Without a closing dot «1.1 Текст» is a point, but «2.5 млн» is a decimal.
_POINT = re.compile(rf"{_NUMBER}\.(?!\d)|{_ONE}(?:\.{_ONE}){{1,3}}(?=\s*{_CAPITAL})")
_SUBPOINT = re.compile(rf"(?P<number>{_NUMBER})\)")
_LETTER = re.compile(r"(?P<number>[а-яіїєґa-z])\)", re.IGNORECASE)
_BULLET = re.compile(r"[•▪·–—](?=\s)|•")
_DATE = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?:\d{4}|\d{2})(?!\d)")
_SUPERSCRIPTS = {ord(sign): f"-{digit}" for digit, sign in enumerate("¹²³⁴⁵⁶⁷⁸⁹", 1)}

# Typists take Latin and Cyrillic letters for Roman numerals alike.
_ROMAN = r"(?=[IVXLІХ])(?:[XХ][LL]|L?[XХ]{0,3})(?:[IІ][XХ]|[IІ]V|V?[IІ]{0,3})"
_LATIN = str.maketrans("ІХ", "IX")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_CHAPTER = re.compile(
    rf"(?:(?i:розділ)\s+(?P<named>{_ROMAN}|{_ONE})(?:[.:]|(?=\s*$)|(?=\s*[—–])|(?=\s+{_CAPITAL}))"
    rf"|(?P<roman>{_ROMAN})\.(?=\s*$|\s*{_CAPITAL})(?!\s*[А-ЯІЇЄҐA-Z]\.))"
)
# What a marker may begin with. Most lines are ordinary, and seven patterns need not say so.
_BEGINNING = re.compile(r"[1-9•▪·–—IVXLІХРр]|.\)")
_SIGNATURE = re.compile(r"[ІХ]\.\s*[А-ЯІЇЄҐ][а-яіїєґʼ'’]+(?:-[А-ЯІЇЄҐ][а-яіїєґʼ'’]+)?\s*\Z")


@lru_cache(1024)  # a line is asked about again when its point gets an address
def read_marker(line: str) -> Marker | None:
    """Return what numbers this line, ``None`` for ordinary text, dates, times and decimals."""
    line = line.strip()
    if not _BEGINNING.match(line) or _DATE.match(line):
        return None
    if found := _POINT.match(line):
        return Marker("point", _canonical(found[0].rstrip(".")), found[0])
    if found := _SUBPOINT.match(line):
        return Marker("subpoint", _canonical(found["number"]), found[0])
    if found := _LETTER.match(line):
        return Marker("letter", found["number"].lower(), found[0])
    if found := _BULLET.match(line):
        return Marker("bullet", "", found[0])
    return None if _SIGNATURE.match(line) else read_chapter(line)


def read_chapter(line: str) -> Marker | None:
    """Return the marker of «II. …» or «Розділ II», ``None`` for other headings."""
    found = _CHAPTER.match(line.strip())
    if not found:
        return None
    number = found["named"] or found["roman"]
    value = _canonical(number) if number[0].isdigit() else str(_arabic(number))
    return Marker("chapter", value, found[0])


def _canonical(number: str) -> str:
    return number.translate(_SUPERSCRIPTS)


def _arabic(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman.translate(_LATIN)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


class Numbering:
    """Where one stands in an act: names each part by the chapter and the points around it."""

    def __init__(self) -> None:
        self._chapter = self._point = self._subpoint = ""

    def enter(self, marker: Marker) -> str:
        """Return the fragment of the part that begins here: ``rozdil-2-punkt-1-pidpunkt-a``.

        Not unique if the act itself counts a number twice. Empty for a bullet, which has none.
        """
        if marker.kind == "bullet":
            return ""
        if marker.kind == "chapter":
            self._chapter, self._point, self._subpoint = f"rozdil-{marker.number}", "", ""
            return self._chapter
        if marker.kind == "point":
            self._point, self._subpoint = self._inside(self._chapter, marker), ""
            return self._point
        if marker.kind == "subpoint":
            self._subpoint = self._inside(self._point or self._chapter, marker)
            return self._subpoint
        return self._inside(self._subpoint or self._point or self._chapter, marker)

    def _inside(self, around: str, marker: Marker) -> str:
        top = marker.kind != "letter" and around == self._chapter
        part = "punkt" if top else "pidpunkt"
        return "-".join(filter(None, (around, part, latin_number(marker.number))))


def latin_number(number: str) -> str:
    """Return a part's number in Latin letters, for an address: ``2-1``, ``a`` of «а»."""
    if number[0].isdigit():
        return number
    try:
        return slug(number)
    except ValueError:  # «ь» alone has no Latin letter
        return "znak"
