"""What the pages of lists are made from: landing, years, months."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from plugins.council.addresses import ICS
from plugins.council.dates import month_title
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.quantities import integer
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.output import Collection, Site
from plugins.output.digest import digest_of
from plugins.pages.acts_table import acts_table
from plugins.pages.discussions import discussion_links
from plugins.pages.facets import Facets
from plugins.pages.page_inputs import Names, ancestors
from plugins.pages.periods import NEWEST, Period
from plugins.pages.shared import Shared
from plugins.pages.view import ActsTable, Link, LinkGroup

T = TypeVar("T")

Place = tuple[Period | None, Period, Period | None]
"""A year or month of a list between the newer and the older one."""

DISCUSSED = ("bills", "consultations")
"""Sections whose texts are open for comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInputs:
    """What one page of a list is made from: not the whole list, only what it shows.

    ``title`` is the h1, ``texts`` the cards, ``total`` how many the whole period holds
    (``None`` where that is not said);
    ``below`` leads to narrower lists, ``facets`` to those of acts, ``table``
    is the form of the whole register, ``periods`` to years or months,
    ``newer`` and ``older`` to the neighbours in time; ``newest`` is the newest text of the page's
    period, ``standings`` how those of its acts stand that are not simply in force, by path,
    ``stages`` where its bills and consultations do.
    """

    address: str
    section: str
    title: str
    name: str
    lead: str
    total: int | None
    texts: tuple[Text, ...]
    above: tuple[Link, ...]
    landing: bool = False
    past: bool = False
    below: tuple[LinkGroup, ...] = ()
    facets: tuple[LinkGroup, ...] = ()
    feeds: bool = False
    table: ActsTable | None = None
    periods: LinkGroup | None = None
    newer: Link | None = None
    older: Link | None = None
    files: Mapping[str, ContentFile]
    newest: Text | None = None
    standings: Mapping[str, Standing] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """What the page is known by: every field, put together by hand as every build asks all."""
        others = [getattr(self, name) for name in _PLAIN]
        links = (*self.above, *self.below, *self.facets, self.periods, self.newer, self.older)
        shown = (*self.texts, *links, self.newest, *self.standings.values(), *self.files.values())
        known = [one.digest if one else "" for one in shown]
        paths = (*self.standings, *self.files, *self.stages.items())
        lengths = (len(self.texts), len(self.above), len(self.below), len(self.facets), len(paths))
        return digest_of(f"{others}{lengths}{paths}", "\x1d".join(known), self.table)


_PLAIN = (
    "address", "section", "title", "name", "lead", "total", "landing", "past", "feeds",
)  # fmt: skip
"""The fields of ListInputs that are words, numbers and yes or no."""


def known_by(
    collection: Collection, facets: Facets, site: Site, shared: Shared, names: Names
) -> str:
    """Return what the pages of a list of acts are known by, none of which is made for it.

    Counts and years follow from the acts and how they stand; ways to narrower lists too.
    """
    shown, acts = site.register.shown, collection.texts
    pictures = (act.image for act in acts[:NEWEST])
    return digest_of(
        (collection.address, collection.name, collection.short),
        "\n".join([shown[act.path] for act in acts]),
        ancestors(collection.address, names),
        facets.panel(collection, 0, shared),
        tuple(site.files[picture].digest for picture in pictures if picture),
    )


def year_known_by(collection: Collection, place: Place, site: Site, names: Names) -> str:
    """Return what the pages of a year are known by, none of which is made for it.

    Counts, months and ways to narrower lists follow from the texts and how they stand.
    """
    newer, year, older = place
    shown = site.register.shown
    return digest_of(
        (collection.address, collection.section, collection.name, collection.past, year.address),
        (newer and newer.address, older and older.address),
        "\n".join([shown[text.path] for text in year.all_texts]),
        ancestors(year.address, names),
    )


def landing_inputs(
    collection: Collection, periods: tuple[Period, ...], facets: Facets,
    site: Site, shared: Shared, names: Names,
) -> ListInputs:  # fmt: skip
    """Return what the landing page of a list is made from."""
    page = replace(
        _landing(collection, periods, site, shared, names),
        facets=facets.panel(collection, 0, shared),
        table=acts_table(collection, periods, facets, shared),
    )
    return _standing(page, collection, site)


def year_inputs(
    collection: Collection, place: Place, facets: Facets, site: Site, shared: Shared, names: Names
) -> Iterator[ListInputs]:
    """Yield what the pages of a year and of its months are made from."""
    newer, year, older = place
    page = _period(collection, year, newer, older, shared, names)
    page = replace(page, facets=facets.panel(collection, year.year, shared))
    yield _standing(page, collection, site)
    for newer_month, month, older_month in with_neighbours(year.months):
        page = _period(collection, month, newer_month, older_month, shared, names)
        yield _standing(page, collection, site)


def _standing(page: ListInputs, collection: Collection, site: Site) -> ListInputs:
    """Add how the acts and bills stand that the page shows."""
    section, register = collection.section, site.register
    standing = _of_shown(page, register.standings if section in ("acts", "topic") else {})
    stage = _of_shown(page, register.stages if section in (*DISCUSSED, "topic") else {})
    return replace(page, standings=standing, stages=stage) if standing or stage else page


def _of_shown(page: ListInputs, by_path: Mapping[str, T]) -> dict[str, T]:
    """Return what is known of the texts that a page shows."""
    return {one.path: by_path[one.path] for one in page.texts if one.path in by_path}


def _landing(
    collection: Collection, periods: tuple[Period, ...], site: Site, shared: Shared, names: Names
) -> ListInputs:
    newest = collection.texts[:NEWEST]
    pictures = {text.image for text in newest if text.image}
    return ListInputs(
        address=collection.address,
        section=collection.section,
        title=collection.name,
        name=collection.name,
        lead=collection.lead,
        total=len(collection.texts),
        texts=newest,
        above=ancestors(collection.address, names),
        landing=True,
        past=collection.past,
        feeds=collection.has_feeds,
        below=_below(collection, site, shared),
        periods=_group("by_year", periods, shared),
        files={path: site.files[path] for path in pictures},
        newest=newest[0] if newest else None,
    )


def _below(collection: Collection, site: Site, shared: Shared) -> tuple[LinkGroup, ...]:
    """Return links to the narrower lists: by body, what is past. Acts have a panel for more."""
    groups: dict[str, list[Link]] = {}
    for one in site.register.collections:
        if one.parent == collection.address and (one.past or one.section != "acts"):
            word = "by_time" if one.past else "by_body"
            count = integer(len(one.texts), shared.lang)
            link = Link(title=one.short, url=one.address, count=count)
            groups.setdefault(word, []).append(link)
    yearly = collection.section == "sessions" and collection.parent and collection.lang == "uk"
    if yearly and not shared.is_preview:
        url = f"{collection.address}{ICS}"
        groups["calendar"] = [Link(title=shared.word("sessions_calendar"), url=url)]
    if collection.section in DISCUSSED and not collection.parent and collection.lang == "uk":
        groups["discussion"] = list(discussion_links(site))
    return tuple(
        LinkGroup(title=shared.word(word), links=tuple(links)) for word, links in groups.items()
    )


def _period(
    collection: Collection, period: Period, newer: Period | None, older: Period | None,
    shared: Shared, names: Names,
) -> ListInputs:  # fmt: skip
    """Return a year or a month. A long year of a narrow list leads to its months and counts
    nothing, so that a new text rewrites two pages of each list that it stands in, not three.
    """
    name, counted = collection.name, not (period.months and collection.parent)
    if period.month:
        month = month_title(period.year, period.month, shared.lang)
        title = shared.word("month_title", name=name, month=month[0].lower() + month[1:])
    else:
        title = shared.word("year_title", name=name, year=period.year)
    return ListInputs(
        address=period.address,
        section=collection.section,
        title=title,
        name=name,
        lead="",
        total=period.size if counted else None,
        texts=period.texts,
        above=ancestors(period.address, names),
        past=collection.past,
        periods=_group("by_month", period.months, shared, counted=counted),
        newer=_link(newer, shared),
        older=_link(older, shared),
        files={},
        newest=period.newest,
    )


def _group(
    word: str, periods: tuple[Period, ...], shared: Shared, *, counted: bool = True
) -> LinkGroup | None:
    if not periods:
        return None
    links = tuple(
        Link(
            title=_name(one, shared),
            url=one.address,
            count=integer(one.size, shared.lang) if counted else "",
        )
        for one in periods
    )
    return LinkGroup(title=shared.word(word), links=links)


def _link(period: Period | None, shared: Shared) -> Link | None:
    return Link(title=_name(period, shared), url=period.address) if period else None


def _name(period: Period, shared: Shared) -> str:
    if period.month:
        return month_title(period.year, period.month, shared.lang)
    return str(period.year)


def with_neighbours(periods: tuple[Period, ...]) -> Iterator[Place]:
    """Yield each year, or month, between the next and the last."""
    padded = (None, *periods, None)
    return zip(padded, periods, padded[2:], strict=False)
