"""A text of the council as a record: its card, and the details that few builds ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from plugins.council.dates import Moment
from plugins.council.discussion import Discussion
from plugins.council.header import (
    Header,
    Lang,
    State,
)
from plugins.council.markdown import Reference
from plugins.council.mentions import Mention
from plugins.council.sessions import Convening


@dataclass(frozen=True, slots=True)
class Details:
    """What only a text's own page, feeds and messages about it need.

    ``lines`` gives the line of each header key, ``fragments`` the places in the body that a link
    may name, ``excerpt`` its first sentences as plain text.
    """

    header: Header
    lines: Mapping[str, int]
    fragments: frozenset[str]
    excerpt: str


TextState = State | Literal["scheduled"]
"""As the header says; in a preview a text whose hour has not come is scheduled."""


class Text(NamedTuple):
    """A text as lists, links, rules and data see it: what is asked of every text in every build.

    A named tuple, which is made in a tenth of the time of a frozen dataclass: 0.1 s for 20,000.
    The rest is ``read`` when somebody asks for ``header``, ``lines``, ``fragments`` or
    ``excerpt``: among 50,000 texts a build looks closer at a few.

    ``path`` is relative to the content folder and names the text inside it. ``body``,
    ``act_kind`` and ``number`` are those of acts, bills, minutes and sessions; ``effective`` is
    the day from which an act counts, known from its header (``effective_from``) or taken for it
    (status.py);
    ``convocation`` that of the council which adopted an act, ``None`` where it says none;
    ``published`` the day in Kyiv on which an act or a bill was published. Bills and consultations
    have a ``discussion``, sessions their ``convening``.
    ``mentions`` is what the header points to, ``references`` what the body does. ``digest`` covers
    all that a card can show, ``body_digest`` the body.

    ``moment`` is the date by which lists order it (adoption of an act, publication of a bill),
    ``day`` that in Kyiv; ``updated`` when a change was last noted (the newest major one, else the
    newest of all); ``order`` sorts texts newest first, those of one moment by path, so that
    the order never wavers.
    """

    path: str
    kind: str
    lang: Lang
    title: str
    identity: str
    address: str
    moment: Moment | None
    day: date | None
    order: tuple[float, str]
    state: TextState
    publish_at: Moment | None
    expires_at: Moment | None
    topics: tuple[str, ...]
    aliases: tuple[str, ...]
    body: str
    act_kind: str
    number: str
    withdrawn: bool
    effective: date | None
    effective_from: date | None
    published: date | None
    normative: bool
    convocation: int | None
    discussion: Discussion | None
    convening: Convening | None
    updated: Moment | None
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    digest: str
    body_digest: str
    read: Callable[[], Details]

    @property
    def header(self) -> Header:
        """All that the header says."""
        return self.read().header

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each key of the header."""
        return self.read().lines

    @property
    def fragments(self) -> frozenset[str]:
        """The places in the body that a link may name."""
        return self.read().fragments

    @property
    def excerpt(self) -> str:
        """The first sentences of the body as plain text."""
        return self.read().excerpt

    @property
    def month(self) -> int:
        """The month of its day, from 1; 0 when it has none."""
        return self.day.month if self.day is not None else 0

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of pictures and files that the header names."""
        return tuple(one.target for one in self.mentions if one.sort in ("picture", "file"))

    @property
    def image(self) -> str:
        """The path of the picture that the header names, empty when it names none."""
        return next((one.target for one in self.mentions if one.field == "image"), "")

    @property
    def changed(self) -> Moment | None:
        """When the text last said something new: its update, else its own date."""
        return self.updated or self.moment
