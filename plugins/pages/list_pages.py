"""The pages of lists: landing, years, months."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from plugins.council.quantities import plural
from plugins.council.status import IN_FORCE
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.pages.cards import card
from plugins.pages.facets import Facets
from plugins.pages.json_ld import collection as collection_node
from plugins.pages.list_inputs import (
    ListInputs,
    Place,
    known_by,
    landing_inputs,
    with_neighbours,
    year_inputs,
    year_known_by,
)
from plugins.pages.meta import feeds_of, full_title, page_meta, report_href, way
from plugins.pages.page_inputs import Names
from plugins.pages.periods import Period, Periods
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import list_entry
from plugins.pages.view import Card, ListView

OfYear = Callable[[Place], Iterable[ListInputs]]

PART = "lists"  # of the sitemap


def list_outputs(
    site: Site, all_shared: AllShared, names: Names, periods: Periods
) -> Iterator[Output | OutputGroup]:
    """Yield every page of every list, as groups: a choice among acts whole, else by years.

    Choices are many, and most acts stand in few of them.
    """
    facets = Facets(site.register.collections, periods)
    for collection in site.register.collections:
        template = site.theme.template("list.html", collection.lang)
        shared = all_shared[collection.lang]
        years = periods[collection.address]
        landing = partial(landing_inputs, collection, years, facets, site, shared, names)
        of_year = partial(
            year_inputs, collection, facets=facets, site=site, shared=shared, names=names
        )
        if collection.is_choice:
            part = _group_name(collection.address)
            known = known_by(collection, facets, site, shared, names)
            gathered = Gathered(known, partial(_whole, landing, of_year, years))
            inputs = (template, shared, part, gathered)
            yield OutputGroup(name=part, inputs=inputs, expand=expand_list)
            continue
        yield _output(template, shared, PART, landing())
        for place in with_neighbours(years):
            gathered = Gathered(
                year_known_by(collection, place, site, names), partial(_year, of_year, place)
            )
            inputs = (template, shared, PART, gathered)
            name = _group_name(place[1].address)
            yield OutputGroup(name=name, inputs=inputs, expand=expand_list, part=PART)


def _group_name(address: str) -> str:
    return f"lists-{address.strip('/').replace('/', '-')}"


def _whole(
    landing: Callable[[], ListInputs], of_year: OfYear, years: tuple[Period, ...]
) -> tuple[ListInputs, ...]:
    places = with_neighbours(years)
    return (landing(), *(page for place in places for page in of_year(place)))


def _year(of_year: OfYear, place: Place) -> tuple[ListInputs, ...]:
    return tuple(of_year(place))


def expand_list(
    template: Template, shared: Shared, part: str, pages: Gathered[ListInputs]
) -> Iterator[Output]:
    """Yield the pages of a list, or of its year."""
    for inputs in pages.gather():
        yield _output(template, shared, part, inputs)


def _output(template: Template, shared: Shared, part: str, inputs: ListInputs) -> Output:
    return Output(
        path=page_path(inputs.address),
        inputs=(template, shared, inputs),
        render=render_list,
        entry=list_entry(inputs.newest, inputs.address, part, shared),
    )


def render_list(template: Template, shared: Shared, inputs: ListInputs) -> str:
    """Return a page of a list."""
    return template.render(frame=shared.frame, page=list_view(shared, inputs))


def list_view(shared: Shared, inputs: ListInputs) -> ListView:
    """Return what the list's template shows; a landing page alone has summaries and feeds."""
    crumbs = way(inputs.above, inputs.title, inputs.address, shared)
    total = plural(inputs.total, *shared.word("items").split("|")) if inputs.total else ""
    description = f"{inputs.title}{': ' if total else ''}{total}. {inputs.lead}".strip()
    feeds = feeds_of(inputs.address, inputs.name, shared) if inputs.feeds else ()
    return ListView(
        meta=page_meta(
            shared,
            title=_whole_title(inputs, shared),
            description=description,
            address=inputs.address,
            crumbs=crumbs,
            nodes=[collection_node(inputs.title, inputs.address, description, shared)],
            section=inputs.section,
            indexed=inputs.total != 0,
            feeds=feeds,
        ),
        title=inputs.title,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(inputs.title, inputs.address, shared),
        lead=inputs.lead if inputs.landing else "",
        cards=tuple(_card(text, shared, inputs) for text in inputs.texts),
        facets=inputs.facets,
        table=inputs.table,
        groups=inputs.below,
        periods=(inputs.periods,) if inputs.periods else (),
        total=total,
        feeds=feeds,
        newer=inputs.newer,
        older=inputs.older,
    )


def _whole_title(inputs: ListInputs, shared: Shared) -> str:
    """A topic says that it is one: «Бюджет» is a page of its own."""
    topic = shared.word("section_topics") if inputs.section == "topic" else ""
    return full_title(shared, inputs.title, topic)


def _card(text: Text, shared: Shared, inputs: ListInputs) -> Card:
    standing = inputs.standings.get(text.path, IN_FORCE)
    shown = card(
        text, shared, files=inputs.files, summary=inputs.landing, kind=inputs.section == "topic",
        standing=standing, stage=inputs.stages.get(text.path),
    )  # fmt: skip
    return replace(shown, mark=shared.word("expired_mark")) if inputs.past else shown
