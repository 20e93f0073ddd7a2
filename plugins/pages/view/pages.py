"""The views of pages, one for each kind of template."""

from dataclasses import dataclass

from markupsafe import Markup

from plugins.council.header import Lang
from plugins.pages.view.frame import Meta
from plugins.pages.view.parts import (
    ActsTable,
    Attachment,
    Card,
    DiscussionView,
    EditionView,
    Fact,
    Feed,
    Hours,
    Link,
    LinkGroup,
    Notice,
    Picture,
    QrCode,
    Select,
    Shelf,
    When,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What all pages share. ``report`` is the ready mailto: address of «Повідомити про помилку»;
    ``section`` the address of the menu entry under which the page stands.
    """

    meta: Meta
    title: str
    breadcrumbs: tuple[Link, ...]
    section: str = ""
    translations: tuple[Link, ...] = ()
    report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView(PageView):
    """A page of one text: templates news, announcement, report, act, bill, consultation, minutes,
    page, service.

    ``facts`` is the summary list of the kind (number, dates, body, place …); ``banner`` is a
    plain sentence that must be seen first (withdrawn, expired, issued by another authority);
    ``newer``/``older`` are neighbours inside the section; ``outline`` the headings of a long text;
    ``editions`` leads to the history of the text, ``history_gap`` says that there is none to show;
    ``qr`` an act's short address, for paper.
    """

    kind: str
    summary: str
    when: When | None
    updated: When | None
    facts: tuple[Fact, ...]
    body: Markup
    banner: str = ""
    discussion: DiscussionView | None = None
    requisites: str = ""
    picture: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    topics: tuple[Link, ...] = ()
    related: tuple[LinkGroup, ...] = ()
    history: tuple[Fact, ...] = ()
    editions: Link | None = None
    history_gap: str = ""
    outline: tuple[Link, ...] = ()
    qr: QrCode | None = None
    newer: Link | None = None
    older: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView(PageView):
    """The editions of a text, the newest first: template history. ``text`` leads back to it."""

    lead: str
    text: Link
    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView(TextView):
    """A unit or a person: templates unit, person. ``phones`` and ``emails`` are links."""

    role: str = ""
    phones: tuple[Link, ...] = ()
    emails: tuple[Link, ...] = ()
    address: str = ""
    hours: Hours | None = None
    reception: str = ""
    head: Link | None = None
    people: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(PageView):
    """A list: template list. A landing page shows the newest 20 with summaries, a year or month
    page shows all of it without; ``periods`` lead landing ↔ year ↔ month, there is no page 2;
    ``facets`` are the ways to choose among acts, ``table`` the form of their table. ``empty`` is
    said instead of cards where «nothing yet» would be wrong.
    """

    lead: str
    cards: tuple[Card, ...]
    facets: tuple[LinkGroup, ...] = ()
    table: ActsTable | None = None
    groups: tuple[LinkGroup, ...] = ()
    periods: tuple[LinkGroup, ...] = ()
    total: str = ""
    empty: str = ""
    feeds: tuple[Feed, ...] = ()
    newer: Link | None = None
    older: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView(PageView):
    """Departments, officials, services, topics: template directory. Groups of cards, no dates."""

    lead: str
    groups: tuple[tuple[str, tuple[Card, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page: template home. ``shelves`` are announcements, acts and bills; ``main`` is
    the unit whose hours and contacts are shown."""

    notices: tuple[Notice, ...]
    tasks: tuple[Link, ...]
    news: Shelf | None
    shelves: tuple[Shelf, ...]
    topics: tuple[Link, ...]
    main: ContactView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSetView:
    """One data set: ``tables`` are its files (of years where it is ``yearly``), ``columns`` say
    what each column means; ``empty`` says why a table has no rows.
    """

    id: str
    title: str
    description: str
    yearly: bool
    tables: tuple[Link, ...]
    empty: str
    columns: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDataView(PageView):
    """The page of data sets: template open_data. ``catalogue`` is the address for portals,
    ``lists`` are those of JSON, ``schema`` describes an act's record, ``oparl`` is where a program
    that knows OParl begins.
    """

    lead: str
    sets: tuple[DataSetView, ...]
    catalogue: str
    lists: tuple[Link, ...]
    schema: str
    oparl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(PageView):
    """The search page: template search. ``sections`` are the lists to browse instead.

    ``index`` is the folder of the index, which the script reads.
    """

    sections: tuple[Link, ...]
    choices: tuple[Select, ...]
    index: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(PageView):
    """The 404 page: template not_found. ``sections`` are the lists to go to."""

    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """A page at an old address that leads to the new one: template redirect."""

    lang: Lang
    title: str
    url: str
    canonical: str
