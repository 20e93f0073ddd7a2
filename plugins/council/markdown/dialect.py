"""The Markdown that editors write: which parts of Python-Markdown are on, and which are ours."""

from functools import cache
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import UnescapeTreeprocessor

from plugins.council.markdown.footnotes import NumberedFootnotes
from plugins.council.markdown.html_tree import texts_of
from plugins.council.markdown.lists import ListsAfterText, PointsApart
from plugins.council.markdown.plain_blocks import PlainBlocks
from plugins.council.markdown.points import PointsAsTyped
from plugins.council.markdown.quick_inlines import register_quick_inlines
from plugins.council.markdown.quick_lines import register_quick_lines

_MARK = "\x02"  # Python-Markdown's own sign of a piece put aside, and of a sign escaped


@cache
def _dialect(legal: bool) -> Markdown:
    markdown = Markdown(
        extensions=["tables", "def_list", "abbr", "sane_lists", "fenced_code", NumberedFootnotes()],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    blocks = markdown.parser.blockprocessors
    blocks.deregister("code")  # officials paste indented text and mean no program by it
    if legal:
        blocks.deregister("olist")  # numbers are the act's own
        blocks.register(PointsAsTyped(markdown.parser), "points", 12)  # just before paragraphs
    numbered = blocks["points" if legal else "olist"]
    blocks.register(PlainBlocks(numbered, blocks["paragraph"]), "plain", 110)
    lists = PointsApart(markdown) if legal else ListsAfterText(markdown)
    markdown.preprocessors.register(lists, "lists", 15)  # after code and HTML are put aside
    markdown.treeprocessors.deregister("prettify")
    markdown.treeprocessors.deregister("unescape")  # a walk through all; below, where there is need
    register_quick_lines(markdown)
    register_quick_inlines(markdown)
    return markdown


def forget_dialects() -> None:
    """Make new readers next time: one that stopped half-way keeps its place in the old text."""
    _dialect.cache_clear()


class MarkdownTree:
    """A body as Python-Markdown reads it, before anything is made of it."""

    def __init__(self, text: str, *, legal: bool) -> None:
        self._markdown = markdown = _dialect(legal).reset()
        lines = text.split("\n")
        for before in markdown.preprocessors:
            lines = before.run(lines)
        markdown.parser.parseDocument(lines)
        root = markdown.parser.root
        for after in markdown.treeprocessors:
            changed = after.run(root)
            root = root if changed is None else changed
        texts = texts_of(root)
        if _MARK in texts:
            UnescapeTreeprocessor(markdown).run(root)
            texts = texts_of(root)
        self.root: Element = root
        self.has_pieces = _MARK in texts  # something put aside must come back by way of text
        self.has_entities = "&" in texts

    @property
    def pieces(self) -> list[str]:
        """The editor's own HTML that was put aside; may be changed in place."""
        # Elements are put aside only by md_in_html, which is off.
        return cast("list[str]", self._markdown.htmlStash.rawHtmlBlocks)

    def html(self) -> str:
        """Return the HTML with all that was put aside in its place."""
        html = self._markdown.serializer(self.root)
        html = html.removeprefix("<div>").removesuffix("</div>")
        for last in self._markdown.postprocessors:
            html = last.run(html)
        return html
