"""Rows of the data sets, made from records: the same facts that pages show."""

from plugins.council.dates import Moment, as_date, iso
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.header import Act, Bill
from plugins.council.markdown import Body
from plugins.council.renditions import file_address
from plugins.council.status import Standing, Status
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
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


def act_row(text: Text, body: Body, standing: Standing, words: Vocabulary, url: str) -> Row:
    """Return the row of an act in legalActs; what is not known stays empty."""
    act = text.header
    assert isinstance(act, Act)
    return {
        "uid": text.identity,
        "type": words.act_kinds[act.kind].name(),
        "title": text.title,
        "acceptedDate": act.adopted.isoformat(),
        "number": act.number,
        "issuedDate": day(act.published),
        "validFrom": day(act.effective_from),
        "status": STATUS[standing.status],
        "publisherName": words.bodies[act.body].name(),
        "text": body.text,
        "url": url + text.address,
    }


def bill_row(
    text: Text, body: Body, stage: Stage | None, note: ContentFile | None, words: Vocabulary,
    url: str,
) -> Row:  # fmt: skip
    """Return the row of a bill in projects; ``note`` is its explanatory note."""
    bill = text.header
    assert isinstance(bill, Bill)
    return {
        "uid": text.identity,
        "type": words.act_kinds[bill.kind].name(),
        "title": text.title,
        "issuedDate": day(bill.published),
        "text": body.text,
        "url": url + text.address,
        "creatorName": bill.author,
        "publisherName": words.bodies[bill.body].name(),
        "note": url + file_address(note) if note else None,
        "status": stage_word(stage),
        "commentsUntil": iso(bill.comments_until) if bill.comments_until is not None else None,
    }


def stage_word(stage: Stage | None) -> str:
    """Return where a bill stands; one without a stage was withdrawn."""
    return STAGE[stage] if stage else "Відкликано"


def day(moment: Moment | None) -> str | None:
    """Return the day in Kyiv as ISO 8601 writes it."""
    return as_date(moment).isoformat() if moment is not None else None
