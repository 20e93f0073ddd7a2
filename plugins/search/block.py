"""A block of 256 texts: their postings and forms, cut as the index is, kept between builds.

The file of a block says by its digest what it was made of, so it is never stale and never missed.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.output.digest import digest_bytes
from plugins.search import forms, postings
from plugins.search.lexicon import Entry, Lexicon
from plugins.search.postings import FILES, Posting, impact
from plugins.search.shape import Shape

SHORT = 16  # letters of a slice's digest


@dataclass(frozen=True, slots=True)
class Member:
    """A text of a block: its ``id`` in the index, its ``path``, its ``files`` with words."""

    id: int
    path: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block in its file: the ``digest`` of what it was made from, and its slices."""

    digest: str
    digests: tuple[str, ...]
    slices: tuple[bytes, ...]


Read = Callable[[str], str]
"""Gives the extract of a text or file by its path."""


def block(
    file: Path, digest: str, members: Iterable[Member], shape: Shape, read: Read, lexicon: Lexicon
) -> Block:
    """Return a block, from its file when that was made from the same."""
    digest = f"{digest}-{shape.buckets}-{shape.shards}"
    kept = load_block(file)
    if kept is not None and kept.digest == digest:
        return kept
    made = _made(members, shape, read, lexicon)
    _save(file, digest, made)
    return Block(digest, _digests(made), tuple(made))


def load_block(file: Path) -> Block | None:
    """Return the block that lies in a file, ``None`` when there is none."""
    try:
        digest, sizes, rest = file.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    digests, _, data = rest.partition(b"\n")
    slices, at = [], 0
    for size in json.loads(sizes):
        slices.append(data[at : at + size])
        at += size
    known = digests.decode()
    parts = tuple(known[at : at + SHORT] for at in range(0, len(known), SHORT))
    return Block(digest.decode(), parts, tuple(slices))


loaded = lru_cache(maxsize=None)(load_block)
"""The same for rendering, which asks the same blocks for every bucket."""


def _save(file: Path, digest: str, slices: list[bytes]) -> None:
    head = [digest, json.dumps([len(one) for one in slices]), "".join(_digests(slices)), ""]
    aside = file.with_suffix(".new")
    aside.write_bytes("\n".join(head).encode() + b"".join(slices))
    aside.replace(file)


def _digests(slices: list[bytes]) -> tuple[str, ...]:
    return tuple(digest_bytes(one)[:SHORT] for one in slices)


def _made(members: Iterable[Member], shape: Shape, read: Read, lexicon: Lexicon) -> list[bytes]:
    found: dict[str, list[Posting]] = {}
    lines: dict[str, None] = {}
    for member in members:
        words, *numbers = json.loads(read(member.path) or "[[],[],[],[]]")
        others = [read(file).split() for file in member.files]
        entries = lexicon.entries([*words, *(word for some in others for word in some)])
        for key, posting in _of_text(member.id, words, numbers, others, entries):
            found.setdefault(key, []).append(posting)
        for word in (*words, *(word for some in others for word in some)):
            lines.update(dict.fromkeys(entries[word].lines))
    return [
        *postings.slices(found, shape.buckets),
        *forms.slices({p for line in lines for p in forms.map_parts(line)}, shape.shards),
        *forms.slices({p for line in lines for p in forms.head_parts(line)}, shape.shards),
    ]


def _of_text(
    id_: int, words: list[str], numbers: list[list[int]], files: list[list[str]],
    entries: dict[str, Entry],
) -> Iterable[tuple[str, Posting]]:  # fmt: skip
    """Return the postings of one text; words of a file count where the text has them not."""
    keys: dict[str, list[int]] = {}
    length = 0
    for word, in_title, in_text, following in zip(words, *numbers, strict=True):
        length += in_text
        for key in entries[word].keys:
            sums = keys.setdefault(key, [0, 0, 0])
            sums[0] += in_title
            sums[1] += in_text
            sums[2] |= following
    made = {
        key: Posting(id_, impact(in_title, in_text, length), following)
        for key, (in_title, in_text, following) in keys.items()
    }
    for number, some in enumerate(files, 1):
        mark = 1 + (min(number, 3) << FILES)
        for word in some:
            for key in entries[word].keys:
                made.setdefault(key, Posting(id_, mark, 255))
    return made.items()
