"""Python-Markdown's inline step without the searches that cannot find anything.

It tries fifteen patterns on every piece of text; most pieces hold not one of the signs with
which a pattern begins. Asking for the sign first gives the same tree, and bought the most of all
that was done for speed in reading a text.
"""

import re
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString

_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""Name of a pattern → texts one of which every match holds."""

_OF_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")
"""Patterns that change nothing where nobody wrote «[назва]: адреса», however long they look."""

_ANY_SIGN = re.compile(rf"[`\\[<&*_{STX}\n](?:(?<!\n)|(?<=  \n))")


_Tried = tuple[Any, str, str]
"""A pattern and its first and last sign, which for most are one."""


class QuickInlines(InlineProcessor):
    """The inline step; ``register_quick_inlines`` puts it in the place of Python-Markdown's."""

    @cached_property
    def _all(self) -> list[_Tried]:
        patterns = self.inlinePatterns
        names = sorted((n for n in _SIGNS if n in patterns), key=patterns.get_index_for_name)
        if len(names) != len(patterns):
            raise ValueError("an inline pattern without a sign: name it in quick_inlines.py")
        return [(patterns[name], _SIGNS[name][0], _SIGNS[name][-1]) for name in names]

    @cached_property
    def _without_references(self) -> list[_Tried]:
        of_references = [self.inlinePatterns[name] for name in _OF_REFERENCES]
        return [tried for tried in self._all if tried[0] not in of_references]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Read those children of the root in which there is something to find.

        The step walks through all that it is given, takes every text out and puts it back.
        """
        self._tried = self._all if self.md.references else self._without_references
        signed = Element(tree.tag)
        for child in tree:
            if child.tail:
                return super().run(tree, ancestors)
            if _ANY_SIGN.search("".join(child.itertext())):
                signed.append(child)
        super().run(signed, ancestors)
        return tree

    # The name by which the base class, by Python's rule for «__» names, calls it from everywhere.
    def _InlineProcessor__handleInline(
        self,
        data: str,
        patternIndex: int = 0,  # so named by the base class
    ) -> str:
        if isinstance(data, AtomicString) or not _ANY_SIGN.search(data):
            return data
        start = 0
        while patternIndex < len(self._tried):
            pattern, sign, other = self._tried[patternIndex]
            matched = False
            if sign in data or other in data:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]  # as above
                    pattern, data, patternIndex, start
                )
            if not matched:
                patternIndex += 1
                start = 0
        return data


def register_quick_inlines(markdown: Markdown) -> None:
    """Put the quick inline step where the slow one was."""
    markdown.treeprocessors.register(QuickInlines(markdown), "inline", 20)
