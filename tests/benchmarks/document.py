"""One synthetic text, as all the generators of the benchmark are given it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["acts", "news", "announcements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text before it is written in the manner of one generator.

    ``path`` (from the content folder) and ``address`` are the same for all of them; links in
    ``text`` are paths from the content folder. ``relations`` are triples (header key, identity
    of an earlier act, its path). What a kind lacks is empty.
    """

    kind: Kind
    path: str
    address: str
    title: str
    summary: str
    moment: date
    topics: tuple[str, ...]
    text: str
    body: str = ""
    act_kind: str = ""
    number: str = ""
    relations: tuple[tuple[str, str, str], ...] = ()
    about: tuple[str, ...] = ()
    starts: datetime | None = None
    place: str = ""
    image: str = ""

    @property
    def identity(self) -> str:
        """What other acts call this one: ``vykonkom/rishennia/2021/17``."""
        return self.address.removeprefix("/dokumenty/").strip("/")

    @property
    def lists(self) -> tuple[str, ...]:
        """Addresses of the lists in which the text stands, the section's first, topics last."""
        section = "/" + self.address.split("/")[1] + "/"
        narrower = (f"{section}{self.body}/", f"{section}{self.body}/{self.act_kind}/")
        topics = tuple(f"/temy/{topic}/" for topic in self.topics)
        return (section, *(narrower if self.kind == "acts" else ()), *topics)
