"""What is published: a table and its metadata a year, JSON of acts, the catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.council.addresses import DATA
from plugins.council.data_sets import BY_KIND, DATA_SETS, FOLDER, DataSet, by_year, years_of
from plugins.council.files import ContentFile
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary, said
from plugins.open_data.act_json import act_card, act_record, as_json
from plugins.open_data.catalogue import catalogue
from plugins.open_data.rows import act_row, bill_row
from plugins.open_data.tables import table, table_metadata
from plugins.output import Gathered, LazyBody, Output, OutputGroup, Site, Tie
from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the data of one act or bill are made from; ``note`` is a bill's explanatory note."""

    text: Text
    body: LazyBody
    standing: Standing
    ties: tuple[Tie, ...]
    note: ContentFile | None
    digest: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What all rows share: the names of bodies, kinds and topics, and the site's address."""

    words: Vocabulary
    url: str
    digest: str


def outputs(site: Site) -> Iterable[Output | OutputGroup]:
    """Return all data; those of a year are a group, so that a new act touches its year's."""
    tables = by_year(site.register.texts)
    words = site.vocabulary
    parts = (words.bodies, words.act_kinds, words.topics, site.url)
    shared = Shared(words, site.url, digest_of(*parts))
    years = {one.name: years_of(one, tables) for one in DATA_SETS}
    publisher = said(words.site.get("name") or {"uk": ""}, "uk")
    contact = str(words.site.get("email") or "")
    yield Output(
        path="data.json",
        inputs=(DATA_SETS, years, publisher, contact, site.url),
        render=catalogue,
    )
    for (name, year), texts in tables.items():
        data_set = next(one for one in DATA_SETS if one.name == name)
        known = {text.path: _known_by(text, site) for text in texts}
        inputs = (data_set, year, shared, _records(texts, known, site))
        yield OutputGroup(name=f"data-{data_set.slug}-{year}", inputs=inputs, expand=expand)
        if data_set is BY_KIND["acts"]:
            for month, some in _by_month(texts).items():
                acts = (shared, _records(some, known, site))
                yield OutputGroup(name=f"json-{year}-{month:02}", inputs=acts, expand=expand_acts)


def _by_month(texts: list[Text]) -> dict[int, list[Text]]:
    months: dict[int, list[Text]] = {}
    for text in texts:
        months.setdefault(text.month, []).append(text)
    return months


def _records(texts: list[Text], known: Mapping[str, str], site: Site) -> Gathered[Record]:
    digest = digest_of("\n".join([known[text.path] for text in texts]))
    return Gathered(digest, lambda: tuple(_record(text, known[text.path], site) for text in texts))


def _known_by(text: Text, site: Site) -> str:
    """Return what a record is known by; its note lies where the header says."""
    register, path = site.register, text.path
    known = f"{text.digest}|{text.body_digest}"
    if path in register.standings:
        known += f"|{register.standings[path].digest}"
    if path in register.ties:
        known += "".join(f"|{tie.digest}" for tie in register.ties[path])
    note = _note(text, site)
    return f"{known}|{note.digest}" if note else known


def _record(text: Text, known: str, site: Site) -> Record:
    return Record(
        text=text,
        body=site.body(text),
        standing=site.register.standing(text),
        ties=site.register.ties.get(text.path, ()),
        note=_note(text, site),
        digest=known,
    )


def _note(text: Text, site: Site) -> ContentFile | None:
    named = (one.target for one in text.mentions if one.field == "explanatory_note")
    return site.files.get(next(named, ""))


def expand(
    data_set: DataSet, year: int, shared: Shared, records: Gathered[Record]
) -> Iterator[Output]:
    """Yield the files of one data set and year."""
    path = data_set.file(year)
    yield Output(path=path, inputs=(data_set, shared, records), render=render_table)
    metadata = (data_set, path.rpartition("/")[2])
    yield Output(path=f"{path}-metadata.json", inputs=metadata, render=table_metadata)
    if data_set is BY_KIND["acts"]:
        yield Output(
            path=f"{FOLDER}/{data_set.slug}-{year}.json",
            inputs=(year, shared, records),
            render=render_list,
        )


def expand_acts(shared: Shared, records: Gathered[Record]) -> Iterator[Output]:
    """Yield the JSON of each act of a month."""
    for record in records.gather():
        path = record.text.address[1:] + DATA
        yield Output(path=path, inputs=(shared, record), render=render_act)


def render_table(data_set: DataSet, shared: Shared, records: Gathered[Record]) -> str:
    """Return the table of a year, in order of the texts' paths."""
    row = _act_row if data_set is BY_KIND["acts"] else _bill_row
    return table(data_set, (row(record, shared) for record in records.gather()))


def _act_row(record: Record, shared: Shared) -> dict[str, str | None]:
    body = record.body.read()
    return dict(act_row(record.text, body, record.standing, shared.words, shared.url))


def _bill_row(record: Record, shared: Shared) -> dict[str, str | None]:
    body = record.body.read()
    return dict(bill_row(record.text, body, record.note, shared.words, shared.url))


def render_list(year: int, shared: Shared, records: Gathered[Record]) -> str:
    """Return the acts of a year as JSON, newest first."""
    chosen = sorted(records.gather(), key=lambda record: record.text.order)
    acts = [act_card(one.text, one.standing, shared.words, shared.url) for one in chosen]
    return as_json({"year": year, "total": len(acts), "acts": acts})


def render_act(shared: Shared, record: Record) -> str:
    """Return an act as JSON."""
    return as_json(
        act_record(
            record.text, record.body.read(), record.standing, record.ties, shared.words, shared.url
        )
    )
