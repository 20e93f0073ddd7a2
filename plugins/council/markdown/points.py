"""Points of an act in Markdown: each a paragraph with its number as typed and an address."""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from plugins.council.markdown.fragments import HEADINGS, Fragments, text_of
from plugins.council.markdown.legal_text import Marker, Numbering, read_chapter, read_marker

_LONGEST_TITLE = 200  # characters; a longer «I. …» is a point that somebody numbered in Roman
_BOLD = re.compile(r"(\*\*|__)(\S[^*_]*)\1")


@lru_cache(1024)  # a line is asked about when lists, blocks and points are looked for
def split_line(line: str) -> tuple[Marker, str, str] | None:
    """Return the marker, the Markdown of the number and the rest; ``None`` for ordinary text.

    A number may be bold by itself: ``**1.** Текст``.
    """
    line = line.strip()
    if bold := _BOLD.match(line):
        marker = read_marker(bold[2])
        if marker and marker.typed == bold[2].strip():
            return marker, bold[0], line[bold.end() :]
    marker = read_marker(line)
    return (marker, marker.typed, line[len(marker.typed) :]) if marker else None


class PointsAsTyped(BlockProcessor):
    """Makes a paragraph of every numbered line; ordinary lines after it continue it."""

    def test(self, parent: Element, block: str) -> bool:
        """Say whether a line of the block is numbered. Items of a list are left alone."""
        return parent.tag != "li" and any(map(split_line, block.split("\n")))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the first part off the block and leave the rest for the next turn."""
        first, *others = _parts(blocks.pop(0))
        blocks[:0] = others
        part = split_line(first.partition("\n")[0])
        if part is None:
            self.parser.parseBlocks(parent, [first])
            return
        marker, number, rest = part
        if "\n" in first:
            rest = "\n".join([rest, *(line.strip() for line in first.split("\n")[1:])])
        if marker.kind == "chapter" and is_title(rest):
            SubElement(parent, "h2").text = number + rest
        else:
            _add_point(parent, marker, number, rest)


def _parts(block: str) -> list[str]:
    if "\n" not in block:
        return [block]
    parts: list[list[str]] = [[]]
    for line in block.split("\n"):
        if split_line(line) and parts[-1]:
            parts.append([])
        parts[-1].append(line)
    return ["\n".join(lines) for lines in parts]


def is_title(rest: str) -> bool:
    """Say whether what stands after the number of a chapter is a title: no sentence goes on."""
    return len(rest) <= _LONGEST_TITLE and not rest.endswith((";", ",", ":"))


def _add_point(parent: Element, marker: Marker, number: str, rest: str) -> None:
    point = SubElement(parent, "p", {"class": f"point point--{marker.depth}"})
    point.text = ""  # Python-Markdown's footnotes add to the text of their last paragraph
    typed = SubElement(point, "span", {"class": "point__number"})
    typed.text = AtomicString(number) if number == marker.typed else number
    typed.tail = rest


def identify_parts(root: Element, fragments: Fragments) -> None:
    """Give every chapter heading and every point of an act its own fragment."""
    numbering = Numbering()
    for element in root.iter():
        if element.tag in HEADINGS:
            marker = read_chapter(text_of(element))
        elif element.get("class", "").startswith("point "):
            marker = read_marker(text_of(element)) or read_chapter(text_of(element))
        else:
            continue
        if marker and (wanted := numbering.enter(marker)):
            element.set("id", fragments.claim(wanted))
