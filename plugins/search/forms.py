"""The map from forms to keys, by the first letters of a form, and what mends its first letters."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from plugins.search.shape import HEAD, START

Part = tuple[int, str]
"""A line of a shard, with the hash by which its shard is known."""


@lru_cache(1 << 17)
def map_parts(line: str) -> tuple[Part, ...]:
    """Return what a reading (lexicon.py) gives to the map: «keys, common beginning, endings».

    The whole of it lies in each of its shards, so that the browser can mark every form.
    """
    keys, *forms = line.split(" ")
    stem = _common(forms)
    written = f"{keys}\t{stem}\t{' '.join(form[len(stem) :] for form in forms)}"
    starts = dict.fromkeys(form[:START] for form in forms)
    return tuple((crc32(start.encode()), written) for start in starts)


def _common(forms: list[str]) -> str:
    """Return what all forms begin with."""
    first, last = min(forms), max(forms)
    same = (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return first[: next(same, len(first))]


@lru_cache(1 << 17)
def head_parts(line: str) -> tuple[Part, ...]:
    """Return the heads of a reading's forms by all that is left of them without one letter.

    Two words with one mistake between them (a letter more, less, other, or two swapped) share
    what is left of both without a letter, so a mistyped word finds the heads it may have meant.
    """
    heads = dict.fromkeys(form[:HEAD] for form in line.split(" ")[1:] if len(form) >= START)
    return tuple(
        dict.fromkeys((crc32(rest.encode()), head) for head in heads for rest in without(head))
    )


def without(head: str) -> Iterator[str]:
    """Yield a word, and it without each of its letters."""
    yield head
    yield from (head[:at] + head[at + 1 :] for at in range(len(head)))


def slices(parts: Iterable[Part], shards: int) -> list[bytes]:
    """Return what a block gives to each shard: its lines in order."""
    lines: list[list[str]] = [[] for _ in range(shards)]
    for number, line in parts:
        lines[number & (shards - 1)].append(line)
    return ["\n".join(sorted(some)).encode() for some in lines]


def shard(given: Iterable[tuple[int, bytes]]) -> bytes:
    """Return a shard: the lines of all blocks, each once."""
    lines = {line for _, data in given for line in data.split(b"\n") if line}
    return b"\n".join(sorted(lines))
