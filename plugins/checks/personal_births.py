"""Finding dates of birth of people who may be alive."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found
from plugins.checks.personal_numbers import is_day_of_life, masked

_MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
_SAID = pattern(
    r"(?:дат\w+|р(?:оку|\.)) ?(?:н(?:ародження|\.)|уродж\w+)"
    r"|\bнар\.(?= ?[0-9])|народи(?:вся|всь|лася|лась|лись)|\bр\. ?н\.|\bд\. ?н\.",
    re.I,
)
_FULL_DATE = pattern(
    rf"\b([0-9]{{1,2}})(?:[./-]([0-9]{{1,2}})[./-]|\s+({_MONTHS})\s+)([0-9]{{4}})", re.I
)
_ISO_DATE = pattern(r"\b((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})\b")

_KEY = pattern(r"""\b[a-z_]+:[ "']*\Z""")

_YEAR_OF = pattern(
    r"([А-ЯІЇЄҐ][а-яіїєґ’'-]+ +"
    r"(?:[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]\.|[А-ЯІЇЄҐ]\w+ [А-ЯІЇЄҐ]\w+(?:ич|вн)\w*)),? +"
    r"([0-9]{4}) ?(?:року народження|р\. ?н\.)"
)


def births(text: str) -> Iterator[Found]:
    """Yield full dates of birth of people who may be alive."""
    typed, text = text, _ISO_DATE.sub(r"\3.\2.\1", text)  # as long as it was
    for said in _SAID.finditer(text):
        start = max(0, said.start() - 20)
        for day in _FULL_DATE.finditer(text, start, said.end() + 60):
            if typed[day.start() + 4] == "-" and (
                day.start() < said.start() or _KEY.search(typed, start, day.start())
            ):
                continue  # «date: 2026-11-20» of the header, before a title or after it
            between = text[min(day.end(), said.end()) : max(day.start(), said.start())]
            if len(between) <= 40 and "." not in between.strip(" .:") and _is_birthday(day):
                yield Found(day.start(), "дата народження", masked(day[0]))
                break


def birthday(text: str) -> Iterator[Found]:
    """Yield the dates in a text that is said to hold a birthday, as a cell of a table is."""
    for day in _FULL_DATE.finditer(_ISO_DATE.sub(r"\3.\2.\1", text)):
        if _is_birthday(day):
            yield Found(day.start(), "дата народження", masked(day[0]))


def years(text: str) -> Iterator[Found]:
    """Yield years of birth beside a person's name: «Зразок З. З., 1987 р. н.»."""
    for found in _YEAR_OF.finditer(text):
        if is_day_of_life(date(int(found[2]), 1, 1)):
            yield Found(found.start(1), "рік народження людини", f"{found[1]} ••••", sure=False)


def _is_birthday(found: re.Match[str]) -> bool:
    month = int(found[2]) if found[2] else _MONTHS.split("|").index(found[3].lower()) + 1
    try:
        return is_day_of_life(date(int(found[4]), month, int(found[1])))
    except ValueError:
        return False
