"""Which words stand side by side: what a quoted phrase is found by.

Each two words side by side are a pair, known by 32 bits of a hash of both: a part of them says in
which bucket it lies, the sixteen highest are its sign there. So a phrase asks for one small file a
pair, however common its words are. Of a great site some 28 bits tell one pair from another, so one
text in a million is found by chance; of a small one, whose buckets are few, one in a thousand.
"""

import struct
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from zlib import crc32

from plugins.search.buckets import MOST, Given
from plugins.search.folding import fold

_FIRST = 3  # times the hash of the first word: «рада міська» is another pair than «міська рада»
_ALL = 0xFFFFFFFF
_COLUMNS = (5, 4, 2, 1, 0)  # bytes of an entry: sign and block, the higher byte first; id


def pairs(words: Sequence[str]) -> list[int]:
    """Return the pair of each two words side by side."""
    return [(_FIRST * a + b) & _ALL for a, b in pairwise(map(_hash, words))]


@lru_cache(1 << 16)
def _hash(word: str) -> int:
    return crc32(fold(word).encode())


def dump_pairs(found: Iterable[int]) -> str:
    """Return pairs as letters, each once, for this machine's cache."""
    return b64encode(array("I", {*found}).tobytes()).decode()


def load_pairs(letters: str) -> Sequence[int]:
    """Return the pairs that ``dump_pairs`` wrote, in no order."""
    return array("I", b64decode(letters))


def pair_slices(texts: Iterable[tuple[int, Sequence[int]]], buckets: int) -> list[bytes]:
    """Return what a block gives to each bucket of the pairs of its texts, by their ids in it.

    Two columns in order: signs in two bytes, little-endian, and ids.
    """
    parts: list[list[int]] = [[] for _ in range(buckets)]
    for id_, some in texts:
        for pair in some:
            parts[pair & (buckets - 1)].append(pair >> 16 << 8 | id_)
    return [_slice(sorted(some)) for some in parts]


def _slice(entries: Sequence[int]) -> bytes:
    signs = struct.pack(f"<{len(entries)}H", *[entry >> 8 for entry in entries])
    return signs + bytes([entry & 255 for entry in entries])


def pair_bucket(given: Given) -> bytes:
    """Return a bucket of pairs, put together of what blocks give.

    Five columns by sign, then id: the higher and the lower byte of the sign, of the block, and the
    id in the block. Of a pair in ``MOST`` texts or more the newest ``MOST`` are kept.
    """
    entries: list[int] = []
    for block, data in given:
        count = len(data) // 3
        signs = struct.unpack(f"<{count}H", data[: 2 * count])
        place = block << 8
        entries += [
            sign << 32 | place | id_ for sign, id_ in zip(signs, data[2 * count :], strict=True)
        ]
    entries.sort()
    if len(entries) > MOST:
        entries = [one for _, some in groupby(entries, _sign) for one in list(some)[-MOST:]]
    rows = array("Q", entries)
    if sys.byteorder == "big":
        rows.byteswap()
    data = rows.tobytes()
    return b"".join([data[at :: rows.itemsize] for at in _COLUMNS])


def _sign(entry: int) -> int:
    return entry >> 32
