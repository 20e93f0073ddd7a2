"""Blocks of a tree: paragraphs, headings, lists, quotes, tables, pictures, one after another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from plugins.council.markdown.legal_text import read_marker
from plugins.importing.markdown.escaping import escape_start
from plugins.importing.markdown.spans import BREAK, Span, markdown_of, picture, spans_of, words_of
from plugins.importing.markdown.tables import table_markdown, table_rows

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_GROUPS = {
    "div", "section", "article", "main", "header", "footer", "aside", "center", "details", "figure",
    "form", "fieldset", "nav", "dl", "body", "html", "address", "hgroup", "li", "tbody", "tr", "td",
    "th", "thead", "tfoot", "caption", "font", "summary", "figcaption", "dt", "dd", "p", "label",
}  # fmt: skip
_BLOCKS = {*_HEADINGS, *_GROUPS, "ul", "ol", "table", "blockquote", "pre", "hr"} - {"font", "label"}
_DROPPED = {"script", "style", "noscript", "template", "head", "button", "select", "textarea"}
_INDENT = "    "
_DEEPEST_QUOTE = 5
_NUMBER = re.compile(r"(\d{1,4})\.(?=\s)")


@dataclass(frozen=True, slots=True)
class Style:
    """How the Markdown will be read: ``legal`` bodies keep every number as a paragraph's own."""

    legal: bool = False


def to_markdown(body: Element, style: Style, notes: Mapping[str, Element] | None = None) -> str:
    """Return the Markdown of a body and of its notes, a line end at the end."""
    blocks = list(_blocks(body, style, 0))
    for name, note in (notes or {}).items():
        inner = "\n\n".join(_blocks(note, Style(), 0))
        blocks.append(_indented(f"[^{name}]: {inner}"))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(element: Element, style: Style, depth: int) -> Iterator[str]:
    """Yield each block inside an element; text between blocks is a paragraph."""
    paragraphs: list[list[Span]] = []
    run = _run(element.text)
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _DROPPED:
            run = _continue(run, child.tail)
        elif child.tag in _BLOCKS or _holds_block(child):
            paragraphs += _paragraph(run)
            if child.tag == "p" and not _holds_block(child):
                paragraphs += _paragraph(child)
            else:
                yield from _written(paragraphs, style)
                paragraphs = []
                yield from _block(child, style, depth)
            run = _run(child.tail)
        else:
            run.append(child)
    yield from _written([*paragraphs, *_paragraph(run)], style)


def _run(text: str | None) -> Element:
    run = Element("span")
    run.text = text
    return run


def _continue(run: Element, tail: str | None) -> Element:
    if tail:
        more = Element("span")
        more.text = tail
        run.append(more)
    return run


def _holds_block(element: Element) -> bool:
    inner = element.iter()
    next(inner)
    return any(one.tag in _BLOCKS for one in inner)


def _paragraph(element: Element) -> list[list[Span]]:
    """Return the paragraphs of a run: two line breaks together part them, as people type."""
    parts: list[list[Span]] = [[]]
    for span in spans_of(element):
        if span.ready or not re.search(r"\n[ ]*\n", span.text):
            parts[-1].append(span)
            continue
        first, *others = re.split(r"\n[ ]*\n[ \n]*", span.text)
        parts[-1].append(replace(span, text=first))
        parts += [[replace(span, text=text)] for text in others]
    return [part for part in parts if any(span.text.strip() for span in part)]


def _block(element: Element, style: Style, depth: int) -> Iterator[str]:
    match element.tag:
        case tag if tag in _HEADINGS:
            yield from _heading(element, _HEADINGS[tag], style)
        case "ul" | "ol":
            yield from _list(element, style, depth)
        case "table":
            yield from _table(element, style)
        case "blockquote":
            yield from _quote(element, style, depth)
        case "pre":
            yield from _preformatted(element)
        case "hr":
            yield "* * *"
        case "figure" if element.find(".//table") is None:
            yield from _figure(element, style, depth)
        case _:
            yield from _blocks(element, style, depth)


def _heading(element: Element, level: int, style: Style) -> Iterator[str]:
    if _holds_block(element):
        yield from _blocks(element, style, 0)
        return
    spans = [Span(s.text, href=s.href, ready=s.ready, tag=s.tag) for s in spans_of(element)]
    text = markdown_of(spans, " ").replace(BREAK, " ")
    if words_of(spans):
        yield "#" * min(max(level, 2), 6) + " " + re.sub(r"(#+)$", r"\\\1", text)
    elif text:
        yield text


def _written(paragraphs: list[list[Span]], style: Style) -> Iterator[str]:
    """Yield paragraphs; numbers that count up by one are a list, others stay as they are."""
    counted = _counted(paragraphs) if not style.legal else frozenset()
    for place, spans in enumerate(paragraphs):
        made = markdown_of(_numbers_apart(spans) if style.legal else spans)
        numbers = not style.legal and place not in counted
        lines = [escape_start(line, numbers=numbers) for line in made.split("\n")]
        if len(lines) > 1:
            lines = [re.sub(r"(?<!\\)\|", r"\\|", line) for line in lines]
        text = "\n".join(lines)
        if text.strip():
            yield _indented(text) if place in counted else text


def _counted(paragraphs: list[list[Span]]) -> frozenset[int]:
    numbers: list[int | None] = []
    for spans in paragraphs:
        found = _NUMBER.match(words_of(spans)) if spans and not spans[0].ready else None
        plain = bool(spans) and not (spans[0].bold or spans[0].italic or spans[0].href)
        numbers.append(int(found[1]) if found and plain else None)
    pairs = [
        (place, place + 1)
        for place, (one, next_) in enumerate(pairwise(numbers))
        if one is not None and next_ == one + 1
    ]
    return frozenset(place for pair in pairs for place in pair)


def _numbers_apart(spans: list[Span]) -> list[Span]:
    """Take the number of a point out of bold type, where our grammar would not see it."""
    first = spans[0]
    marker = read_marker(words_of(spans)) if first.bold or first.italic else None
    if marker is None or not first.text.lstrip().startswith(marker.typed):
        return spans
    at = first.text.index(marker.typed) + len(marker.typed)
    rest = Span(first.text[at:], first.bold, first.italic, first.tag, first.href)
    return [Span(first.text[:at]), rest, *spans[1:]]


def _list(element: Element, style: Style, depth: int) -> Iterator[str]:
    """Yield a list as one block; a table inside it stands after its item, and the list goes on."""
    number = int(start) if (start := element.get("start", "")).isdecimal() else 1
    lines: list[str] = []
    for item in element:
        if item.tag in ("ul", "ol"):  # not where HTML wants it, but many editors write so
            lines.append(_indented("\n\n".join(_list(item, style, depth + 1)), whole=True))
            continue
        inner = list(_blocks(item, style, depth + 1))
        if not inner:
            continue
        counted = element.tag == "ol"
        outside = [] if depth else [one for one in inner if one.startswith(("<table>", "| "))]
        kept = [one for one in inner if one not in outside]
        lines += _item(kept, number if counted else None, style)
        number += 1
        if outside:
            yield from _joined(lines)
            yield from outside
            lines = []
    yield from _joined(lines)


def _joined(lines: list[str]) -> Iterator[str]:
    if lines:
        loose = any("\n\n" in line or (re.match(r"\d", line) and "\n" in line) for line in lines)
        yield ("\n\n" if loose else "\n").join(lines)


def _item(inner: list[str], number: int | None, style: Style) -> list[str]:
    if not inner:
        return []
    first = inner[0]
    nested = inner[1:]
    if number is not None and style.legal:
        return ["\n\n".join([f"{number}. {first}", *nested])]
    mark = f"{number}. " if number is not None else "- "
    simple = all(re.match(r"(?:- |\d+\. )", one) for one in nested)
    text = ("\n" if simple else "\n\n").join([first, *nested])
    return [mark + _indented(text)]


def _indented(text: str, whole: bool = False) -> str:
    lines = text.split("\n")
    rest = [_INDENT + line if line.strip() else "" for line in lines[0 if whole else 1 :]]
    return "\n".join(rest if whole else [lines[0], *rest])


def _table(element: Element, style: Style) -> Iterator[str]:
    caption = element.find("caption")
    if caption is not None:
        yield from _blocks(caption, style, 0)
    rows = table_rows(element)
    if len(rows) == 1 and not any(cell.head for cell in rows[0]):
        yield from _layout(rows[0], style)  # a signature, a frame: no table to a reader
    elif rows:
        yield table_markdown(rows)


def _layout(cells: list, style: Style) -> Iterator[str]:  # type: ignore[type-arg]
    if all(len(cell.lines) <= 1 for cell in cells):
        joined: list[Span] = []
        for cell in cells:
            for line in cell.lines:
                joined += [Span(" "), *line] if joined else list(line)
        yield from _written([joined] if joined else [], style)
        return
    yield from _written([list(line) for cell in cells for line in cell.lines], style)


def _quote(element: Element, style: Style, depth: int) -> Iterator[str]:
    inner = "\n\n".join(_blocks(element, style, depth + 1))
    if depth > _DEEPEST_QUOTE or style.legal:
        yield from filter(None, [inner])
    elif inner:
        yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _preformatted(element: Element) -> Iterator[str]:
    text = "".join(element.itertext()).strip("\n")
    if text.strip():
        fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
        yield f"{fence}\n{text}\n{fence}"


def _figure(element: Element, style: Style, depth: int) -> Iterator[str]:
    images = list(element.iter("img"))
    caption = next(element.iter("figcaption"), None)
    nested = next((one for one in element.iter("figure") if one is not element), None)
    if len(images) != 1 or nested is not None or next(element.iter("a"), None) is not None:
        yield from _blocks(element, style, depth)
        return
    words = " ".join("".join(caption.itertext()).split()) if caption is not None else ""
    others = "".join(element.itertext()).split() != words.split()
    if others or not images[0].get("src"):
        yield from _blocks(element, style, depth)
    else:
        yield picture(images[0].get("src", ""), images[0].get("alt", ""), words)
