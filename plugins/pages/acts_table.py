"""The form of the register's table: what may be chosen, in the words of the lists."""

from collections.abc import Iterable, Iterator

from plugins.council.status import FORCE_OF, WITHDRAWN
from plugins.output import Collection
from plugins.pages.acts_index import INDEX, ROOT, STATUSES
from plugins.pages.facets import FACETS, Facets
from plugins.pages.periods import Period
from plugins.pages.shared import Shared
from plugins.pages.view import ActsTable, Option, Select

NAMES = {
    "body": "орган", "kind": "вид", "status": "чинність", "convocation": "скликання",
    "topic": "тема",
}  # fmt: skip
"""Facet → its name in an address, as a reader would type it."""

ORDERS = {"нові": "newest", "давні": "oldest", "номер": "number", "назва": "title"}


def acts_table(
    collection: Collection, years: Iterable[Period], facets: Facets, shared: Shared
) -> ActsTable | None:
    """Return the form for the list of all acts in Ukrainian, while there are any."""
    if collection.address != ROOT or not collection.texts:
        return None
    return ActsTable(
        action=ROOT,
        index=INDEX,
        statuses="|".join(_status(name, shared) for name in STATUSES),
        selects=(
            _years(years, shared),
            *(
                _select(facet, collection, facets, shared)
                for facet in FACETS
                if facets.values(collection, facet)
            ),
            _orders(shared),
        ),
    )


def _status(name: str, shared: Shared) -> str:
    return shared.word(f"status_{name}" if name in FORCE_OF else "withdrawn_mark")


def _years(years: Iterable[Period], shared: Shared) -> Select:
    options = [Option(value=str(one.year), title=str(one.year)) for one in years]
    every = Option(value="усі", title=shared.word("all_year"))
    return Select(name="рік", label=shared.word("facet_year"), options=(*options, every))


def _select(facet: str, collection: Collection, facets: Facets, shared: Shared) -> Select:
    every = Option(value="", title=shared.word(f"all_{facet}"))
    chosen = tuple(_options(facet, facets.values(collection, facet), shared))
    label = shared.word(f"facet_{facet}")
    return Select(name=NAMES[facet], label=label, options=(every, *chosen))


def _options(facet: str, values: Iterable[tuple[str, str]], shared: Shared) -> Iterator[Option]:
    for slug, title in values:
        of = _of(slug) if facet == "status" else ""
        one = shared.vocabulary.act_kinds[slug].name(shared.lang) if facet == "kind" else ""
        yield Option(value=slug, title=title, of=of, one=one)


def _of(force: str) -> str:
    """Return the numbers of the statuses that a list of force holds."""
    forces = [*FORCE_OF.values(), WITHDRAWN]  # as STATUSES are numbered
    return " ".join(str(number) for number, one in enumerate(forces) if one == force)


def _orders(shared: Shared) -> Select:
    options = tuple(
        Option(value=value, title=shared.word(f"order_{word}")) for value, word in ORDERS.items()
    )
    return Select(name="порядок", label=shared.word("order"), options=options)
