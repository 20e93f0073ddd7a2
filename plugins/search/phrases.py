"""Which words stand side by side: what a quoted phrase is found by.

Of two words side by side the longer one keeps a number, the sign of the pair; a function word does
so only beside another. A browser that looks for both asks for the longer one alone. A text has it
beside something else, and the sign is the same by chance, once in 39,989 times.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from zlib import crc32

from plugins.search.folding import TABLE, fold
from plugins.search.packing import with_head
from plugins.search.postings import bucket_of

SIGNS = 39_989  # a prime: twice a hash and another one make any of them as often
MOST_SIGNS = 255  # of a word in one text: a book of two hundred pages has more
MOST_BYTES = 24_000  # of one word: beyond it the older texts are left out
_FIRST = 0x2000  # the letter of the least sign in JSON: below surrogates, and none to be escaped


class Beside(NamedTuple):
    """A text of a block and the signs of the pairs that a word keeps in it.

    Where their order is not known, as in an attached file, any word may be beside.
    """

    id: int
    signs: Sequence[int]


ANY = (0,)


def pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield for each two words side by side the one that keeps them and their sign, a letter."""
    known = [_known(word) for word in words]
    for (a, a_size, a_hash), (b, b_size, b_hash) in pairwise(known):
        letter = chr(_FIRST + 1 + (2 * a_hash + b_hash) % SIGNS)
        yield a if a_size >= b_size else b, letter


@lru_cache(1 << 16)
def _known(word: str) -> tuple[str, float, int]:
    """Return a word, its length, of a function word next to none, and what it gives to a sign."""
    folded = fold(word)
    size = len(folded) / (100 if folded in TABLE["stop"] else 1)
    return word, size, crc32(folded.encode()) % SIGNS


def signs_of(letters: Iterable[str]) -> Sequence[int]:
    """Return the signs of some letters, each once, in order; of too many for one text any."""
    signs = [ord(letter) - _FIRST for letter in sorted(set(letters))]
    return signs if len(signs) <= MOST_SIGNS else ANY


def pair_slices(kept: Mapping[str, Sequence[Beside]], buckets: int) -> list[bytes]:
    """Return what a block gives to each bucket: form, zero, count less one, ids, sizes, signs.

    Sizes are how many signs each text has; a sign has two bytes, little-endian.
    """
    parts: list[list[bytes]] = [[] for _ in range(buckets)]
    for form in sorted(kept):
        some = kept[form]
        signs = [sign for one in some for sign in one.signs]
        parts[bucket_of(form, buckets)] += (
            form.encode(), bytes((0, len(some) - 1)), bytes([one.id for one in some]),
            bytes([len(one.signs) for one in some]),
            struct.pack(f"<{len(signs)}H", *signs),
        )  # fmt: skip
    return [b"".join(some) for some in parts]


class _Run(NamedTuple):
    """The texts of one block in which a word keeps pairs; ``columns`` are ids, sizes, signs."""

    block: int
    columns: tuple[bytes, bytes, bytes]


def pair_bucket(given: Iterable[tuple[int, bytes]]) -> bytes:
    """Return a bucket: where pairs stand, put together of what blocks give.

    A head as in ``buckets.bucket``, a line for each form: form, count of texts, of runs, bytes of
    signs, and 1 where older texts are left out; then for each form its runs (block in two bytes,
    count less one) and three columns: ids, sizes, signs.
    """
    lines, columns = [], []
    for form, runs in sorted(_by_form(given).items()):
        kept = _newest(runs)
        count, signs = (sum(len(run.columns[at]) for run in kept) for at in (0, 2))
        more = b"\t1" if len(kept) < len(runs) else b""
        lines.append(b"%s\t%d\t%d\t%d%s" % (form, count, len(kept), signs, more))
        columns += [struct.pack("<HB", run.block, len(run.columns[0]) - 1) for run in kept]
        columns += [run.columns[at] for at in range(3) for run in kept]
    return with_head(lines, columns)


def _by_form(given: Iterable[tuple[int, bytes]]) -> dict[bytes, list[_Run]]:
    found: dict[bytes, list[_Run]] = {}
    for block, data in given:
        at = 0
        while at < len(data):
            end = data.index(0, at)
            ids = end + 2
            sizes = ids + data[end + 1] + 1
            signs = sizes + sizes - ids
            next_ = signs + 2 * sum(data[sizes:signs])
            columns = (data[ids:sizes], data[sizes:signs], data[signs:next_])
            found.setdefault(data[at:end], []).append(_Run(block, columns))
            at = next_
    return found


def _newest(runs: list[_Run]) -> list[_Run]:
    """Return the runs of the newest texts for which there is room, at least one."""
    taken = accumulate(sum(map(len, run.columns)) for run in reversed(runs))
    count = sum(1 for size in taken if size <= MOST_BYTES)
    return runs[-max(count, 1) :]
