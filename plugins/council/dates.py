"""Dates and times as editors write them, as people read them, and as machines do: all in Kyiv.

A *moment* is a date, or a date with a time. Dates are read and written without the system's
locale or time zone: a server in another country builds the same page.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.council.misspelt_dates import meant_by

KYIV = ZoneInfo("Europe/Kyiv")

Moment = date | datetime

_YEARS = range(1900, 2201)
_WRITTEN = re.compile(
    r"(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<D>\d\d)\.(?P<M>\d\d)\.(?P<Y>\d{4}))"
    r"(?:[ T](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?"
    r"(?P<zone> ?(?:[Zz]|(?P<sign>[+-])(?P<ahead>\d\d):?(?P<past>\d\d)?))?)?",
    re.ASCII,
)


def parse_moment(value: object) -> Moment:
    """Read ``2026-11-23`` or ``23.11.2026``, either with a time: ``14:30``, ``T14:30:00Z``.

    A date or datetime that YAML has already made is taken too. A time without a zone is Kyiv's,
    of an hour that comes twice in autumn the first is meant; one with a zone (``Z``, ``+02:00``,
    as programs write) is turned into Kyiv's. Raises ValueError in Ukrainian.
    """
    match value:
        case datetime():
            return _in_kyiv(value)
        case date():
            return _day(value.year, value.month, value.day)
        case str():
            return _parse(" ".join(value.split()))
    raise ValueError(_not_a_date("" if value is None else str(value)))


def as_date(moment: Moment) -> date:
    """Return the day in Kyiv."""
    return instant(moment).date() if isinstance(moment, datetime) else moment


def instant(moment: Moment) -> datetime:
    """Return the moment with its time in Kyiv; a bare date means its midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), KYIV)
    # Read from a text it is Kyiv's already; every sort of 50,000 texts asks.
    return moment if moment.tzinfo is KYIV and not moment.microsecond else _in_kyiv(moment)


def over(moment: Moment) -> datetime:
    """Return when something that lasts until ``moment`` is over: a day without a time counts whole.

    «До 2 грудня» is over at the midnight that begins the third.
    """
    return instant(moment if isinstance(moment, datetime) else moment + timedelta(days=1))


def iso(moment: Moment) -> str:
    """Return ``2026-11-23`` or ``2026-11-23T14:30+02:00``, for <time> and data (ISO 8601)."""
    if isinstance(moment, datetime):
        local = instant(moment)
        return local.isoformat(timespec="seconds" if local.second else "minutes")
    return moment.isoformat()


def long_date(moment: Moment, lang: str = "uk") -> str:
    """Return the day in words: «23 листопада 2026», "23 November 2026"."""
    day = as_date(moment)
    return f"{day.day} {_months(lang, 'format')[day.month]} {day.year}"


def long_moment(moment: Moment, lang: str = "uk") -> str:
    """Return the day in words and the time if there is one: «23 листопада 2026, 14:30»."""
    if isinstance(moment, datetime):
        return f"{long_date(moment, lang)}, {_clock(moment)}"
    return long_date(moment, lang)


def numeric_date(moment: Moment) -> str:
    """Return ``23.11.2026``."""
    day = as_date(moment)
    return f"{day.day:02}.{day.month:02}.{day.year}"


def month_title(year: int, month: int, lang: str = "uk") -> str:
    """Return a heading for a month of a list: «Листопад 2026», "November 2026"."""
    name = _months(lang, "stand-alone")[month]
    return f"{name[0].upper()}{name[1:]} {year}"


def period(starts: Moment, ends: Moment | None, lang: str = "uk") -> str:
    """Return from when till when: «1 грудня 2026, 10:00–12:00», «1–3 грудня 2026».

    An end on the same day shows only when both moments have a time.
    """
    if ends is None:
        return long_moment(starts, lang)
    timed = isinstance(starts, datetime) and isinstance(ends, datetime)
    first, last = as_date(starts), as_date(ends)
    if first == last:
        until = f"–{_clock(ends)}" if timed and instant(starts) != instant(ends) else ""
        return long_moment(starts, lang) + until
    if type(starts) is type(ends) is date and first.replace(day=1) == last.replace(day=1):
        return f"{first.day}–{long_date(last, lang)}"
    return f"{long_moment(starts, lang)} – {long_moment(ends, lang)}"


def _clock(moment: Moment) -> str:
    return instant(moment).time().isoformat("minutes")


@cache
def _months(lang: str, context: Literal["format", "stand-alone"]) -> Mapping[int, str]:
    """Return the names of months, as they stand in a date or alone («листопада», «листопад»)."""
    from babel.dates import get_month_names  # 75 ms, and many a command formats no date

    return dict(get_month_names("wide", context, lang))


@lru_cache(1024)  # texts of one day, and of one header
def _parse(text: str) -> Moment:
    written = _WRITTEN.fullmatch(text)
    if not written:
        raise ValueError(_not_a_date(text))
    found = written.groupdict(default="").items()
    part = {name: int(digits) for name, digits in found if digits.isdigit()}
    if "y" in part:
        day = _day(part["y"], part["m"], part["d"])
    else:
        day = _day(part["Y"], part["M"], part["D"])
    if "hour" not in part:
        return day
    try:
        clock = time(part["hour"], part["minute"], part.get("second", 0))
        zone = _zone(written["sign"], part) if written["zone"] else None
    except ValueError:
        raise ValueError(f"«{text}»: такого часу немає. Час пишуть від 00:00 до 23:59.") from None
    return _in_kyiv(datetime.combine(day, clock, zone))


def _zone(sign: str | None, part: Mapping[str, int]) -> timezone:
    """Return the zone of an offset (ISO 8601), UTC where there is none: «Z». Raises ValueError."""
    offset = timedelta(hours=part.get("ahead", 0), minutes=part.get("past", 0))
    return timezone(-offset if sign == "-" else offset)


def _day(year: int, month: int, day: int) -> date:
    """Return the date, or say in words of a calendar why there is none."""
    if year not in _YEARS:
        raise ValueError(f"рік {year} поза межами {_YEARS[0]}–{_YEARS[-1]}. Перевірте рік.")
    if not 1 <= month <= 12:
        raise ValueError(f"місяця {month} не існує. Місяці мають номери від 1 до 12.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = _months("uk", "format")[month]
        raise ValueError(f"дня {day} {name} не існує. У цьому місяці {year} року днів: {last}.")
    return date(year, month, day)


def _in_kyiv(moment: datetime) -> datetime:
    _day(moment.year, moment.month, moment.day)
    moment = moment.replace(microsecond=0)
    if moment.tzinfo:
        return moment.astimezone(KYIV)
    local = moment.replace(tzinfo=KYIV, fold=0)
    if local.astimezone(UTC).astimezone(KYIV) != local:  # an hour skipped does not come back
        raise ValueError(
            f"{moment.day:02}.{moment.month:02}.{moment.year} часу {moment.hour:02}:"
            f"{moment.minute:02} немає: годинники переводять вперед. Напишіть на годину пізніше."
        )
    return local


def _not_a_date(text: str) -> str:
    meant = meant_by(text)
    if meant is None:
        return f"«{text}» не є датою. Напишіть дату так: 2026-11-23 або 23.11.2026."
    day, clock = meant
    return f"«{text}» не є датою. Напишіть {day.isoformat()}{clock} або {numeric_date(day)}{clock}."
