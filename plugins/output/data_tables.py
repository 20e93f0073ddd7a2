"""Which tables of open data there are, and how many rows each has: known from cards alone.

The plugin that writes the tables and the page that names them both ask here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.council.data_sets import (
    BY_KIND,
    DATA_SETS,
    DEPUTIES,
    MOTIONS,
    ORG_STRUCTURE,
    REGISTER,
    VOTINGS,
    DataSet,
    by_year,
)
from plugins.council.text import Text
from plugins.output.site import Site
from plugins.output.sittings import motions, sitting


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of a data set: its year, ``None`` of a set that has no years, and its rows."""

    data_set: DataSet
    year: int | None
    rows: int


def data_tables(site: Site) -> tuple[DataTable, ...]:
    """Return all tables, in the order of the sets, newest year first."""
    found = sorted(_tables(site), key=lambda one: -(one.year or 0))
    return tuple(sorted(found, key=lambda one: DATA_SETS.index(one.data_set)))


def _tables(site: Site) -> Iterator[DataTable]:
    register = site.register
    for kind, data_set in BY_KIND.items():
        for year, texts in by_year(register.of_kind(kind)).items():
            yield DataTable(data_set, year, len(texts))
    for year, texts in by_year(register.of_kind("sessions")).items():
        yield from _of_sessions(year, texts, site)
    yield DataTable(DEPUTIES, None, len(deputies(site)))
    staff = (said.sort == "staff" for unit in register.of_kind("units") for said in unit.mentions)
    yield DataTable(ORG_STRUCTURE, None, sum(staff))
    yield DataTable(REGISTER, None, len(DATA_SETS))


def _of_sessions(year: int, texts: list[Text], site: Site) -> Iterator[DataTable]:
    count: Counter[str] = Counter()
    for one in (sitting(text, site) for text in texts):
        count["motions"] += len(motions(one, site))
        count["votings"] += len(one.sheet.questions) * len(one.sheet.deputies)
    for data_set in (MOTIONS, VOTINGS):
        if count[data_set.name]:
            yield DataTable(data_set, year, count[data_set.name])


def deputies(site: Site) -> tuple[Text, ...]:
    """Return who has a mandate of the newest convocation of a body."""
    people = site.register.of_kind("people")
    newest: dict[str, int] = {}
    for person in people:
        for body, convocation in mandates(person):
            newest[body] = max(convocation, newest.get(body, convocation))
    current = set(newest.items())
    return tuple(person for person in people if not current.isdisjoint(mandates(person)))


def mandates(person: Text) -> list[tuple[str, int]]:
    """Return the bodies and convocations of a person's mandates."""
    return [(said.target, int(said.note)) for said in person.mentions if said.sort == "mandate"]
