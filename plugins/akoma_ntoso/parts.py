"""What begins a part of an act in the HTML of its body: розділ, пункт, підпункт, a heading."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plugins.akoma_ntoso.markup import Markup
from plugins.council.markdown.fragments import HEADINGS, text_of
from plugins.council.markdown.legal_text import Marker, latin_number, read_chapter, read_marker

ANNEX = 1
"""Rank of what stands beside the act itself; headings have that of their level, 2–6."""

_ROMAN, _POINT, _SUBPOINT, _LETTER, _BULLET = 7, 8, 12, 13, 14


@dataclass(slots=True)
class Part:
    """A part of the hierarchy: number, heading, blocks, then the parts and headings inside it.

    ``tag`` and ``name`` are those of Akoma Ntoso, ``number`` is in one spelling, ``fragment`` the
    place on the page. A part stands in the nearest one before it that has a smaller ``rank``.
    """

    tag: str
    rank: int
    name: str = ""
    number: str = ""
    fragment: str = ""
    num: Element | None = None
    heading: Element | None = None
    blocks: list[Element] = field(default_factory=list)
    parts: "list[Part | Element]" = field(default_factory=list)


def beginning(block: Element, markup: Markup) -> Part | None:
    """Return the part that a block of HTML begins, ``None`` for a block that continues one."""
    if block.tag in HEADINGS:
        return _of_heading(block, markup)
    if block.get("class", "").startswith("point "):
        return _of_point(block, markup)
    return None


def _of_heading(block: Element, markup: Markup) -> Part:
    rank, fragment = int(block.tag[1]), block.get("id", "")
    marker = read_chapter(text_of(block))
    if marker is None:
        heading = markup.phrase("heading", block)
        return Part("hcontainer", rank, name="heading", fragment=fragment, heading=heading)
    part = Part("chapter", rank, number=marker.number, fragment=fragment, num=Element("num"))
    assert part.num is not None
    part.num.text = marker.typed
    _take(block, len(marker.typed))
    if text_of(block) or len(block):
        part.heading = markup.phrase("heading", block)
    return part


def _of_point(block: Element, markup: Markup) -> Part | None:
    text = text_of(block)
    marker = read_marker(text) or read_chapter(text)
    typed = block[0] if len(block) and not (block.text or "").strip() else None
    if marker is None or typed is None or typed.get("class") != "point__number":
        return None  # «1.**5** млн» only looked like a point
    block.remove(typed)
    block.text = (typed.tail or "").lstrip()
    tag, rank = _place(marker)
    number = latin_number(marker.number) if marker.number else ""
    part = Part(tag, rank, number=number, fragment=block.get("id", ""))
    part.num = markup.phrase("num", typed)
    part.blocks = markup.blocks(block)
    return part


def _place(marker: Marker) -> tuple[str, int]:
    """Return the element of a numbered part and its rank."""
    match marker.kind:
        case "chapter":  # «I. Внести такі зміни:»: no heading, yet it holds points
            return "chapter", _ROMAN
        case "point":
            deeper = marker.number.count(".")
            return ("subparagraph" if deeper else "paragraph"), _POINT + deeper
        case "subpoint":
            return "subparagraph", _SUBPOINT
        case "letter":
            return "point", _LETTER
        case "bullet":
            return "indent", _BULLET


def _take(element: Element, count: int) -> None:
    """Take the first signs off an element's text, and the blanks on both sides of them."""
    text = text_of(element)
    count += len(text) - len(text.lstrip())
    count = len(text) - len(text[count:].lstrip())
    for owner, name in _texts(element):
        words = getattr(owner, name) or ""
        setattr(owner, name, words[count:])
        count = max(0, count - len(words))


def _texts(element: Element) -> Iterator[tuple[Element, str]]:
    yield element, "text"
    for child in element:
        yield from _texts(child)
        yield child, "tail"
