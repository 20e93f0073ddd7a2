"""Hours of work as a record, for people, browsers and search engines (schema.org)."""

from dataclasses import dataclass
from datetime import time
from itertools import groupby

from plugins.council.hours_grammar import DAYS, read_week

_LABELS = {"uk": DAYS, "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open without a break on a weekday (0 is Monday) from ``opens`` till ``closes``, Kyiv time."""

    day: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A week of work: spans in order, breaks already cut out; a day without spans is closed."""

    spans: tuple[Span, ...]


def parse_opening_hours(text: str) -> OpeningHours:
    """Read «Пн–Чт 08:00–17:00, Пт 08:00–15:45, перерва 12:00–12:45» and its like.

    Raises ValueError in Ukrainian, with an example, when anything is unclear.
    """
    return OpeningHours(tuple(Span(*span) for span in read_week(text)))


def weekly(hours: OpeningHours, lang: str = "uk") -> list[tuple[str, str]]:
    """Return rows for a reader: («Пн–Чт», «08:00–12:00, 12:45–17:00»); closed days have none."""
    labels = _LABELS[lang]
    rows = []
    for shown, group in groupby(range(7), lambda day: _shown(hours, day)):
        days = list(group)
        if shown:
            joint = "–" if len(days) > 2 else ", "
            rows.append((joint.join(dict.fromkeys((labels[days[0]], labels[days[-1]]))), shown))
    return rows


def schema_org(hours: OpeningHours) -> list[dict[str, object]]:
    """Return OpeningHoursSpecification objects, days of equal hours together."""
    days: dict[tuple[time, time], list[str]] = {}
    for span in hours.spans:
        days.setdefault((span.opens, span.closes), []).append(_SCHEMA_DAYS[span.day])
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": names,
            "opens": opens.isoformat("minutes"),
            "closes": closes.isoformat("minutes"),
        }
        for (opens, closes), names in days.items()
    ]


def minutes(hours: OpeningHours) -> list[list[list[int]]]:
    """Return for each weekday from Monday its [start, end] pairs in minutes of Kyiv's day."""
    week: list[list[list[int]]] = [[] for _ in range(7)]
    for span in hours.spans:
        week[span.day].append([_minute(span.opens), _minute(span.closes)])
    return week


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _shown(hours: OpeningHours, day: int) -> str:
    return ", ".join(
        f"{span.opens.isoformat('minutes')}–{span.closes.isoformat('minutes')}"
        for span in hours.spans
        if span.day == day
    )
