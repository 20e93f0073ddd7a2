"""The panel «Відібрати»: the ways from a list of acts to narrower, neighbouring and wider lists.

Counts stand only beside narrower lists: they change with the list's own texts, so a new act
rewrites the lists in which it stands and no others.
"""

from collections.abc import Iterator, Mapping

from plugins.council.header import Lang
from plugins.council.quantities import integer
from plugins.output import Collection
from plugins.pages.periods import Period, Periods
from plugins.pages.shared import Shared
from plugins.pages.view import Link, LinkGroup

FACETS = ("body", "kind", "status", "convocation", "topic")

Choices = tuple[tuple[str, str], ...]
"""What a list is chosen by: pairs of a facet and a slug."""


class Facets:
    """All lists of acts, by what they are chosen by."""

    def __init__(self, collections: tuple[Collection, ...], periods: Periods) -> None:
        """Arrange the lists; ``periods`` are the years of each."""
        acts = [one for one in collections if one.section == "acts" and not one.past]
        self._lists: dict[tuple[Lang, Choices], Collection] = {
            (one.lang, one.choices): one for one in acts
        }
        self._years: dict[str, Mapping[int, Period]] = {
            one.address: {period.year: period for period in periods[one.address]} for one in acts
        }
        self._narrower: dict[tuple[Lang, Choices, str], list[tuple[str, Collection]]] = {}
        for one in acts:
            for facet, slug in one.choices:
                wider = (one.lang, _without(facet, one.choices), facet)
                self._narrower.setdefault(wider, []).append((slug, one))

    def panel(self, collection: Collection, year: int, shared: Shared) -> tuple[LinkGroup, ...]:
        """Return the ways from a list, from its page of a ``year`` (0: from its landing page)."""
        if collection.section != "acts" or collection.past:
            return ()
        return tuple(group for group in self._groups(collection, year, shared) if group.links)

    def values(self, collection: Collection, facet: str) -> tuple[tuple[str, str], ...]:
        """Return what a list may be narrowed down to by a facet: slugs with their names."""
        narrower = self._narrower.get((collection.lang, collection.choices, facet), ())
        return tuple((slug, self._name(facet, slug, collection.lang)) for slug, _ in narrower)

    def _groups(self, one: Collection, year: int, shared: Shared) -> Iterator[LinkGroup]:
        if year:
            links = (
                Link(title=shared.word("all_year"), url=one.address),
                Link(title=str(year), url=self._address(one, year), current=True),
            )
            yield LinkGroup(title=shared.word("facet_year"), links=links)
        chosen = dict(one.choices)
        for facet in FACETS:
            ways = self._chosen if facet in chosen else self._open
            title = shared.word(f"facet_{facet}")
            yield LinkGroup(title=title, links=tuple(ways(one, facet, year, shared)))

    def _chosen(self, one: Collection, facet: str, year: int, shared: Shared) -> Iterator[Link]:
        """Yield the way back, the choice made and, on a landing page, the others of its like."""
        wider = _without(facet, one.choices)
        back = self._address(self._lists[one.lang, wider], year)
        yield Link(title=shared.word(f"all_{facet}"), url=back)
        for slug, other in self._narrower[one.lang, wider, facet]:
            if other is one or not year:
                title, url = self._name(facet, slug, one.lang), self._address(other, year)
                yield Link(title=title, url=url, current=other is one)

    def _open(self, one: Collection, facet: str, year: int, shared: Shared) -> Iterator[Link]:
        """Yield the narrower lists with the number of their acts."""
        for slug, other in self._narrower.get((one.lang, one.choices, facet), ()):
            size = self._size(other, year)
            if size:
                yield Link(
                    title=self._name(facet, slug, one.lang), url=self._address(other, year),
                    count=integer(size, one.lang),
                )  # fmt: skip

    def _name(self, facet: str, slug: str, lang: Lang) -> str:
        return self._lists[lang, ((facet, slug),)].short

    def _address(self, one: Collection, year: int) -> str:
        return self._years[one.address][year].address if year else one.address

    def _size(self, one: Collection, year: int) -> int:
        if not year:
            return len(one.texts)
        period = self._years[one.address].get(year)
        return period.size if period else 0


def _without(facet: str, choices: Choices) -> Choices:
    return tuple(pair for pair in choices if pair[0] != facet)
