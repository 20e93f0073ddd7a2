"""The path of a body, and what comes of it.

The path: limits → Markdown → a tree → points, headings, links, pictures, tables → HTML →
typography → the gate, where it would change anything. A text without a sign of Markdown goes
straight to HTML. All is a function of the arguments; nothing is read from disk.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal
from xml.etree.ElementTree import Element

from plugins.council.markdown.dialect import MarkdownTree, forget_dialects
from plugins.council.markdown.fault import Fault
from plugins.council.markdown.footnotes import settle_footnotes
from plugins.council.markdown.fragments import Fragments
from plugins.council.markdown.headings import Heading, settle_headings
from plugins.council.markdown.html_tree import (
    TooDeepError,
    decode_entities,
    plain_text,
    require_shallow,
    to_html,
    to_tree,
)
from plugins.council.markdown.limits import beyond_limits
from plugins.council.markdown.pictures import settle_pictures
from plugins.council.markdown.plain_html import is_plain
from plugins.council.markdown.points import identify_parts
from plugins.council.markdown.references import Reference, settle_references
from plugins.council.markdown.safe_html import clean, strip_typed, trimmed
from plugins.council.markdown.source import Source
from plugins.council.markdown.tables import settle_tables
from plugins.council.markdown.unmarked import read_unmarked
from plugins.council.typography import typeset, typeset_html

__all__ = ["Body", "Fault", "Heading", "Reference", "read_body"]

Lang = Literal["uk", "en"]
_ID = re.compile(r'<\w+(?= )[^<>]* id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Body:
    """A text's body, ready for a page.

    ``html`` is safe; links into the site read ``content:<path>``. ``fragments`` are all its ids,
    sorted.
    """

    html: str = ""
    references: tuple[Reference, ...] = ()
    outline: tuple[Heading, ...] = ()
    fragments: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The same in plain words, a line for each block."""
        return plain_text(self.html)


def read_body(
    source: str, *, legal: bool, first_line: int = 1, lang: str = "uk"
) -> tuple[Body, tuple[Fault, ...]]:
    """Read the Markdown of a body that begins on ``first_line`` of its file.

    ``legal`` is for acts, bills and minutes: verbatim, points numbered as typed. Words added for
    screen readers are in ``lang``. A text that cannot be read at all gives an empty body.
    """
    asked = Source(source, first_line)
    if fault := beyond_limits(asked):
        return Body(), (fault,)
    try:
        return _read(asked, legal, "en" if lang == "en" else "uk")
    except (RecursionError, TooDeepError):
        forget_dialects()
        message = "списки, цитати чи теги вкладено одне в одне надто глибоко. Спростіть текст."
        return Body(), (Fault(first_line, message, "limits"),)


def _read(source: Source, legal: bool, lang: Lang) -> tuple[Body, tuple[Fault, ...]]:
    if unmarked := read_unmarked(source.text, legal=legal):
        html, outline, ids = unmarked
        verbatim = legal or lang != "uk"
        html = html if verbatim else typeset_html(html)
        return Body(html, outline=outline, fragments=tuple(sorted(ids))), ()
    return _read_marked(source, legal, lang)


def _read_marked(source: Source, legal: bool, lang: Lang) -> tuple[Body, tuple[Fault, ...]]:
    root, faults = _tree(source, legal)
    require_shallow(root)
    settle_footnotes(root, lang)
    found = list(settle_references(root, source))
    fragments = Fragments({element.get("id", "") for element in root.iter()})
    if legal:
        identify_parts(root, fragments)
    outline = settle_headings(root, fragments)
    settle_pictures(root)
    settle_tables(root, lang)
    plain = is_plain(root)
    html = to_html(root)
    if lang == "uk" and not legal:  # an act is verbatim; English has other quotes
        html = typeset_html(html)
        outline = tuple(replace(heading, text=typeset(heading.text)) for heading in outline)
    html = trimmed(html) if plain else clean(html)
    references = tuple(item for item in found if isinstance(item, Reference))
    faults += [item for item in found if isinstance(item, Fault)]
    ids = tuple(sorted(_ID.findall(html)))
    return Body(html, references, outline, ids), tuple(sorted(faults))


def _tree(source: Source, legal: bool) -> tuple[Element, list[Fault]]:
    read = MarkdownTree(source.text, legal=legal)
    if not read.has_pieces:
        if read.has_entities:
            decode_entities(read.root)
        return read.root, []
    faults = list(strip_typed(read.pieces, source))
    return to_tree(read.html()), faults
