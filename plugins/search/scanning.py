"""From a text to its words, the numbers put together from parts, and the dates it names."""

import re
from typing import NamedTuple

from plugins.search.folding import LETTERS, TABLE, latin, plain, settled

_GROUP = re.compile(f"[{LETTERS}0-9]+(?:['/.-]+[{LETTERS}0-9]+)*")
_WORD = re.compile(f"[{LETTERS}]+(?:'+[{LETTERS}]+)*")
_PART = re.compile(f"[{LETTERS}]+|[0-9]+")
_DIGIT = re.compile("[0-9]")
_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-3][0-9])\.([01][0-9])\.([0-9]{2})")
_MONTHS = TABLE["months"]

INDEX_OF_NUMBER = 4  # letters: «12-р», «280/97-вр», «5/VIII-194»; longer ones are words


class Scanned(NamedTuple):
    """``words`` in their order, apostrophes kept; ``joined``: ``5-viii-194``, ``2021-02-24``."""

    words: list[str]
    joined: list[str]


def scan(text: str) -> Scanned:
    """Return what a text or a query consists of. Parts of a number are words too."""
    words: list[str] = []
    joined: list[str] = []
    for group in _GROUP.findall(plain(text)):
        if group.isalpha():  # nearly all are words by themselves
            words.append(settled(group))
        elif _DIGIT.search(group):
            parts = [_part(part) for part in _PART.findall(group)]
            words += parts
            if len(parts) > 1:
                joined.append(_joined(group, parts))
        else:
            words += map(settled, _WORD.findall(group))
    joined += _dates(words)
    return Scanned(words, joined)


def _part(part: str) -> str:
    return latin(part) if len(part) <= INDEX_OF_NUMBER else settled(part)


def _joined(group: str, parts: list[str]) -> str:
    if date := _DATE.fullmatch(group):
        day, month, year = filter(None, date.groups())
        century = "" if len(year) == 4 else "20" if year < "70" else "19"
        return f"{century}{year}-{month:0>2}-{day:0>2}"
    return "-".join(parts)


def _dates(words: list[str]) -> list[str]:
    """Return the dates written with the name of a month: «24 лютого 2021»."""
    return [
        f"{words[at + 1]}-{_MONTHS[word]}-{words[at - 1]:0>2}"
        for at, word in enumerate(words)
        if word in _MONTHS and 0 < at < len(words) - 1 and _day_and_year(words, at)
    ]


def _day_and_year(words: list[str], at: int) -> bool:
    day, year = words[at - 1], words[at + 1]
    return day.isdecimal() and len(day) < 3 and year.isdecimal() and len(year) == 4
