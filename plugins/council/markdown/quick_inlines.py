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

_ANY_SIGN = re.compile(rf"[`\\[<&*_{STX}\n](?:(?<!\n)|(?<=  \n))")


class QuickInlines(InlineProcessor):
    """The inline step; ``register_quick_inlines`` puts it in the place of Python-Markdown's."""

    @cached_property
    def _tried(self) -> list[tuple[Any, tuple[str, ...]]]:
        patterns = self.inlinePatterns
        names = sorted((n for n in _SIGNS if n in patterns), key=patterns.get_index_for_name)
        if len(names) != len(patterns):
            raise ValueError("an inline pattern without a sign: name it in quick_inlines.py")
        return [(patterns[name], _SIGNS[name]) for name in names]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Read those children of the root in which there is something to find.

        The step walks through all that it is given, takes every text out and puts it back.
        """
        signed = Element(tree.tag)
        for child in tree:
            if child.tail:
                return super().run(tree, ancestors)
            if _holds_sign(child):
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
            pattern, signs = self._tried[patternIndex]
            matched = False
            if any(sign in data for sign in signs):
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]  # as above
                    pattern, data, patternIndex, start
                )
            if not matched:
                patternIndex += 1
                start = 0
        return data


def _holds_sign(child: Element) -> bool:
    texts = (text for element in child.iter() for text in (element.text, element.tail) if text)
    return any(map(_ANY_SIGN.search, texts))


def register_quick_inlines(markdown: Markdown) -> None:
    """Put the quick inline step where the slow one was."""
    markdown.treeprocessors.register(QuickInlines(markdown), "inline", 20)
