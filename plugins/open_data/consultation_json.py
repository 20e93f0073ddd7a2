"""A consultation as JSON: everything that its page says of it, for programs."""

from typing import Any

from plugins.council.addresses import DATA
from plugins.council.dates import iso
from plugins.council.renditions import file_address
from plugins.open_data.records import Record, Shared
from plugins.open_data.rows import day, stage_word


def consultation_record(record: Record, shared: Shared) -> dict[str, Any]:
    """Return a consultation whole; its report is a text of the site or a file."""
    text, words, url = record.text, shared.words, shared.url
    until = text.discussion.comments_until if text.discussion else None
    reports = (tie.text for tie in record.ties if tie.name == "report" and tie.text)
    file = file_address(record.file) if record.file else None
    report = next((one.address for one in reports), file)
    return {
        "id": text.identity,
        "title": text.title,
        "body": words.bodies[text.body].name(),
        "published": day(text.moment),
        "stage": stage_word(record.stage),
        "comments_until": iso(until) if until is not None else None,
        "report": url + report if report else None,
        "summary": text.header.summary or None,
        "topics": [words.topics[topic].name() for topic in text.topics],
        "url": url + text.address,
        "data": f"{url}{text.address}{DATA}",
        "text": record.body.text(),
    }
