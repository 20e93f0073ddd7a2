"""A consultation as JSON: everything that its page says of it, for programs."""

from typing import Any

from plugins.council.addresses import DATA
from plugins.council.dates import iso
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.markdown import Body
from plugins.council.renditions import file_address
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
from plugins.open_data.rows import day, stage_word
from plugins.output import Tie


def consultation_record(
    text: Text, body: Body, stage: Stage | None, ties: tuple[Tie, ...], file: ContentFile | None,
    words: Vocabulary, url: str,
) -> dict[str, Any]:  # fmt: skip
    """Return a consultation whole; its report is a text of the site or a ``file``."""
    until = text.discussion.comments_until if text.discussion else None
    reports = (tie.text for tie in ties if tie.name == "report" and tie.text)
    report = next((one.address for one in reports), file_address(file) if file else None)
    return {
        "id": text.identity,
        "title": text.title,
        "body": words.bodies[text.body].name(),
        "published": day(text.moment),
        "stage": stage_word(stage),
        "comments_until": iso(until) if until is not None else None,
        "report": url + report if report else None,
        "summary": text.header.summary or None,
        "topics": [words.topics[topic].name() for topic in text.topics],
        "url": url + text.address,
        "data": f"{url}{text.address}{DATA}",
        "text": body.text,
    }
