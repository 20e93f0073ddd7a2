"""Postings: which texts a key stands in, how well, and beside what.

A block of 256 texts gives runs, of which a bucket of the index is put together without looking
inside: an edit renders the buckets of its own words and decodes nothing else. What stands beside
a word lies apart: only a phrase asks for it.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple
from zlib import crc32

MOST = 4096  # postings of one key: beyond it only the best are kept, and the word filters nothing
TITLE = 32  # what a word is worth in a title, of 63
MOST_IMPACT = 63
NAMED = 24  # … in what the text is called by and need not say
FILES = 6  # bits of an impact; above them the number of the attached file
ANY = 0xFFFF  # any word may stand beside
USUAL = 256  # words of a text


class Posting(NamedTuple):
    """A key in a text: ``impact`` up to 63, plus 64 for each attached file gone through.

    ``beside`` are bits of the words that follow and, eight bits higher, of those before.
    """

    id: int
    impact: int
    beside: int


class Run(NamedTuple):
    """The ``size`` postings of a key in one block.

    ``columns`` are four, one behind another: ids, impacts, what follows, what stands before.
    """

    block: int
    size: int
    columns: bytes

    def column(self, number: int) -> bytes:
        """Return one of the columns."""
        return self.columns[number * self.size : (number + 1) * self.size]


def bucket_of(key: str, buckets: int) -> int:
    """Return the number of the bucket, or of the shard, that a key lies in."""
    return crc32(key.encode()) & (buckets - 1)


def damping(words: int) -> float:
    """Return how much a text of so many words needs to say a word for half of its worth (BM25).

    The length counts by its order, so that an edit of a few words changes no impact.
    """
    length = 2 ** (round(2 * log2(max(words, 16))) / 2)
    return 1.2 * (0.5 + 0.5 * length / USUAL)


def impact(in_title: float, in_text: float, damped: float) -> int:
    """Return from 1 to 63 how much a text is about a word; ``damped`` by its length.

    A word that may be another one counts for a part of one.
    """
    frequency = in_title + in_text
    return int(31 * frequency / (frequency + damped)) + int(TITLE * min(in_title, 1)) or 1


def slices(postings: Mapping[str, Sequence[Posting]], buckets: int) -> list[bytes]:
    """Return what a block gives to each bucket: key, zero, count less one, columns."""
    parts: list[list[bytes]] = [[] for _ in range(buckets)]
    for key in sorted(postings):
        run = _run(0, postings[key])
        entry = (key.encode(), bytes((0, run.size - 1)), run.columns)
        parts[bucket_of(key, buckets)] += entry
    return [b"".join(some) for some in parts]


Given = Iterable[tuple[int, bytes]]
"""The slices that blocks give, by the numbers of the blocks."""


def bucket(given: Given) -> bytes:
    """Return a bucket: where keys stand.

    The length of its head, little-endian in four bytes; the head, a line for each key: key, count
    of postings, of runs, and of texts where only the best are kept; then for each key its runs
    (block in two bytes, count less one) and two columns, ids and impacts.
    """
    lines, columns = [], []
    for key, runs, texts in _kept(given):
        count = sum([run.size for run in runs])
        more = b"\t%d" % texts if texts > count else b""
        lines.append(b"%s\t%d\t%d%s" % (key, count, len(runs), more))
        columns += [struct.pack("<HB", run.block, run.size - 1) for run in runs]
        columns += [run.column(number) for number in (0, 1) for run in runs]
    return _with_head(lines, columns)


def neighbours(given: Given) -> bytes:
    """Return what stands beside keys, for phrases: a head of keys and counts as in a bucket, then
    for each key two columns in the order of its postings there: what follows, what is before."""
    lines, columns = [], []
    for key, runs, _ in _kept(given):
        lines.append(b"%s\t%d" % (key, sum([run.size for run in runs])))
        columns += [run.column(number) for number in (2, 3) for run in runs]
    return _with_head(lines, columns)


def _with_head(lines: list[bytes], columns: list[bytes]) -> bytes:
    head = b"\n".join(lines)
    return struct.pack("<I", len(head)) + head + b"".join(columns)


def _kept(given: Given) -> Iterator[tuple[bytes, list[Run], int]]:
    """Yield each key with the runs of it that are kept, and in how many texts it stands."""
    found: dict[bytes, list[Run]] = {}
    for block, data in given:
        at = 0
        while at < len(data):
            end = data.index(0, at)
            count = data[end + 1] + 1
            columns = data[end + 2 : (next_ := end + 2 + 4 * count)]
            found.setdefault(data[at:end], []).append(Run(block, count, columns))
            at = next_
    for key in sorted(found):
        runs = found[key]
        texts = sum([run.size for run in runs])
        yield key, runs if texts <= MOST else _best(runs), texts


def _run(block: int, postings: Sequence[Posting]) -> Run:
    columns = (
        [one.id for one in postings],
        [one.impact for one in postings],
        [one.beside & 255 for one in postings],
        [one.beside >> 8 for one in postings],
    )
    return Run(block, len(postings), b"".join(map(bytes, columns)))


def _best(runs: list[Run]) -> list[Run]:
    """Keep the texts that a word says most of, the newer of equal ones."""
    every = sorted(
        (-(impact_ & 63), -run.block, -id_, impact_, following | preceding << 8)
        for run in runs
        for id_, impact_, following, preceding in zip(*map(run.column, range(4)), strict=True)
    )
    blocks: dict[int, list[Posting]] = {}
    for _, block, id_, impact_, beside in every[:MOST]:
        blocks.setdefault(-block, []).append(Posting(-id_, impact_, beside))
    return [_run(block, sorted(blocks[block])) for block in sorted(blocks)]
