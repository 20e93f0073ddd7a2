"""What a template sees: finished objects, nothing to compute, nothing to look up.

A template receives exactly three names: ``frame`` (what every page shows), ``page`` (one of the
page views below) and ``words`` (interface strings of the page's language, theme/strings.yaml). All
text is plain text (Jinja2 escapes it) unless its type is ``Markup``. Every address is ready to
print; dates, plurals and sizes are already words of the page's language; an absent thing is
``None`` or an empty tuple.
"""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

Lang = Literal["uk", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A named address; ``current`` marks the page one is on, ``count`` what waits behind."""

    title: str
    url: str
    current: bool = False
    count: str = ""
    lang: Lang | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """A titled list of links: a column of the footer, months of a year."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment for people (``text``) and for machines (``iso``, for ``<time datetime>``)."""

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
class Feed:
    """A feed that belongs to the page: MIME type, title, address."""

    type: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the page says of itself to search engines and social networks.

    ``title`` is the whole ``<title>``; ``canonical`` and ``image`` addresses are absolute;
    ``json_ld`` is ready JSON, safe inside ``<script type="application/ld+json">``.
    """

    title: str
    description: str
    canonical: str
    json_ld: Markup
    og_type: Literal["website", "article"] = "website"
    image: str = ""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    published: str = ""
    modified: str = ""
    indexed: bool = True
    alternates: tuple[Link, ...] = ()
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of one language shows: header, menu, footer, assets, words.

    ``emblem`` is the slot for the official symbol, empty until the council gives its file.
    """

    lang: Lang
    site_name: str
    site_motto: str
    home: str
    search: str
    emblem: Picture | None
    menu: tuple[Link, ...]
    footer: tuple[LinkGroup, ...]
    address: str
    phone: str
    phone_href: str
    email: str
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    fonts: tuple[str, ...]
    icon: str
    fragments: "Fragments | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragments:
    """Parts of the frame that are the same on every page, rendered once a build."""

    assets: Markup
    alerts: Markup
    footer: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours: rows for people; ``minutes`` is JSON for the open/closed script.

    ``minutes`` holds seven lists (Monday first) of [opens, closes] in minutes of the Kyiv day.
    """

    rows: tuple[Fact, ...]
    minutes: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A text as a list shows it; ``line`` is an act's «Рішення № 5/VIII-194 від …»."""

    title: str
    url: str
    kind: str
    when: When | None
    summary: str = ""
    line: str = ""
    mark: str = ""
    lang: Lang | None = None
    picture: Picture | None = None


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
    """An alert of a city authority; ``level`` is info, warning, danger or emergency."""

    level: str
    title: str
    text: str
    link: Link | None
    starts: str
    ends: str


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
    """A page of one text: templates news, announcement, report, act, bill, minutes, page, service.

    ``facts`` is the summary list of the kind (number, dates, body, place …); ``banner`` is a
    plain sentence that must be seen first (withdrawn, expired, issued by another authority);
    ``newer``/``older`` are neighbours inside the section; ``outline`` the headings of a long text.
    """

    kind: str
    summary: str
    when: When | None
    updated: When | None
    facts: tuple[Fact, ...]
    body: Markup
    banner: str = ""
    requisites: str = ""
    picture: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    topics: tuple[Link, ...] = ()
    related: tuple[LinkGroup, ...] = ()
    history: tuple[Fact, ...] = ()
    outline: tuple[Link, ...] = ()
    newer: Link | None = None
    older: Link | None = None


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
    page shows all of it without; ``periods`` lead landing ↔ year ↔ month, there is no page 2.
    """

    lead: str
    cards: tuple[Card, ...]
    groups: tuple[LinkGroup, ...] = ()
    periods: tuple[LinkGroup, ...] = ()
    total: str = ""
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
    sections: tuple[Link, ...]
    main: ContactView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(PageView):
    """The search page: template search. ``sections`` are the lists to browse instead."""

    sections: tuple[Link, ...]


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
