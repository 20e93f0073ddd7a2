"""How to reach a unit or a person: phones, mail, hours, who leads and who works there."""

import json
from functools import cache
from typing import Any

from plugins.council.header import Contact, Person, Unit
from plugins.council.opening_hours import OpeningHours, minutes, parse_opening_hours, weekly
from plugins.council.text import Text
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared, phone_href
from plugins.pages.view import Fact, Hours, Link


def contact_fields(inputs: PageInputs, shared: Shared) -> dict[str, Any]:
    """Return the fields that a ContactView has beyond a TextView."""
    header = inputs.text.header
    assert isinstance(header, Contact)
    return {
        "role": header.position if isinstance(header, Person) else "",
        "phones": tuple(Link(title=phone, url=phone_href(phone)) for phone in header.phones),
        "emails": tuple(Link(title=mail, url=f"mailto:{mail}") for mail in header.email),
        "address": header.address,
        "hours": hours(header.hours, shared.lang),
        "reception": "; ".join(header.reception),
        "head": _head(header, inputs.head),
        "people": _people(inputs),
    }


def hours(lines: tuple[str, ...], lang: str) -> Hours | None:
    """Return opening hours; lines that are no timetable are shown as they stand."""
    if not lines:
        return None
    text = "; ".join(lines)
    timetable = read_hours(text)
    if timetable is None:
        return Hours(rows=(), minutes="", note=text)
    rows = tuple(Fact(label=days, values=(times,)) for days, times in weekly(timetable, lang))
    return Hours(rows=rows, minutes=json.dumps(minutes(timetable), separators=(",", ":")))


@cache
def read_hours(text: str) -> OpeningHours | None:
    """Return the timetable, ``None`` when the words are not one."""
    try:
        return parse_opening_hours(text)
    except ValueError:
        return None


def _head(header: Contact, head: Text | None) -> Link | None:
    if head is not None:
        return Link(title=head.title, url=head.address)
    if isinstance(header, Unit) and header.head and not header.head.endswith(".md"):
        return Link(title=header.head, url="")
    return None


def _people(inputs: PageInputs) -> tuple[Link, ...]:
    return tuple(
        Link(title=tie.text.title, url=tie.text.address)
        for tie in inputs.ties
        if tie.name == "people" and tie.text
    )
