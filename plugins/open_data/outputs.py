"""What is published: tables with their metadata, lists and records in JSON, the catalogue."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plugins.council.data_sets import (
    ACT_SCHEMA,
    BY_KIND,
    DATA_SETS,
    DEPUTIES,
    MOTIONS,
    ORG_STRUCTURE,
    REGISTER,
    VOTINGS,
    DataSet,
    by_year,
    list_file,
)
from plugins.council.text import Text
from plugins.council.vocabulary import said
from plugins.council.year_pages import YearPage, year_pages
from plugins.open_data.act_json import act_card
from plugins.open_data.act_schema import render_schema
from plugins.open_data.cards import bill_card, person_card, session_card
from plugins.open_data.catalogue import catalogue
from plugins.open_data.lists import page, render_index
from plugins.open_data.people_rows import deputy_rows, post_rows
from plugins.open_data.records import Record, SessionRecord, Shared, records, session_records
from plugins.open_data.register_rows import register_rows
from plugins.open_data.rows import act_rows, bill_rows
from plugins.open_data.single import single_outputs
from plugins.open_data.tables import Row, table, table_metadata
from plugins.open_data.vote_rows import motion_rows, voting_rows
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.data_tables import data_tables, deputies
from plugins.output.digest import digest_of
from plugins.output.json_text import as_json

ROWS: dict[str, Callable[[Any, Shared], Iterable[Row]]] = {
    "legalActs": act_rows,
    "projects": bill_rows,
    "motions": motion_rows,
    "votings": voting_rows,
    "deputies": deputy_rows,
    "orgStructure": post_rows,
    "register": register_rows,
}
"""Name of a data set → the rows that one record makes."""


def outputs(site: Site) -> Iterable[Output | OutputGroup]:
    """Return all data; those of a year are a group, so that a new text touches its year's."""
    shared = _shared(site)
    tables = data_tables(site)
    yield Output(path="data.json", inputs=(tables, shared), render=catalogue)
    yield Output(path=ACT_SCHEMA, inputs=(site.url,), render=render_schema)
    yield from table_outputs(REGISTER, None, shared, Gathered(digest_of(DATA_SETS), _data_sets))
    yield from _of_people(site, shared)
    for kind, expand in EXPAND.items():
        texts = by_year(site.register.of_kind(kind))
        years = {year: len(some) for year, some in texts.items()}
        inputs = (kind, tuple(years.items()), site.url)
        yield Output(path=list_file(kind), inputs=inputs, render=render_index)
        for year, place in year_pages(kind, years).items():
            of_year = (place, shared, _gathered(kind, texts[year], site))
            yield OutputGroup(name=f"data-{kind}-{year}", inputs=of_year, expand=expand)
    yield from single_outputs(site, shared)


def _shared(site: Site) -> Shared:
    words = site.vocabulary
    publisher = said(words.site.get("name") or {"uk": ""}, "uk")
    parts = (words.bodies, words.act_kinds, words.topics, words.law, site.url)
    contact = str(words.site.get("email") or "")
    return Shared(words, site.url, publisher, contact, digest_of(*parts, publisher, contact))


def _data_sets() -> tuple[DataSet, ...]:
    return DATA_SETS


def _of_people(site: Site, shared: Shared) -> Iterator[Output]:
    register = site.register
    yield from table_outputs(DEPUTIES, None, shared, records(deputies(site), site))
    yield from table_outputs(ORG_STRUCTURE, None, shared, records(register.of_kind("units"), site))
    people = (shared, records(register.of_kind("people"), site))
    yield Output(path=list_file("people"), inputs=people, render=render_people)


def _gathered(kind: str, texts: list[Text], site: Site) -> Gathered[Any]:
    return session_records(texts, site) if kind == "sessions" else records(texts, site)


def table_outputs(
    data_set: DataSet, year: int | None, shared: Shared, gathered: Gathered[Any]
) -> Iterator[Output]:
    """Yield a table and its metadata."""
    path = data_set.file(year)
    yield Output(path=path, inputs=(data_set, shared, gathered), render=render_table)
    metadata = (data_set, path.rpartition("/")[2])
    yield Output(path=f"{path}-metadata.json", inputs=metadata, render=table_metadata)


def expand_acts(place: YearPage, shared: Shared, acts: Gathered[Record]) -> Iterator[Output]:
    """Yield the table and the list of a year's acts."""
    yield from table_outputs(BY_KIND["acts"], place.year, shared, acts)
    yield _list(place, shared, acts, render_acts)


def expand_bills(place: YearPage, shared: Shared, bills: Gathered[Record]) -> Iterator[Output]:
    """Yield the table and the list of a year's bills."""
    yield from table_outputs(BY_KIND["bills"], place.year, shared, bills)
    yield _list(place, shared, bills, render_bills)


def expand_sessions(
    place: YearPage, shared: Shared, sessions: Gathered[SessionRecord]
) -> Iterator[Output]:
    """Yield the tables of a year's questions and votes, where there are any, and the list."""
    held = sessions.gather()
    if any(one.motions for one in held):
        yield from table_outputs(MOTIONS, place.year, shared, sessions)
    if any(one.sitting.sheet.deputies for one in held):
        yield from table_outputs(VOTINGS, place.year, shared, sessions)
    yield _list(place, shared, sessions, render_sessions)


EXPAND: dict[str, Callable[..., Iterator[Output]]] = {
    "acts": expand_acts,
    "bills": expand_bills,
    "sessions": expand_sessions,
}


def _list(
    place: YearPage, shared: Shared, gathered: Gathered[Any], render: Callable[..., str]
) -> Output:
    inputs = (place, shared, gathered)
    return Output(path=list_file(place.name, place.year), inputs=inputs, render=render)


def render_table(data_set: DataSet, shared: Shared, gathered: Gathered[Any]) -> str:
    """Return a table, in order of the texts' paths."""
    rows = ROWS[data_set.name]
    return table(data_set, (row for one in gathered.gather() for row in rows(one, shared)))


def render_acts(place: YearPage, shared: Shared, acts: Gathered[Record]) -> str:
    """Return the acts of a year as JSON, newest first."""
    chosen = sorted(acts.gather(), key=lambda record: record.text.order)
    cards = [act_card(one.text, one.standing, shared.words, shared.url) for one in chosen]
    return page(place, "acts", cards, shared.url)


def render_bills(place: YearPage, shared: Shared, bills: Gathered[Record]) -> str:
    """Return the bills of a year as JSON, newest first."""
    chosen = sorted(bills.gather(), key=lambda record: record.text.order)
    return page(place, "bills", [bill_card(one, shared) for one in chosen], shared.url)


def render_sessions(place: YearPage, shared: Shared, sessions: Gathered[SessionRecord]) -> str:
    """Return the sessions of a year as JSON, newest first."""
    chosen = sorted(sessions.gather(), key=lambda record: record.sitting.session.order)
    return page(place, "sessions", [session_card(one, shared) for one in chosen], shared.url)


def render_people(shared: Shared, people: Gathered[Record]) -> str:
    """Return officials and deputies as JSON, in order of their files."""
    cards = [person_card(one, shared) for one in people.gather()]
    return as_json({"total": len(cards), "people": cards})
