"""Texts that no editor writes and no reader of Markdown survives: refused before it is asked."""

import re
from collections.abc import Iterator

from plugins.council.markdown.fault import Fault
from plugins.council.markdown.source import Source

# Measured with Python-Markdown 3.11: time grows with the square of the signs in one paragraph;
# a thousand take a quarter of a second.
_SIGNS = 1000
_LINE = 100_000  # characters
_LINES = 5000  # in one paragraph: Python-Markdown looks again at all of them after each heading
_DEEPEST = 20  # quotes inside one another
_QUOTES = re.compile(rf"^(?:[ \t]*>){{{_DEEPEST + 1}}}", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def beyond_limits(source: Source) -> Fault | None:
    """Return the first thing in the text that would take minutes to read."""
    return None if _is_small(source.text) else next(_too_much(source), None)


def _is_small(text: str) -> bool:
    """Say whether the whole text keeps the limits of one paragraph, as most texts do."""
    return (
        len(text) <= _LINE
        and text.count("\n") <= _LINES
        and text.count("[") <= _SIGNS
        and text.count("<") <= _SIGNS
        and text.count(">") <= _DEEPEST
    )


def _too_much(source: Source) -> Iterator[Fault]:
    if found := _QUOTES.search(source.text):
        message = "цитата в цитаті глибша за двадцять рівнів. Лишіть один знак «>»."
        yield Fault(source.line_at(found.start()), message, "limits")
    start = 0
    for paragraph in _PARAGRAPH_END.split(source.text):
        at = source.text.index(paragraph, start)
        start = at + len(paragraph)
        for sign in "[<":
            if paragraph.count(sign) > _SIGNS:
                message = f"понад {_SIGNS} знаків «{sign}» в одному абзаці. Розбийте його."
                yield Fault(source.line_at(at), message, "limits")
        if paragraph.count("\n") > _LINES:
            message = f"понад {_LINES} рядків без порожнього. Велику таблицю додайте файлом CSV."
            yield Fault(source.line_at(at), message, "limits")
        if len(paragraph) > _LINE and max(map(len, paragraph.split("\n"))) > _LINE:
            message = f"рядок, довший за {_LINE} знаків. Розбийте його на абзаци."
            yield Fault(source.line_at(at), message, "limits")
