"""The header that a text lacks, made of what the text itself tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from plugins.council.control import without_invisible
from plugins.council.header import Header
from plugins.council.header_writing import scalar
from plugins.council.messages import EXAMPLES

_FENCE_LIKE = re.compile(r"\s*(?:[-–—+*_=~]{1,}|```\w*)\s*")
_KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:(?:\s+(?P<value>.*))?")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*\s*")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)[-_.]")
_UNTITLED = "Назва тексту"
_TITLE = 100  # characters, when the first line is a paragraph
_SHOWN = 2  # lines of the body, so that one sees where it begins


def with_header(path: str, text: str, kind: type[Header]) -> str:
    """Return the beginning of the text as it should be: the whole header, two lines of body.

    Lines «Title: Назва» without fences are kept; what is wanting is taken from the first
    heading or line, from the file name, else from an example.
    """
    lines = _from_first(text.split("\n"))
    typed = list(takewhile(_is_header_line, lines)) if lines and _KEY.fullmatch(lines[0]) else []
    body = _from_first(lines[len(typed) :])
    keys = {found["key"].lower() for line in typed if (found := _KEY.fullmatch(line))}
    header = [_as_key(line, kind) for line in typed]
    if "title" not in keys:
        title, body = _title(body)
        header.insert(0, f"title: {scalar(title)}")
    header += _wanting(path, kind, {*keys, "title"})
    shown = [line[:_TITLE] for line in body if line.strip()][:_SHOWN] or ["Сам текст."]
    return "\n".join(["---", *header, "---", *shown, "…"])


def _from_first(lines: Sequence[str]) -> list[str]:
    """Drop empty lines and whatever was meant as a fence from the beginning."""
    start = next(
        (n for n, line in enumerate(lines) if line.strip() and not _FENCE_LIKE.fullmatch(line)),
        len(lines),
    )
    return list(lines[start:])


def _is_header_line(line: str) -> bool:
    inside = line.startswith((" ", "- ")) and not _FENCE_LIKE.fullmatch(line)
    return inside or bool(_KEY.fullmatch(line))


def _as_key(line: str, kind: type[Header]) -> str:
    found = _KEY.fullmatch(line)
    if not found or found["key"].lower() not in kind.model_fields:
        return line
    value = found["value"]
    return found["key"].lower() + (f": {value.strip()}" if value else ":")


def _title(body: list[str]) -> tuple[str, list[str]]:
    """Return the title that the body begins with, and the body without it if it was a heading."""
    heading = _HEADING.fullmatch(body[0]) if body else None
    if heading:
        return heading["words"] or _UNTITLED, body[1:]
    words = " ".join(without_invisible(body[0]).split()).rstrip(".:;,") if body else ""
    title = words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0]
    return (title if re.search(r"\w", title) else _UNTITLED), body


def _wanting(path: str, kind: type[Header], present: set[str]) -> Iterator[str]:
    dated = _DATED.match(PurePosixPath(path).name)
    for name, field in kind.model_fields.items():
        if field.is_required() and name not in present:
            yield f"date: {dated[1]}" if name == "date" and dated else EXAMPLES[name]
