"""Postings of blocks put together are the postings of all texts."""

import struct
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.buckets import MOST, bucket
from plugins.search.postings import TITLE, Posting, damping, impact, slices
from plugins.search.shape import BLOCK

KEYS = st.sampled_from(["вода", "рада", "5-viii-194", "а", "обєкт"])
TEXTS = st.dictionaries(
    st.integers(0, 5 * BLOCK), st.dictionaries(KEYS, st.integers(0, 255), max_size=5), max_size=30
)
"""Ids with the impact of each of their keys."""


def decoded(data: bytes) -> dict[str, list[tuple[int, int]]]:
    """Return the postings of a bucket as the browser reads them: id, impact."""
    places = _lines(data)
    found, at = {}, places.pop("")
    for key, (count, runs, *_) in places.items():
        column = at + 3 * runs
        ids: list[int] = []
        for run in range(runs):
            block, less = struct.unpack_from("<HB", data, at + 3 * run)
            ids += [block * BLOCK + data[column + len(ids) + n] for n in range(less + 1)]
        found[key] = list(zip(ids, data[column + count : column + 2 * count], strict=True))
        at = column + 2 * count
    assert at == len(data)
    return found


def _lines(data: bytes) -> dict[str, Any]:
    """Return the numbers of each key; of an empty key where columns begin."""
    (size,) = struct.unpack_from("<I", data)
    lines = (line.split("\t") for line in data[4 : 4 + size].decode().splitlines())
    return {key: [*map(int, numbers)] for key, *numbers in lines} | {"": 4 + size}


def blocks_of(texts: Mapping[int, Mapping[str, int]]) -> dict[int, list[bytes]]:
    """Return the slices of each block, two buckets of them."""
    blocks: dict[int, dict[str, list[Posting]]] = {}
    for id_ in sorted(texts):
        for key, worth in texts[id_].items():
            found = blocks.setdefault(id_ // BLOCK, {})
            found.setdefault(key, []).append(Posting(id_ % BLOCK, worth))
    return {number: slices(blocks[number], 2) for number in sorted(blocks)}


@given(TEXTS)
def test_buckets_hold_every_posting(texts: dict[int, dict[str, int]]) -> None:
    """Each key of each text stands in one bucket, with its impact, ids in order."""
    blocks = blocks_of(texts)
    found: dict[str, list[tuple[int, int]]] = {}
    for number in (0, 1):
        made = decoded(bucket([(block, some[number]) for block, some in blocks.items()]))
        assert not made.keys() & found.keys()
        found |= made
    wanted: dict[str, list[tuple[int, int]]] = {}
    for id_ in sorted(texts):
        for key, worth in texts[id_].items():
            wanted.setdefault(key, []).append((id_, worth))
    assert found == wanted


@pytest.mark.parametrize("levels", [1, 2, 9, 255])
def test_common_key_keeps_its_best_texts(levels: int) -> None:
    """No bucket grows without end: of a word that is everywhere the best texts stay, and of equal
    ones the newest."""
    impacts = {id_: 1 + id_ * 7919 % levels for id_ in range(MOST + 700)}
    blocks = blocks_of({id_: {"рада": one} for id_, one in impacts.items()})
    bytes_of = ([(block, some[number]) for block, some in blocks.items()] for number in (0, 1))
    given = next(some for some in bytes_of if len(bucket(some)) > 4)
    best = sorted(impacts, key=lambda id_: (-(impacts[id_] & 63), -id_))[:MOST]
    assert decoded(bucket(given))["рада"] == [(id_, impacts[id_]) for id_ in sorted(best)]
    assert bucket(given)[4:].startswith(f"рада\t{MOST}\t".encode())


def test_impact() -> None:
    """A title weighs more than any number of repeats; a short text more than a long one."""
    usual = damping(256)
    assert impact(1, 0, usual) > TITLE > impact(0, 500, usual) > impact(0, 1, usual) >= 1
    assert impact(0, 1, damping(40)) > impact(0, 1, damping(4000))
    assert impact(3, 500, usual) <= 63
    assert damping(250) == damping(260)
