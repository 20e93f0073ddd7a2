"""Buckets of postings, put together of what each block gives.

Nothing inside is looked at but the sizes: an edit renders the buckets of its own words and decodes
nothing else. What stands beside a word lies apart: only a phrase asks for it.
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import NamedTuple

from plugins.search.postings import MOST_IMPACT

MOST = 4096  # postings of one key: beyond it only the best are kept, and the word filters nothing
IDS, IMPACTS, FOLLOWING, PRECEDING = range(4)  # columns

Given = Iterable[tuple[int, bytes]]
"""The slices that blocks give, by the numbers of the blocks."""


class Run(NamedTuple):
    """The ``size`` postings of a key in one block.

    ``columns`` are four, one behind another, ids in order.
    """

    block: int
    size: int
    columns: bytes

    def column(self, number: int) -> bytes:
        """Return one of the columns."""
        return self.columns[number * self.size : (number + 1) * self.size]


def bucket(given: Given) -> bytes:
    """Return a bucket: where keys stand.

    The length of its head, little-endian in four bytes; the head, a line for each key: key, count
    of postings, of runs, and of texts where only the best are kept; then for each key its runs
    (block in two bytes, count less one) and two columns, ids and impacts.
    """
    lines, columns = [], []
    for key, runs, texts, some in _kept(given, (IDS, IMPACTS)):
        count = sum([size for _, size in runs])
        more = b"\t%d" % texts if texts > count else b""
        lines.append(b"%s\t%d\t%d%s" % (key, count, len(runs), more))
        columns += [struct.pack("<HB", block, size - 1) for block, size in runs]
        columns += some
    return _with_head(lines, columns)


def neighbours(given: Given) -> bytes:
    """Return what stands beside keys, for phrases: a head of keys and counts as in a bucket, then
    for each key two columns in the order of its postings there: what follows, what is before."""
    lines, columns = [], []
    for key, runs, _, some in _kept(given, (FOLLOWING, PRECEDING)):
        lines.append(b"%s\t%d" % (key, sum([size for _, size in runs])))
        columns += some
    return _with_head(lines, columns)


def _with_head(lines: list[bytes], columns: list[bytes]) -> bytes:
    head = b"\n".join(lines)
    return struct.pack("<I", len(head)) + head + b"".join(columns)


class _Kept(NamedTuple):
    """What a bucket holds of a key: ``runs`` by block and size, some ``columns`` through them all.

    ``texts`` says in how many it stands, though but the best of them be kept.
    """

    key: bytes
    runs: list[tuple[int, int]]
    texts: int
    columns: list[bytes]


def _kept(given: Given, wanted: tuple[int, int]) -> Iterator[_Kept]:
    for key, runs in sorted(_by_key(given).items()):
        impacts = _through(runs, IMPACTS)
        columns = [_through(runs, number) for number in wanted]
        places = [(run.block, run.size) for run in runs]
        if len(impacts) > MOST:
            best = _best(impacts)
            columns = [bytes(compress(column, best)) for column in columns]
            places = list(_best_places(places, best))
        yield _Kept(key, places, len(impacts), columns)


def _by_key(given: Given) -> dict[bytes, list[Run]]:
    found: dict[bytes, list[Run]] = {}
    for block, data in given:
        at = 0
        while at < len(data):
            end = data.index(0, at)
            count = data[end + 1] + 1
            columns = data[end + 2 : (next_ := end + 2 + 4 * count)]
            found.setdefault(data[at:end], []).append(Run(block, count, columns))
            at = next_
    return found


def _through(runs: Iterable[Run], number: int) -> bytes:
    return b"".join([run.column(number) for run in runs])


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
