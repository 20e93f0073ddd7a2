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
_ALL_LINES = 50_000  # in a whole text
_DEEPEST = 20  # quotes inside one another
_INDENT = 200  # spaces before a line: fifty lists inside one another
_EXPLAINED = 200  # characters by which an abbreviation is explained, wherever it stands
_ABBREVIATIONS = 200
_QUOTES = re.compile(rf"^(?:[ \t]*>){{{_DEEPEST + 1}}}", re.MULTILINE)
_INDENTED = re.compile(rf"^[ \t]{{{_INDENT}}}[ \t]*\S", re.MULTILINE)
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]*\][ ]?:(.*)", re.MULTILINE)
_NUMBERED = re.compile(
    r"&#[0-9]{20}|&#x[0-9a-f]{20}", re.IGNORECASE
)  # no sign has so long a number
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
        and " " * _INDENT not in text
        and "\t" * (_INDENT // 4) not in text
        and "*[" not in text
        and "&#" not in text
    )


def _too_much(source: Source) -> Iterator[Fault]:
    if found := _QUOTES.search(source.text):
        message = "цитата в цитаті глибша за двадцять рівнів. Лишіть один знак «>»."
        yield Fault(source.line_at(found.start()), message, "limits")
    if source.text.count("\n") > _ALL_LINES:
        message = f"понад {_ALL_LINES} рядків. Поділіть текст або додайте документ файлом."
        yield Fault(source.first_line, message, "limits")
    if found := _INDENTED.search(source.text):
        message = f"відступ понад {_INDENT} знаків. Приберіть зайві пробіли на початку рядка."
        yield Fault(source.line_at(found.start()), message, "limits")
    if found := _NUMBERED.search(source.text):
        message = f"«{found[0][:12]}…»: знака з таким числом немає. Наберіть сам знак."
        yield Fault(source.line_at(found.start()), message, "limits")
    yield from _abbreviations(source)
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


def _abbreviations(source: Source) -> Iterator[Fault]:
    """Yield what would make a text many times longer: an explanation stands with every word."""
    found = list(_ABBREVIATION.finditer(source.text))
    for one in found:
        if len(one[1]) > _EXPLAINED:
            message = f"пояснення скорочення довше за {_EXPLAINED} знаків. Винесіть його в текст."
            yield Fault(source.line_at(one.start()), message, "limits")
    if len(found) > _ABBREVIATIONS:
        message = f"понад {_ABBREVIATIONS} скорочень в одному тексті. Винесіть їх у таблицю."
        yield Fault(source.line_at(found[0].start()), message, "limits")
