"""The record of one act, bill or consultation, beside its page: ``data.json``."""

from collections.abc import Callable, Iterator
from typing import Any

from plugins.council.addresses import DATA
from plugins.council.text import Text
from plugins.open_data.act_json import act_record
from plugins.open_data.bill_json import bill_record
from plugins.open_data.consultation_json import consultation_record
from plugins.open_data.records import Record, Shared, records
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.json_text import as_json

RECORDS: dict[str, Callable[[Record, Shared], dict[str, Any]]] = {
    "acts": act_record,
    "bills": bill_record,
    "consultations": consultation_record,
}
"""Kind → what is told of one text."""


def single_outputs(site: Site, shared: Shared) -> Iterator[OutputGroup]:
    """Yield the records, a group a month, so that an edit expands a month."""
    for kind in RECORDS:
        months: dict[str, list[Text]] = {}
        for text in site.register.of_kind(kind):
            assert text.day is not None  # these kinds have a date
            months.setdefault(text.day.isoformat()[:7], []).append(text)
        for month, some in months.items():
            inputs = (kind, shared, records(some, site))
            yield OutputGroup(name=f"data-{kind}-{month}", inputs=inputs, expand=expand_single)


def expand_single(kind: str, shared: Shared, gathered: Gathered[Record]) -> Iterator[Output]:
    """Yield the record of each text of a month."""
    for record in gathered.gather():
        path = record.text.address[1:] + DATA
        yield Output(path=path, inputs=(kind, shared, record), render=render_single)


def render_single(kind: str, shared: Shared, record: Record) -> str:
    """Return a text as JSON."""
    return as_json(RECORDS[kind](record, shared))
