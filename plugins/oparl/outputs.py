"""Which files there are: a handful, and two for each year. None is made for an act alone."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plugins.council.addresses import OPARL
from plugins.council.data_sets import by_year
from plugins.council.text import Text
from plugins.council.vocabulary import said
from plugins.council.year_pages import YearPage, year_pages
from plugins.oparl.lists import first_page
from plugins.oparl.meetings import meetings, render_meetings
from plugins.oparl.objects import Shared
from plugins.oparl.papers import papers, render_papers
from plugins.oparl.people import render_organizations, render_people
from plugins.oparl.system import render_bodies, render_body, render_system
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.data_tables import units
from plugins.output.digest import digest_of

LISTS: dict[str, tuple[str, ...]] = {"papers": ("acts", "bills"), "meetings": ("sessions",)}
"""List → the kinds of content that stand in it."""

Render = Callable[[YearPage, Shared, Gathered[Any]], str]
OF_YEAR: dict[str, tuple[Callable[[list[Text], Site], Gathered[Any]], Render]] = {
    "papers": (papers, render_papers),
    "meetings": (meetings, render_meetings),
}
"""List → what its pages are made from, and what makes them."""


def outputs(site: Site) -> Iterable[Output | OutputGroup]:
    """Yield the objects that have files of their own, and the lists of all others."""
    shared = _shared(site)
    yield _output("system", render_system, shared)
    yield _output("body", render_body, shared)
    yield _output("bodies", render_bodies, shared)
    people = _cards(t for t in site.register.texts if t.kind == "people" and t.lang == "uk")
    yield _output("people", render_people, shared, people)
    yield _output("organizations", render_organizations, shared, people, _cards(units(site)))
    dated = by_year(site.register.texts)
    for name, kinds in LISTS.items():
        yield from _list(name, _years(dated, kinds), shared, site)


def _shared(site: Site) -> Shared:
    words = site.vocabulary
    publisher = said(words.site.get("name") or {"uk": ""}, "uk")
    parts = (words.bodies, words.act_kinds, words.topics, site.url)
    contact = str(words.site.get("email") or "")
    return Shared(words, site.url, publisher, contact, digest_of(*parts, publisher, contact))


def _cards(texts: Iterable[Text]) -> Gathered[Text]:
    found = tuple(texts)
    return Gathered(digest_of([text.digest for text in found]), lambda: found)


def _years(
    dated: dict[tuple[str, int], list[Text]], kinds: tuple[str, ...]
) -> dict[int, list[Text]]:
    found: dict[int, list[Text]] = {}
    for (kind, year), texts in dated.items():
        if kind in kinds:
            found.setdefault(year, []).extend(texts)
    return dict(sorted(found.items()))


def _list(
    name: str, years: dict[int, list[Text]], shared: Shared, site: Site
) -> Iterator[Output | OutputGroup]:
    counts = tuple((year, len(texts)) for year, texts in years.items())
    yield Output(path=_path(name), inputs=(name, counts, shared), render=first_page)
    gather, render = OF_YEAR[name]
    for year, page in year_pages(name, years).items():
        yield _output(f"{name}-{year}", render, page, shared, gather(years[year], site))


def _output(name: str, render: Callable[..., str], *inputs: Any) -> Output:
    return Output(path=_path(name), inputs=inputs, render=render)


def _path(name: str) -> str:
    return f"{OPARL}/{name}.json"
