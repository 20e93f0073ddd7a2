"""Postings of blocks put together are the postings of all texts."""

import struct
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.postings import MOST, TITLE, Posting, bucket, damping, impact, slices
from plugins.search.shape import BLOCK

KEYS = st.sampled_from(["вода", "рада", "5-viii-194", "а", "обєкт"])
BYTE = st.integers(0, 255)
BESIDE = st.integers(0, 0xFFFF)
TEXTS = st.dictionaries(
    st.integers(0, 5 * BLOCK),
    st.dictionaries(KEYS, st.tuples(BYTE, BESIDE), max_size=5),
    max_size=30,
)
"""Ids with their keys: impact, what stands beside."""


def decoded(data: bytes) -> dict[str, list[tuple[int, int, int]]]:
    """Return the postings of a bucket as the browser reads them: id, impact, what stands beside."""
    (size,) = struct.unpack_from("<I", data)
    at, found = 4 + size, {}
    for line in data[4:at].decode().splitlines():
        key, count, runs, *_ = line.split("\t")
        column = at + 3 * int(runs)
        ids: list[int] = []
        for run in range(int(runs)):
            block, less = struct.unpack_from("<HB", data, at + 3 * run)
            ids += [block * BLOCK + data[column + len(ids) + n] for n in range(less + 1)]
        impacts, after, before = (data[column + n * int(count) :][: int(count)] for n in (1, 2, 3))
        beside = [low | high << 8 for low, high in zip(after, before, strict=True)]
        found[key] = list(zip(ids, impacts, beside, strict=True))
        at = column + 4 * int(count)
    assert at == len(data)
    return found


def blocks_of(texts: Mapping[int, Mapping[str, tuple[int, int]]]) -> dict[int, list[bytes]]:
    """Return the slices of each block, two buckets of them."""
    blocks: dict[int, dict[str, list[Posting]]] = {}
    for id_ in sorted(texts):
        for key, numbers in texts[id_].items():
            found = blocks.setdefault(id_ // BLOCK, {})
            found.setdefault(key, []).append(Posting(id_ % BLOCK, *numbers))
    return {number: slices(blocks[number], 2) for number in sorted(blocks)}


@given(TEXTS)
def test_buckets_hold_every_posting(texts: dict[int, dict[str, tuple[int, int]]]) -> None:
    """Each key of each text stands in one bucket, with its numbers, ids in order."""
    blocks = blocks_of(texts)
    found: dict[str, list[tuple[int, int, int]]] = {}
    for number in (0, 1):
        made = decoded(bucket((block, some[number]) for block, some in blocks.items()))
        assert not made.keys() & found.keys()
        found |= made
    wanted: dict[str, list[tuple[int, int, int]]] = {}
    for id_ in sorted(texts):
        for key, numbers in texts[id_].items():
            wanted.setdefault(key, []).append((id_, *numbers))
    assert found == wanted


def test_common_key_keeps_its_best_texts() -> None:
    """No bucket grows without end: of a word that is everywhere the best texts stay."""
    texts = {id_: {"рада": (1 + (id_ == 7), 0)} for id_ in range(MOST + 100)}
    blocks = blocks_of(texts)
    data = next(
        data
        for number in (0, 1)
        if len(data := bucket((block, some[number]) for block, some in blocks.items())) > 4
    )
    ids = [id_ for id_, *_ in decoded(data)["рада"]]
    assert len(ids) == MOST
    assert ids == [7, *range(101, MOST + 100)]
    assert data[4:].startswith(f"рада\t{MOST}\t".encode())


def test_impact() -> None:
    """A title weighs more than any number of repeats; a short text more than a long one."""
    usual = damping(256)
    assert impact(1, 0, usual) > TITLE > impact(0, 500, usual) > impact(0, 1, usual) >= 1
    assert impact(0, 1, damping(40)) > impact(0, 1, damping(4000))
    assert impact(3, 500, usual) <= 63
    assert damping(250) == damping(260)
