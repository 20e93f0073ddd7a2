"""A page has something to say."""

import re
from collections.abc import Iterator

from plugins.council.problem import Problem
from plugins.output import Written, rule

_SEEN = re.compile(r"<img|>[^<\s\u200b\u2060]")
_KINDS = (
    "news",
    "announcements",
    "reports",
    "acts",
    "bills",
    "consultations",
    "minutes",
    "pages",
    "services",
)


@rule("empty-body", says="Під шапкою є текст", excusable=True)
def bodies_are_not_empty(written: Written) -> Iterator[Problem]:
    """Under the header stands a text, or at least a picture, or a document beside it.

    Погано:  шапка, а під нею нічого
    Добре:   шапка і речення про головне
    """
    text, body = written.text, written.body
    if text is None or body is None or text.kind not in _KINDS:
        return
    if _SEEN.search(body.html):
        return
    if not text.files and not text.withdrawn and text.state == "ready":
        message = "під шапкою немає тексту. Допишіть його або state: unfinished, доки не готово."
        line = written.source.count("\n") or 1
        yield Problem(
            path=written.path, line=min(line, written.body_line), field="текст",
            message=message, rule="empty-body",
        )  # fmt: skip
