"""Working days of Ukraine: weekends are off, holidays in peace only.

One convention for all counting: the day from which one counts is not counted, the day to which
one counts is. From Monday to the next Monday there are five working days, whether the holder of a
text has them to publish it or a reader has them before a sitting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pydantic import ConfigDict

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A public holiday: ``month`` and ``day``, or ``easter`` days after Easter.

    It is one from the year ``since`` to the year ``until``, both included.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    month: int = 0
    day: int = 0
    easter: int | None = None
    since: int | None = None
    until: int | None = None

    def on(self, year: int) -> date | None:
        """Return the day of the holiday in a year, ``None`` when it is none then."""
        if (self.since or year) > year or (self.until or year) < year:
            return None
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        return date(year, self.month, self.day)


Span = tuple[date, date | None]
"""The first and the last day of something, or no end."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The holidays of peace, and the spans in which they are ordinary working days."""

    holidays: tuple[Holiday, ...] = ()
    worked: tuple[Span, ...] = ()

    def works(self, day: date) -> bool:
        """Whether a day is a working one."""
        return day.weekday() < _SATURDAY and not self._is_off(day)

    def between(self, start: date, end: date) -> int:
        """Return the working days after ``start`` up to and including ``end``.

        It is 0 for one and the same day and negative when the end comes first.
        """
        if end < start:
            return -self.between(end, start)
        years = range(start.year, end.year + 1)
        off = sum(
            start < day <= end and self._is_off(day)
            for year in years
            for day in _days_off(self.holidays, year)
        )
        return _weekdays(end) - _weekdays(start) - off

    def after(self, start: date, count: int) -> date:
        """Return the earliest day with ``count`` working days between ``start`` and it.

        What is due within five working days of a day is due by ``after(day, 5)``.
        """
        return self._step(start, count, _DAY)

    def before(self, end: date, count: int) -> date:
        """Return the latest day with ``count`` working days between it and ``end``.

        What is due ten working days before a day is due by ``before(day, 10)``.
        """
        # Going back, a working day is behind one only when one stands on the day before it.
        return self._step(end + _DAY, count, -_DAY) - _DAY if count else end

    def _step(self, day: date, count: int, step: timedelta) -> date:
        while count > 0:
            day += step
            count -= self.works(day)
        return day

    def _is_off(self, day: date) -> bool:
        return day in _days_off(self.holidays, day.year) and not any(
            first <= day and (last is None or day <= last) for first, last in self.worked
        )


def easter(year: int) -> date:
    """Return Easter by the Julian calendar as a day of ours (Meeus; the years 1900–2099)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


@lru_cache(maxsize=512)
def _days_off(holidays: tuple[Holiday, ...], year: int) -> frozenset[date]:
    """Return the weekdays of a year that are off in peace.

    A holiday on a weekend makes the next working day free (labour code art. 67(3)).
    """
    days = sorted(day for one in holidays if (day := one.on(year)) is not None)
    off = {day for day in days if day.weekday() < _SATURDAY}
    for day in days:
        if day.weekday() >= _SATURDAY:
            off.add(next(one for one in _following(day) if one not in off))
    return frozenset(off)


def _following(day: date) -> Iterator[date]:
    """Yield the weekdays after a day."""
    while True:
        day += _DAY
        if day.weekday() < _SATURDAY:
            yield day


def _weekdays(day: date) -> int:
    """Return how many weekdays there were from the Monday 1 January of the year 1."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, _SATURDAY)
