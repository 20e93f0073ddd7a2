"""Entries as a file of iCalendar (RFC 5545), in the time of Kyiv and with its rules."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from plugins.calendars.entries import Entry
from plugins.council.dates import KYIV, as_date

_SUMMER, _WINTER = timedelta(hours=3), timedelta(hours=2)


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """Return a calendar, its entries in order of their beginnings and identifiers."""
    made = Calendar()
    made.add("prodid", "-//council//kalendar//UK")
    made.add("version", "2.0")
    made.add("name", name)  # RFC 7986
    made.add("x-wr-calname", name)  # … and what calendars knew before it
    made.add_component(_kyiv())
    for entry in sorted(entries, key=lambda one: (as_date(one.starts), one.uid)):
        made.add_component(_event(entry))
    return bytes(made.to_ical())


def _event(entry: Entry) -> Event:
    made = Event()
    made.add("uid", entry.uid)
    made.add("dtstamp", entry.stamped)
    made.add("summary", entry.title)
    made.add("dtstart", entry.starts)
    if (end := _end(entry)) is not None:
        made.add("dtend", end)
    if entry.place:
        made.add("location", entry.place)
    made.add("description", "\n\n".join(filter(None, (entry.words, entry.url))))
    made.add("url", entry.url)
    if not entry.takes_time:
        made.add("transp", "TRANSPARENT")
    return made


def _end(entry: Entry) -> date | datetime | None:
    """Return an end of the same sort as the beginning; that of whole days is the day after."""
    starts, ends = entry.starts, entry.ends
    if not isinstance(starts, datetime):
        return as_date(ends if ends is not None else starts) + timedelta(days=1)
    return ends if isinstance(ends, datetime) else None


def _kyiv() -> Timezone:
    """Return the zone with its rules since 1996, so that no calendar need know its name.

    Written by hand: made from a database of zones it would change with the machine.
    """
    zone = Timezone()
    zone.add("tzid", KYIV.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    turns = (
        (summer, "EEST", datetime(1996, 3, 31, 3), 3, _WINTER, _SUMMER),  # noqa: DTZ001  # local time
        (winter, "EET", datetime(1996, 10, 27, 4), 10, _SUMMER, _WINTER),  # noqa: DTZ001
    )
    for part, name, since, month, before, after in turns:
        part.add("dtstart", since)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
