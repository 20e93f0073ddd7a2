"""Blocks of plain text read at once, without asking every kind of block in turn.

Python-Markdown asks fifteen processors about each block, most with a search through it; most
blocks are paragraphs. Looking at how their lines begin gives the same tree sooner.
"""

import re
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockProcessor

# What a line of any other block begins with; a table has «|» anywhere in its lines.
# «**Слово» begins a paragraph: a list has a space after its star, a line of stars nothing else.
_SIGN = r"[ ]*(?:[#=\-_+:>\[]|\*(?!\*[^*\s\[]))"
_BEGINS_OTHER = re.compile(rf"\Z|\n|{_SIGN}|[ ]{{4}}")
_HOLDS_OTHER = re.compile(rf"\n{_SIGN}")


class PlainBlocks(BlockProcessor):
    """Gives a block that only some kinds can want to the first of them that does."""

    def __init__(self, numbered: BlockProcessor, paragraph: BlockProcessor) -> None:
        """Nothing but these two may begin with a letter or a digit."""
        super().__init__(paragraph.parser)
        self._numbered = numbered
        self._paragraph = paragraph

    def test(self, parent: Element, block: str) -> bool:
        """Say whether no line of the block begins as a heading, a list, a quote or a note does."""
        return not ("|" in block or _BEGINS_OTHER.match(block) or _HOLDS_OTHER.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Let the block be read by what it is, and the plain blocks after it."""
        while True:
            is_numbered = self._numbered.test(parent, blocks[0])
            (self._numbered if is_numbered else self._paragraph).run(parent, blocks)
            if not blocks or not self.test(parent, blocks[0]):
                return
