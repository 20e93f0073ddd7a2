"""What all objects of OParl 1.1 have: an address, a type, dates with a zone, a page for people.

https://oparl.org: JSON for council information systems. A site of files differs from a server in
a few ways; docs/oparl.md lists them.
"""

from dataclasses import dataclass
from typing import Any

from plugins.council.addresses import OPARL
from plugins.council.data_sets import FOLDER as OPEN_DATA
from plugins.council.dates import Moment, instant
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary

SCHEMA = "https://schema.oparl.org/1.1/"
VENDOR = "rada:"
"""The prefix of what OParl has no word for: votes by name."""

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shared:
    """What all objects share: names, the site's address, who publishes and how to write there."""

    words: Vocabulary
    url: str
    publisher: str
    contact: str
    digest: str

    def file(self, name: str) -> str:
        """Return the address of a file of this interface."""
        return f"{self.url}/{OPARL}/{name}.json"

    def page(self, text: Text) -> str:
        """Return the address of a text's page."""
        return self.url + text.address

    @property
    def body(self) -> str:
        """The address of the one Body."""
        return self.file("body")

    @property
    def license(self) -> str:
        """Where the terms of reuse are told."""
        return f"{self.url}/{OPEN_DATA}/#terms"


def typed(kind: str, address: str, **fields: Any) -> Object:
    """Return an object of a kind; what is not known is left out, as OParl wants it."""
    known = {name: value for name, value in fields.items() if value not in (None, "", [], ())}
    return {"id": address, "type": SCHEMA + kind, **known}


def stamp(moment: Moment | None) -> str | None:
    """Return a moment as RFC 3339 writes it, with Kyiv's zone."""
    return instant(moment).isoformat(timespec="seconds") if moment is not None else None


def of_text(text: Text, shared: Shared) -> Object:
    """Return when a text came and last changed, by its own dates, and where people read it."""
    return {
        "license": shared.license,
        "created": stamp(text.moment),
        "modified": stamp(text.changed),
        "web": shared.page(text),
    }


def in_list(name: str, fragment: str, shared: Shared) -> str:
    """Return the address of an object that stands in a list: the list's, and its place there."""
    return f"{shared.file(name)}#{fragment}"


def paper_id(text: Text, shared: Shared) -> str:
    """Return the address of an act or a bill."""
    return in_list(_of_year("papers", text), text.identity, shared)


def meeting_id(session: Text, shared: Shared) -> str:
    """Return the address of a session."""
    return in_list(_of_year("meetings", session), session.identity, shared)


def person_id(person: Text, shared: Shared) -> str:
    """Return the address of a person."""
    return in_list("people", person.identity, shared)


def organization_id(slug: str, shared: Shared) -> str:
    """Return the address of a body, a unit, a faction or a commission."""
    return in_list("organizations", slug, shared)


def consultation_id(paper: Text, session: Text, place: str, shared: Shared) -> str:
    """Return the address of a paper's way through a session; ``place`` is «pytannia-1»."""
    return f"{paper_id(paper, shared)}/{session.identity}/{place}"


def _of_year(name: str, text: Text) -> str:
    assert text.day is not None  # acts, bills and sessions have their dates
    return f"{name}-{text.day.year}"
