"""The map from forms to keys, by the first letters of a form, and what mends its first letters."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from plugins.search.dictionary import Lexeme
from plugins.search.folding import fold
from plugins.search.shape import HEAD, START


class Line(NamedTuple):
    """A reading of a word, ``written`` as the map holds it: «keys, common beginning, endings».

    The whole of it lies in the shard of each of its ``starts``, so that the browser can mark every
    form. ``heads`` are first letters by which a mistyped word may find it.
    """

    written: str
    starts: tuple[str, ...]
    heads: tuple[str, ...]


def written(lexeme: Lexeme) -> str:
    """Return what a reading gives to the map: the forms are as people write them."""
    stem = _common(lexeme.forms)
    endings = " ".join([form[len(stem) :] for form in lexeme.forms])
    return f"{','.join(lexeme.keys)}\t{stem}\t{endings}"


@lru_cache(1 << 17)  # a word is in many blocks
def line_of(line: str) -> Line:
    """Return a written line with where it lies and what it is found by."""
    _, stem, endings = line.split("\t")
    begun = fold(stem)
    if len(begun) >= HEAD:  # whatever the endings
        return Line(line, (begun[:START],), (begun[:HEAD],))
    forms = [fold(stem + ending) for ending in endings.split(" ")]
    heads = dict.fromkeys([form[:HEAD] for form in forms if len(form) >= START])
    return Line(line, tuple(dict.fromkeys([form[:START] for form in forms])), tuple(heads))


def _common(forms: Iterable[str]) -> str:
    """Return what all forms begin with."""
    first, last = min(forms), max(forms)
    same = (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return first[: next(same, len(first))]


def map_slices(lines: Iterable[Line], shards: int) -> list[bytes]:
    """Return what a block gives to each shard of the map: its lines in order."""
    parts: list[list[str]] = [[] for _ in range(shards)]
    for line in lines:
        for number in _shards(line.starts, shards):
            parts[number].append(line.written)
    return [_together(some) for some in parts]


def head_slices(lines: Iterable[Line], shards: int) -> list[bytes]:
    """Return what a block gives to each shard of heads: a head by all that it is without a letter.

    Two words with one mistake between them (a letter more, less, other, or two swapped) share
    what is left of both without a letter, so a mistyped word finds the heads it may have meant.
    """
    parts: list[list[str]] = [[] for _ in range(shards)]
    for head in dict.fromkeys(head for line in lines for head in line.heads):
        for number in _shards(_without(head), shards):
            parts[number].append(head)
    return [_together(some) for some in parts]


@lru_cache(1 << 17)
def _shards(words: tuple[str, ...], shards: int) -> frozenset[int]:
    return frozenset([crc32(word.encode()) & (shards - 1) for word in words])


@lru_cache(1 << 17)
def _without(head: str) -> tuple[str, ...]:
    """Return a word, and it without each of its letters."""
    return (head, *[head[:at] + head[at + 1 :] for at in range(len(head))])


def _together(lines: list[str]) -> bytes:
    return "\n".join(sorted(lines)).encode()


def shard(given: Iterable[tuple[int, bytes]]) -> bytes:
    """Return a shard: the lines of all blocks, each once."""
    lines = {line for _, data in given for line in data.split(b"\n") if line}
    return b"\n".join(sorted(lines))
