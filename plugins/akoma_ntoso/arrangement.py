"""The parts of an act put one into another, by numbers and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from xml.etree.ElementTree import Element

from plugins.akoma_ntoso.markup import BLOCKS, Markup, say
from plugins.akoma_ntoso.parts import ANNEX, Part, beginning
from plugins.council.markdown.fragments import text_of

_ANNEX = re.compile(r"Додаток(?: (?:№ ?)?\d+)?(?: до .*)?|ЗАТВЕРДЖЕН[ОАИІ]\b.*")
_SENTENCE_ENDS = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An act in order: what stands before its parts, the parts, and the lines after them."""

    opening: list[Element] = field(default_factory=list)
    parts: list[Part | Element] = field(default_factory=list)
    closing: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of HTML with its text before anything was taken from it, and what it begins."""

    block: Element
    text: str
    part: Part | None

    @property
    def is_words(self) -> bool:
        return self.part is None and self.block.tag == "p"

    @property
    def may_close(self) -> bool:
        """Signatures end without a full stop; notes to the text stand after them."""
        if self.block.get("class") == "footnote":
            return True
        return self.is_words and not self.text.endswith(_SENTENCE_ENDS)


def arranged(root: Element, markup: Markup) -> Arrangement:
    """Arrange the HTML of a body, given as the children of ``root``."""
    lines = [_line(block, markup) for block in _top_blocks(root)]
    flow = _Flow(markup)
    *before, last = _by_annexes(lines)
    for stretch in before:
        kept, closing = _closing(stretch)
        flow.take(kept)
        if closing:
            flow.beside("signature", closing)
        flow.beside("annex", [])
    kept, closing = _closing(last)
    flow.take(kept)
    flow.done.closing.extend(flow.blocks(closing))
    return flow.done


def _line(block: Element, markup: Markup) -> _Line:
    text = " ".join(text_of(block).split())
    return _Line(block, text, beginning(block, markup))


def _top_blocks(root: Element) -> Iterator[Element]:
    """Yield the blocks of a body; words outside any block make a paragraph."""
    loose = Element("p")
    say(loose, root.text)
    for child in root:
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            if text_of(loose).strip() or len(loose):
                yield loose
            loose = Element("p")
            yield child
        else:
            loose.append(child)
        say(loose, tail)
    if text_of(loose).strip() or len(loose):
        yield loose


def _by_annexes(lines: list[_Line]) -> list[list[_Line]]:
    """Divide an act before «Додаток» and «ЗАТВЕРДЖЕНО» that stand after its points."""
    stretches: list[list[_Line]] = [[]]
    for line in lines:
        if line.may_close and _ANNEX.fullmatch(line.text) and any(one.part for one in stretches[0]):
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def _closing(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Divide lines before the signatures after the last point."""
    end = len(lines)
    while end and lines[end - 1].may_close:
        end -= 1
    if not any(line.part and line.part.num is not None for line in lines[:end]):
        return lines, []
    return lines[:end], lines[end:]


class _Flow:
    """Goes through the lines with the parts that are open, the outermost first."""

    def __init__(self, markup: Markup) -> None:
        self.done = Arrangement()
        self._markup = markup
        self._open: list[Part] = []

    def take(self, lines: list[_Line]) -> None:
        """Put lines where they belong: each that begins nothing continues what is open."""
        for line, following in zip_longest(lines, lines[1:]):
            if line.part is not None:
                self.begin(line.part)
            elif around := self._headed(line, following):
                self._leave(around.rank + 1)
                around.parts.append(self._markup.phrase("crossHeading", line.block))
            else:
                blocks = self._open[-1].blocks if self._open else self.done.opening
                blocks.extend(self._markup.blocks(line.block))

    def begin(self, part: Part) -> None:
        """Put a part into the nearest open one that may hold it, and leave it open."""
        self._leave(part.rank)
        (self._open[-1].parts if self._open else self.done.parts).append(part)
        self._open.append(part)

    def beside(self, name: str, lines: list[_Line]) -> None:
        """Begin what stands beside the act's own parts."""
        part = Part("hcontainer", ANNEX, name=name)
        part.blocks = self.blocks(lines)
        self.begin(part)

    def blocks(self, lines: list[_Line]) -> list[Element]:
        """Return the blocks of some lines."""
        return [block for line in lines for block in self._markup.blocks(line.block)]

    def _leave(self, rank: int) -> None:
        while self._open and self._open[-1].rank >= rank:
            self._open.pop()

    def _headed(self, line: _Line, following: _Line | None) -> Part | None:
        """Return the part in which a line heads the points that follow: «Обов’язки відділу:»."""
        if not (line.is_words and line.text.endswith(":") and self._open):
            return None
        last, coming = self._open[-1], following.part if following else None
        if coming is None or last.num is None or last.rank < coming.rank:
            return None
        return next((part for part in reversed(self._open) if part.rank < coming.rank), None)
