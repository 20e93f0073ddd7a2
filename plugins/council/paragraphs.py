"""The difference between two texts as people read it: paragraphs, and words inside them.

A pure function, and an honest one: without what was added a difference is the old text, without
what was removed the new one, letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sort = Literal["same", "added", "removed", "changed"]

ALIKE = 0.5  # the share of words in common from which a paragraph is the old one, changed
NEAR = 20  # paragraphs among which the changed one is looked for
LONGEST = 3000  # words of a paragraph; in a longer one no single words are compared

_WORDS = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph that stayed, came or went."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of both texts or of one of them; a changed one has pieces of several sorts."""

    sort: Sort
    pieces: tuple[Piece, ...]


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of both texts in order: which stayed, came, went or changed."""
    return tuple(_difference(old, new))


def before(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the old text."""
    return _side(paragraphs, "added")


def after(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the new text."""
    return _side(paragraphs, "removed")


def _side(paragraphs: Sequence[Paragraph], left_out: Sort) -> list[str]:
    return [
        "".join(piece.text for piece in paragraph.pieces if piece.sort != left_out)
        for paragraph in paragraphs
        if paragraph.sort != left_out
    ]


def _difference(old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield from (_whole("same", text) for text in old[i:j])
        else:
            yield from _replaced(old[i:j], new[k:m])


def _whole(sort: Sort, text: str) -> Paragraph:
    return Paragraph(sort, (Piece(sort, text),))


def _replaced(removed: Sequence[str], added: Sequence[str]) -> Iterator[Paragraph]:
    """Pair each old paragraph with the nearest new one that is like it; the rest came or went."""
    done = 0
    for old in removed:
        near = range(done, min(len(added), done + NEAR))
        match = next((at for at in near if _alike(old, added[at])), None)
        if match is None:
            yield _whole("removed", old)
            continue
        yield from (_whole("added", text) for text in added[done:match])
        yield Paragraph("changed", tuple(_joined(_words(old, added[match]))))
        done = match + 1
    yield from (_whole("added", text) for text in added[done:])


def _alike(old: str, new: str) -> bool:
    """Whether the paragraphs share most words, in whatever order: cheap, and good enough."""
    words = SequenceMatcher(None, old.split(), new.split())
    return words.real_quick_ratio() >= ALIKE and words.quick_ratio() >= ALIKE


def _words(old: str, new: str) -> Iterator[tuple[Sort, str, str]]:
    """Yield runs of words: whether they stayed, what they were, what they are."""
    ours, theirs = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(ours), len(theirs)) > LONGEST:
        yield "changed", old, new
        return
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs).get_opcodes():
        yield ("same" if tag == "equal" else "changed"), "".join(ours[i:j]), "".join(theirs[k:m])


def _joined(runs: Iterator[tuple[Sort, str, str]]) -> Iterator[Piece]:
    """Yield the pieces; a space alone between two changes is read with them."""
    removed = added = ""
    for sort, old, new in runs:
        if sort == "changed" or (old.isspace() and (removed or added)):
            removed, added = removed + old, added + new
            continue
        yield from _change(removed, added)
        yield Piece("same", old)
        removed = added = ""
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
