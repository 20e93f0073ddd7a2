"""What is published: a table and its metadata a year, JSON of acts, the catalogue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.council.addresses import DATA
from plugins.council.data_sets import BY_KIND, DATA_SETS, FOLDER, DataSet, by_year, years_of
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary, said
from plugins.open_data.act_json import act_card, act_record, as_json
from plugins.open_data.bill_json import bill_card, bill_record
from plugins.open_data.catalogue import catalogue
from plugins.open_data.consultation_json import consultation_record
from plugins.open_data.rows import act_row, bill_row
from plugins.open_data.tables import table, table_metadata
from plugins.output import Gathered, LazyBody, Output, OutputGroup, Site, Tie
from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the data of one text are made from.

    ``note`` is the file beside it: a bill's explanatory note, the report on a consultation.
    """

    text: Text
    body: LazyBody
    standing: Standing
    stage: Stage | None
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
    parts = (words.bodies, words.act_kinds, words.topics, words.law, site.url)
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
        inputs = (data_set, year, shared, _records(texts, site))
        yield OutputGroup(name=f"data-{data_set.slug}-{year}", inputs=inputs, expand=expand)
    for year, some in _consultations(site).items():
        yield OutputGroup(
            name=f"data-consultations-{year}",
            inputs=(shared, _records(some, site)),
            expand=expand_consultations,
        )


def _consultations(site: Site) -> dict[int, list[Text]]:
    """Return the consultations by year; translations have no data of their own."""
    found: dict[int, list[Text]] = {}
    for text in site.register.texts:
        if text.kind == "consultations" and text.lang == "uk" and text.day is not None:
            found.setdefault(text.day.year, []).append(text)
    return found


def _records(texts: list[Text], site: Site) -> Gathered[Record]:
    digest = digest_of("\n".join([_known_by(text, site) for text in texts]))
    return Gathered(digest, lambda: tuple(_record(text, site) for text in texts))


def _known_by(text: Text, site: Site) -> str:
    """Return what a record is known by; its note lies where the header says."""
    register, path = site.register, text.path
    known = f"{text.digest}|{text.body_digest}"
    if path in register.standings:
        known += f"|{register.standings[path].digest}"
    if path in register.stages:
        known += f"|{register.stages[path]}"
    if path in register.ties:
        known += "".join(f"|{tie.digest}" for tie in register.ties[path])
    note = _note(text, site)
    return f"{known}|{note.digest}" if note else known


def _record(text: Text, site: Site) -> Record:
    return Record(
        text=text,
        body=site.body(text),
        standing=site.register.standing(text),
        stage=site.register.stages.get(text.path),
        ties=site.register.ties.get(text.path, ()),
        note=_note(text, site),
        digest=_known_by(text, site),
    )


def _note(text: Text, site: Site) -> ContentFile | None:
    named = (one.target for one in text.mentions if one.field in ("explanatory_note", "report"))
    return site.files.get(next(named, ""))


def expand(
    data_set: DataSet, year: int, shared: Shared, records: Gathered[Record]
) -> Iterator[Output]:
    """Yield the files of one data set and year."""
    path = data_set.file(year)
    yield Output(path=path, inputs=(data_set, shared, records), render=render_table)
    metadata = (data_set, path.rpartition("/")[2])
    yield Output(path=f"{path}-metadata.json", inputs=metadata, render=table_metadata)
    of_acts = data_set is BY_KIND["acts"]
    yield Output(
        path=f"{FOLDER}/{data_set.slug}-{year}.json",
        inputs=(year, shared, records),
        render=render_acts if of_acts else render_bills,
    )
    for record in records.gather():
        yield Output(
            path=record.text.address[1:] + DATA,
            inputs=(shared, record),
            render=render_act if of_acts else render_bill,
        )


def expand_consultations(shared: Shared, records: Gathered[Record]) -> Iterator[Output]:
    """Yield the file of each consultation of a year; no data set of the resolution has them."""
    for record in records.gather():
        path = record.text.address[1:] + DATA
        yield Output(path=path, inputs=(shared, record), render=render_consultation)


def render_table(data_set: DataSet, shared: Shared, records: Gathered[Record]) -> str:
    """Return the table of a year, in order of the texts' paths."""
    row = _act_row if data_set is BY_KIND["acts"] else _bill_row
    return table(data_set, (row(record, shared) for record in records.gather()))


def _act_row(record: Record, shared: Shared) -> dict[str, str | None]:
    body = record.body.read()
    return dict(act_row(record.text, body, record.standing, shared.words, shared.url))


def _bill_row(record: Record, shared: Shared) -> dict[str, str | None]:
    body = record.body.read()
    return dict(bill_row(record.text, body, record.stage, record.note, shared.words, shared.url))


def render_acts(year: int, shared: Shared, records: Gathered[Record]) -> str:
    """Return the acts of a year as JSON, newest first."""
    chosen = sorted(records.gather(), key=lambda record: record.text.order)
    acts = [act_card(one.text, one.standing, shared.words, shared.url) for one in chosen]
    return as_json({"year": year, "total": len(acts), "acts": acts})


def render_bills(year: int, shared: Shared, records: Gathered[Record]) -> str:
    """Return the bills of a year as JSON, newest first."""
    chosen = sorted(records.gather(), key=lambda record: record.text.order)
    bills = [bill_card(one.text, one.stage, shared.words, shared.url) for one in chosen]
    return as_json({"year": year, "total": len(bills), "bills": bills})


def render_bill(shared: Shared, record: Record) -> str:
    """Return a bill as JSON."""
    return as_json(
        bill_record(
            record.text, record.body.read(), record.stage, record.ties, shared.words, shared.url
        )
    )


def render_consultation(shared: Shared, record: Record) -> str:
    """Return a consultation as JSON."""
    return as_json(
        consultation_record(
            record.text, record.body.read(), record.stage, record.ties, record.note, shared.words,
            shared.url,
        )
    )  # fmt: skip


def render_act(shared: Shared, record: Record) -> str:
    """Return an act as JSON."""
    return as_json(
        act_record(
            record.text, record.body.read(), record.standing, record.ties, shared.words, shared.url
        )
    )
