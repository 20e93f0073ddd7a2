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
_HEADER = re.compile(
    r"\s*---[ \t]*\n(?:[ \t]*\n)*(?:title|date|summary|body|kind|number|adopted|topics|image|"
    r"attachments|owner|aliases|published|state|lang)[ \t]*:[^\n]*\n"
    r"(?:[^\n]*\n){0,60}?---[ \t]*(?:\n|$)"
)


@rule("header", says="Шапка одна")
def headers_stand_alone(written: Written) -> Iterator[Problem]:
    """No second header stands below the first, as when one text is pasted into another.

    Погано:  --- шапка --- і під нею ще одна --- шапка ---
    Добре:   одна шапка, під нею текст
    """
    if _HEADER.match(written.source, written.start):
        message = "під шапкою стоїть друга, читач побачить її. Лишіть одну шапку."
        yield written.problem(written.start, message, "header")


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
