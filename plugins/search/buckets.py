"""Buckets of postings, put together of what each block gives.

Nothing inside is looked at but the sizes: an edit renders the buckets of its own words and decodes
nothing else.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import NamedTuple

from plugins.search.postings import MOST_IMPACT

MOST = 4096  # postings of one key: beyond it only the best are kept, and the word filters nothing

Given = Iterable[tuple[int, bytes]]
"""The slices that blocks give, by the numbers of the blocks."""


class Run(NamedTuple):
    """The postings of a key in one block: two columns, ids in order."""

    block: int
    ids: bytes
    impacts: bytes


def bucket(given: Given) -> bytes:
    """Return a bucket: where keys stand.

    The length of its head, little-endian in four bytes; the head, a line for each key: key, count
    of postings, of runs, and of texts where only the best are kept; then for each key its runs
    (block in two bytes, count less one) and two columns, ids and impacts.
    """
    lines, columns = [], []
    for key, runs, texts, ids, impacts in _kept(given):
        more = b"\t%d" % texts if texts > len(ids) else b""
        lines.append(b"%s\t%d\t%d%s" % (key, len(ids), len(runs), more))
        columns += [struct.pack("<HB", block, size - 1) for block, size in runs]
        columns += (ids, impacts)
    head = b"\n".join(lines)
    return struct.pack("<I", len(head)) + head + b"".join(columns)


class _Kept(NamedTuple):
    """What a bucket holds of a key: ``runs`` by block and size, and two columns through them all.

    ``texts`` says in how many it stands, though but the best of them be kept.
    """

    key: bytes
    runs: list[tuple[int, int]]
    texts: int
    ids: bytes
    impacts: bytes


def _kept(given: Given) -> Iterator[_Kept]:
    for key, runs in sorted(_by_key(given).items()):
        ids = b"".join([run.ids for run in runs])
        impacts = b"".join([run.impacts for run in runs])
        places = [(run.block, len(run.ids)) for run in runs]
        texts = len(ids)
        if texts > MOST:
            best = _best(impacts)
            ids, impacts = bytes(compress(ids, best)), bytes(compress(impacts, best))
            places = list(_best_places(places, best))
        yield _Kept(key, places, texts, ids, impacts)


def _by_key(given: Given) -> dict[bytes, list[Run]]:
    found: dict[bytes, list[Run]] = {}
    for block, data in given:
        at = 0
        while at < len(data):
            end = data.index(0, at)
            ids = end + 2
            impacts = ids + data[end + 1] + 1
            next_ = impacts + impacts - ids
            run = Run(block, data[ids:impacts], data[impacts:next_])
            found.setdefault(data[at:end], []).append(run)
            at = next_
    return found


def _best(impacts: bytes) -> bytes:
    """Mark by ones the texts that a word says most of, the newer of equal ones.

    A word that is everywhere is in every change: its texts are counted, not sorted.
    """
    worth = impacts.translate(_WORTH)
    room, level = MOST, MOST_IMPACT
    while (count := worth.count(level)) <= room:
        room -= count
        level -= 1
    first = len(worth)
    for _ in range(room):
        first = worth.rindex(level, 0, first)
    return worth[:first].translate(_from(level + 1)) + worth[first:].translate(_from(level))


_WORTH = bytes([impact_ & MOST_IMPACT for impact_ in range(256)])  # whichever file it is of


def _from(level: int) -> bytes:
    return bytes([worth >= level for worth in range(256)])


def _best_places(places: list[tuple[int, int]], best: bytes) -> Iterator[tuple[int, int]]:
    """Yield how many postings of each block are left, of those of which any are."""
    at = 0
    for block, size in places:
        if count := best.count(1, at, at := at + size):
            yield block, count
