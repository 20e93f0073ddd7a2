"""Blocks of plain text read at once, without asking every kind of block in turn.

Python-Markdown asks fifteen processors about each block, most with a search through it; most
blocks are paragraphs. Looking at how their lines begin gives the same tree sooner.
"""

import re
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockProcessor

# What a line of any other block begins with; a table has «|» anywhere in its lines.
_BEGINS_OTHER = re.compile(r"\Z|\n|[ ]*[#=\-_*+:>\[]|[ ]{4}")
_HOLDS_OTHER = re.compile(r"\n[ ]*[#=\-_*+:>\[]")


class PlainBlocks(BlockProcessor):
    """Gives a block that only some kinds can want to the first of them that does."""

    def __init__(self, *kinds: BlockProcessor) -> None:
        """``kinds`` are all that may begin with a letter or a digit, the paragraph last."""
        super().__init__(kinds[-1].parser)
        self._kinds = kinds

    def test(self, parent: Element, block: str) -> bool:
        """Say whether no line of the block begins as a heading, a list, a quote or a note does."""
        return not ("|" in block or _BEGINS_OTHER.match(block) or _HOLDS_OTHER.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Let the block be read by what it is."""
        next(kind for kind in self._kinds if kind.test(parent, blocks[0])).run(parent, blocks)
