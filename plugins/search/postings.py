"""Postings: which texts a key stands in, and how well.

Here they are made, 256 texts a block; ``buckets.py`` puts the blocks together.
"""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple
from zlib import crc32

TITLE = 32  # what a word is worth in a title, of 63
MOST_IMPACT = 63
NAMED = 24  # … in what the text is called by and need not say
FILES = 6  # bits of an impact; above them the number of the attached file
USUAL = 256  # words of a text


class Posting(NamedTuple):
    """A key in a text: ``impact`` up to 63, plus 64 for each attached file gone through."""

    id: int
    impact: int


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
    """Return what a block gives to each bucket: key, zero, count less one, ids, impacts."""
    parts: list[list[bytes]] = [[] for _ in range(buckets)]
    for key in sorted(postings):
        some = postings[key]
        parts[bucket_of(key, buckets)] += (
            key.encode(), bytes((0, len(some) - 1)),
            bytes([one.id for one in some]), bytes([one.impact for one in some]),
        )  # fmt: skip
    return [b"".join(some) for some in parts]
