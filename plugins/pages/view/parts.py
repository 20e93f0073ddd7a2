"""The parts of a page: links, dates, pictures, files, facts, cards, notices."""

from dataclasses import dataclass
from typing import ClassVar

from plugins.council.header import Lang
from plugins.council.paragraphs import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A named address; ``current`` marks the page one is on, ``count`` what waits behind."""

    is_moment: ClassVar = False
    title: str
    url: str
    current: bool = False
    count: str = ""
    lang: Lang | None = None

    @property
    def digest(self) -> str:
        """What a link is known by, put together by hand: every build asks 20,000 of them."""
        return "\x1f".join((self.title, self.url, str(self.current), self.count, self.lang or ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """A titled list of links: a column of the footer, months of a year."""

    title: str
    links: tuple[Link, ...]

    @property
    def digest(self) -> str:
        """What the list is known by."""
        return "\x1e".join((self.title, *[link.digest for link in self.links]))


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment for people (``text``) and for machines (``iso``, for ``<time datetime>``)."""

    is_moment: ClassVar = True
    text: str
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One ``<source>`` of a picture: a MIME type and its srcset."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A responsive picture; ``alt`` is never empty where the picture carries meaning."""

    src: str
    width: int
    height: int
    alt: str
    sources: tuple[Source, ...] = ()
    sizes: str = "100vw"
    caption: str = ""
    credit: str = ""
    lazy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file beside a text: «Кошторис (PDF, 1,2 МБ, 3 сторінки)» and its SHA-256."""

    title: str
    url: str
    format: str
    size: str
    pages: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of a summary list; ``values`` are links or plain words, at least one."""

    label: str
    values: tuple[Link | When | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph of two editions, or ``skipped``, how many stayed as they were."""

    paragraph: Paragraph | None = None
    skipped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """An edition and how it differs from the one before; ``first`` says so of the oldest shown."""

    id: str
    title: str
    notes: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that belongs to the page: MIME type, title, address."""

    type: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours: rows for people; ``minutes`` is JSON for the open/closed script.

    ``minutes`` holds seven lists (Monday first) of [opens, closes] in minutes of the Kyiv day.
    Both are empty where a ``note`` says in words what is no timetable: «цілодобово».
    """

    rows: tuple[Fact, ...]
    minutes: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """Where a discussion stands: ``words`` until the moment ``until`` (ISO), after it ``then``.

    Both are empty when nothing changes by itself.
    """

    words: str
    until: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionView:
    """A public discussion. While it is open it has a ``calendar`` and a ``comment`` by mail.

    Where no mail address is known ``otherwise`` says so, beside ``phone`` and ``address``.
    """

    stage: StageView
    comment: Link | None = None
    otherwise: str = ""
    phone: Link | None = None
    address: str = ""
    calendar: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A text as a list shows it; ``line`` is an act's «Рішення № 5/VIII-194 від …».

    ``issuer`` is the body that issued it, ``former`` says that this body acts no longer.
    """

    title: str
    url: str
    kind: str
    when: When | None
    summary: str = ""
    line: str = ""
    issuer: str = ""
    former: str = ""
    mark: str = ""
    stage: StageView | None = None
    lang: Lang | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """An address as a code: a drawing of ``size`` by ``size``, its dark modules as one path."""

    size: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a form; ``of`` are the numbers of the statuses it stands for, ``one`` what
    a single thing of many is called («Наказ», where ``title`` is «Накази»).
    """

    value: str
    title: str
    of: str = ""
    one: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """A question of a form with its choices, the first of which is made; a script may give more."""

    name: str
    label: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActsTable:
    """The table of the register: acts_table.js fills it from the files of ``index`` («{year}»).

    ``statuses`` are words by the numbers of the index, «|» between them.
    """

    action: str
    index: str
    statuses: str
    selects: tuple[Select, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The newest of a section on the home page; ``more`` leads to all of it."""

    id: str
    title: str
    hint: str
    cards: tuple[Card, ...]
    more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An alert of a city authority; ``level`` is info, warning, danger or emergency.

    ``when`` says its time in words, ``starts`` and ``ends`` say it to the script of the page.
    """

    level: str
    title: str
    text: str
    when: str
    link: Link | None
    starts: str
    ends: str
