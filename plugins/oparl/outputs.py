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
    people, units = (_cards(site.register.of_kind(kind)) for kind in ("people", "units"))
    yield _output("people", render_people, shared, people)
    yield _output("organizations", render_organizations, shared, people, units)
    for name, kinds in LISTS.items():
        texts = by_year(text for kind in kinds for text in site.register.of_kind(kind))
        yield from _list(name, texts, shared, site)


def _shared(site: Site) -> Shared:
    words = site.vocabulary
    publisher = said(words.site.get("name") or {"uk": ""}, "uk")
    parts = (words.bodies, words.act_kinds, words.topics, site.url)
    contact = str(words.site.get("email") or "")
    return Shared(words, site.url, publisher, contact, digest_of(*parts, publisher, contact))


def _cards(texts: tuple[Text, ...]) -> Gathered[Text]:
    return Gathered(digest_of([text.digest for text in texts]), lambda: texts)


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
