"""The map from forms to keys, by the first letters of a form, and what mends its first letters."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from plugins.search.dictionary import Lexeme
from plugins.search.folding import fold
from plugins.search.shape import HEAD, START


class Line(NamedTuple):
    """A reading of a word: as the map holds it, where it lies, the heads of its forms.

    ``written`` is «keys, common beginning, endings», the forms as people write them. The whole of
    it lies in the shard of each of its ``starts``, so that the browser can mark every form.
    ``heads`` are first letters by which a mistyped word may find it.
    """

    written: str
    starts: list[str]
    heads: list[str]


def line_of(lexeme: Lexeme) -> Line:
    """Return what a reading gives to the map."""
    stem = _common(lexeme.forms)
    endings = " ".join(form[len(stem) :] for form in lexeme.forms)
    written = f"{','.join(lexeme.keys)}\t{stem}\t{endings}"
    forms = [fold(form) for form in lexeme.forms]
    heads = dict.fromkeys(form[:HEAD] for form in forms if len(form) >= START)
    return Line(written, list(dict.fromkeys(form[:START] for form in forms)), list(heads))


def _common(forms: Iterable[str]) -> str:
    """Return what all forms begin with."""
    first, last = min(forms), max(forms)
    same = (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return first[: next(same, len(first))]


def map_slices(lines: Iterable[Line], shards: int) -> list[bytes]:
    """Return what a block gives to each shard of the map: its lines in order."""
    parts: list[list[str]] = [[] for _ in range(shards)]
    for written, starts, _ in lines:
        for number in {crc32(start.encode()) & (shards - 1) for start in starts}:
            parts[number].append(written)
    return [_together(some) for some in parts]


def head_slices(lines: Iterable[Line], shards: int) -> list[bytes]:
    """Return what a block gives to each shard of heads: a head by all that it is without a letter.

    Two words with one mistake between them (a letter more, less, other, or two swapped) share
    what is left of both without a letter, so a mistyped word finds the heads it may have meant.
    """
    parts: list[list[str]] = [[] for _ in range(shards)]
    for head in dict.fromkeys(head for line in lines for head in line[2]):
        for number in {crc32(rest.encode()) & (shards - 1) for rest in _without(head)}:
            parts[number].append(head)
    return [_together(some) for some in parts]


def _without(head: str) -> Iterator[str]:
    """Yield a word, and it without each of its letters."""
    yield head
    yield from (head[:at] + head[at + 1 :] for at in range(len(head)))


def _together(lines: list[str]) -> bytes:
    return "\n".join(sorted(lines)).encode()


def shard(given: Iterable[tuple[int, bytes]]) -> bytes:
    """Return a shard: the lines of all blocks, each once."""
    lines = {line for _, data in given for line in data.split(b"\n") if line}
    return b"\n".join(sorted(lines))
