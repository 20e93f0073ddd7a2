"""Rows of the data sets, made from records: the same facts that pages show."""

from collections.abc import Iterator

from plugins.council.bodies import code_of
from plugins.council.dates import Moment, as_date
from plugins.council.discussion import Stage
from plugins.council.header import Bill
from plugins.council.renditions import file_address
from plugins.council.status import Status
from plugins.open_data.records import Record, Shared
from plugins.open_data.tables import Row

STATUS: dict[Status, str] = {
    "upcoming": "Набирає чинності",
    "in_force": "Чинний",
    "amended": "Чинний",
    "suspended": "Дію зупинено",
    "restored": "Дію відновлено",
    "repealed": "Втратив чинність",
    "never_in_force": "Не набрав чинності",
}
"""Status → its word in the proposal to resolution 835, which knows no «Зі змінами»."""

STAGE: dict[Stage, str] = {
    "undated": "Строк обговорення не вказано",
    "open": "Обговорення відкрито",
    "awaiting": "Обговорення завершено, очікується звіт",
    "considered": "Розглянуто",
}
"""Stage → its word, without the date, which has a column of its own."""


def act_rows(record: Record, shared: Shared) -> Iterator[Row]:
    """Yield the row of an act in legalActs; what is not known stays empty.

    No header is read: the table of a year has a thousand rows and is made anew at each edit.
    """
    text, body = record.text, shared.words.bodies[record.text.body]
    yield {
        "uid": text.identity,
        "type": shared.words.act_kinds[text.act_kind].name(),
        "title": text.title,
        "acceptedDate": day(text.day),
        "number": text.number,
        "issuedDate": day(text.published),
        "validFrom": day(text.effective_from),
        "status": STATUS[record.standing.status],
        "publisherName": body.name(),
        "publisherId": code_of(body, "edrpou"),
        "text": record.body.text(),
        "url": shared.url + text.address,
    }


def bill_rows(record: Record, shared: Shared) -> Iterator[Row]:
    """Yield the row of a bill in projects."""
    text, bill, body = record.text, record.text.header, shared.words.bodies[record.text.body]
    assert isinstance(bill, Bill)
    yield {
        "uid": text.identity,
        "type": shared.words.act_kinds[bill.kind].name(),
        "title": text.title,
        "issuedDate": day(bill.published),
        "text": record.body.text(),
        "url": shared.url + text.address,
        "creatorName": bill.author,
        "publisherName": body.name(),
        "publisherId": code_of(body, "edrpou"),
        "note": shared.url + file_address(record.file) if record.file else None,
    }


def stage_word(stage: Stage | None) -> str:
    """Return where a bill stands; one without a stage was withdrawn."""
    return STAGE[stage] if stage else "Відкликано"


def day(moment: Moment | None) -> str | None:
    """Return the day in Kyiv as ISO 8601 writes it."""
    return as_date(moment).isoformat() if moment is not None else None
