"""Bodies in which nobody wrote a sign of Markdown: acts of plain points, before all.

Such a body is paragraphs, and in an act points and chapters. Their HTML follows from the lines, so
no tree is made, walked and written: of the whole reading that was dear. Whatever may be anything
else is left to Python-Markdown, which gives the same (test_unmarked.py).
"""

import re
from typing import NamedTuple

from plugins.council.markdown.fragments import Fragments
from plugins.council.markdown.headings import Heading
from plugins.council.markdown.legal_text import Marker, Numbering, read_chapter, read_marker
from plugins.council.markdown.points import is_title, split_line

_SIGN = re.compile("[`\\\\[<>&*_|~\t\r\x02\x03]")
_BEGINS_OTHER = frozenset("#=-+:")  # a heading, a rule, a list, an explanation
_BEGINS_ITEM = re.compile(r"•|\d+\.")  # in an act these are points


class Unmarked(NamedTuple):
    """What comes of such a body: its HTML, its headings and all its ids."""

    html: str
    outline: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()


class _Block(NamedTuple):
    """Lines that belong together, and what numbers them."""

    marker: Marker | None
    lines: list[str]


def read_unmarked(text: str, *, legal: bool) -> Unmarked | None:
    """Return what the text is, ``None`` where Markdown has to be asked; ``legal`` as in body.py."""
    blocks = None if _SIGN.search(text) else _blocks(text, legal)
    if blocks is None or not all(map(_numbered_as_begun, blocks)):
        return None
    return _put_together(blocks)


def _blocks(text: str, legal: bool) -> list[_Block] | None:
    """Return the blocks of a text without signs; ``None`` when a line of it may still be one."""
    blocks: list[_Block] = []
    goes_on = False
    for line in text.split("\n"):
        if not line:
            goes_on = False
            continue
        if line[0] in _BEGINS_OTHER or line[0].isspace() or line[-1].isspace():
            return None
        if not legal and _BEGINS_ITEM.match(line):
            return None
        part = split_line(line) if legal else None
        if goes_on and part is None:
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block(part[0] if part else None, [line]))
        goes_on = True
    return blocks


def _numbered_as_begun(block: _Block) -> bool:
    """Say whether all lines of a block together have the number that its first line has."""
    if block.marker is None or len(block.lines) == 1:
        return True
    text = "\n".join(block.lines)
    return (read_marker(text) or read_chapter(text)) == block.marker


def _put_together(blocks: list[_Block]) -> Unmarked:
    numbering, fragments = Numbering(), Fragments(set())
    html: list[str] = []
    outline: list[Heading] = []
    ids: list[str] = []
    for marker, lines in blocks:
        text = "\n".join(lines)
        if marker is None:
            html.append(f"<p>{text}</p>")
            continue
        named = ""
        if wanted := numbering.enter(marker):
            ids.append(fragments.claim(wanted))
            named = f' id="{ids[-1]}"'
        rest = text[len(marker.typed) :]
        if marker.kind == "chapter" and is_title(rest):
            html.append(f"<h2{named}>{text}</h2>")
            outline.append(Heading(2, ids[-1], " ".join(text.split())))
        else:
            number = f'<span class="point__number">{marker.typed}</span>'
            html.append(f'<p class="point point--{marker.depth}"{named}>{number}{rest}</p>')
    return Unmarked("\n".join(html), tuple(outline), tuple(ids))
