"""What an editor surely meant by a date that is not written as the header asks."""

import re
from datetime import date

_MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
_CLOCK = r"(?:(?:,? (?:о )?|t)(?P<hour>\d{1,2})[:.](?P<minute>\d\d))?"
_SHAPES = [
    re.compile(shape + r"(?: ?р\.| року)?" + _CLOCK, re.ASCII)
    for shape in (
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d|19\d\d|[0-4]\d)",
        r"(?P<day>1[3-9]|2\d|3[01])(?P<sep>[/-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTHS}) (?P<year>\d{{4}})",
    )
]


def meant_by(text: str) -> tuple[date, str] | None:
    """Return the date and its time (`` 14:30`` or nothing), or None where one could err.

    With dots the day comes first, as everyone writes in Ukraine; with slashes or hyphens only
    when it is too large for a month: nobody can say what ``11/05/2026`` means.
    """
    for shape in _SHAPES:
        if found := shape.fullmatch(text.lower()):
            return _date_and_clock(found)
    return None


def _date_and_clock(found: re.Match[str]) -> tuple[date, str] | None:
    year, month = int(found["year"]), found["month"]
    number = int(month) if month.isdigit() else _MONTHS.split("|").index(month) + 1
    try:
        day = date(year if year > 99 else 2000 + year, number, int(found["day"]))
    except ValueError:
        return None
    if found["hour"] is None:
        return day, ""
    if int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    return day, f" {int(found['hour']):02}:{found['minute']}"
