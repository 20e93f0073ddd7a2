"""Pairs of words as blocks give them, put together, and as a phrase asks for them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.buckets import MOST
from plugins.search.folding import TABLE
from plugins.search.packing import packed
from plugins.search.phrases import dump_pairs, load_pairs, pair_bucket, pair_slices, pairs
from plugins.search.shape import BLOCK
from tests.search.browser_code import ask

BUCKETS = 4
PAIR = st.integers(0, 2**32 - 1) | st.integers(0, 9)
TEXTS = st.dictionaries(st.integers(0, 5 * BLOCK), st.sets(PAIR), max_size=30)
"""Ids with the pairs of each text."""


def decoded(data: bytes, bucket: int) -> Iterable[tuple[int, int]]:
    """Yield the entries of a bucket: what is known of a pair, an id."""
    count = len(data) // 5
    high, low, more, block, ids = (data[at * count : (at + 1) * count] for at in range(5))
    for n in range(count):
        pair = high[n] << 24 | low[n] << 16 | bucket
        yield pair, (more[n] << 8 | block[n]) * BLOCK + ids[n]


def buckets_of(texts: Mapping[int, Iterable[int]]) -> list[bytes]:
    """Return the buckets of some texts, put together of their blocks."""
    blocks: dict[int, list[tuple[int, list[int]]]] = {}
    for id_ in sorted(texts):
        blocks.setdefault(id_ // BLOCK, []).append((id_ % BLOCK, sorted(texts[id_])))
    made = {number: pair_slices(some, BUCKETS) for number, some in blocks.items()}
    return [
        pair_bucket([(block, some[number]) for block, some in made.items()])
        for number in range(BUCKETS)
    ]


@given(TEXTS)
def test_buckets_hold_every_pair(texts: dict[int, set[int]]) -> None:
    """Each pair of each text stands in its bucket, in the order of signs, then of ids."""
    for number, data in enumerate(buckets_of(texts)):
        mine = ((pair, id_) for id_, some in texts.items() for pair in some)
        wanted = sorted(
            (pair >> 16 << 16 | number, id_) for pair, id_ in mine if pair % BUCKETS == number
        )
        assert list(decoded(data, number)) == wanted


def test_common_pair_keeps_its_newest_texts() -> None:
    """No bucket grows without end, and other pairs of it stay whole."""
    texts = {id_: {8, 8 + (1 << 16)} if id_ < 9 else {8} for id_ in range(MOST + 700)}
    found = list(decoded(buckets_of(texts)[0], 0))
    assert [id_ for pair, id_ in found if pair == 0] == list(range(700, MOST + 700))
    assert [id_ for pair, id_ in found if pair] == list(range(9))


@given(st.sets(PAIR))
def test_pairs_are_kept_as_letters(some: set[int]) -> None:
    """What is kept of a text between builds is all its pairs, each once."""
    assert sorted(load_pairs(dump_pairs([*some, *some]))) == sorted(some)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("міська рада", "рада міська", False), ("ґрунт об'єкта", "грунт обєкта", True),
     ("та не", "і не", False), ("а а", "а а", True)],
)  # fmt: skip
def test_order_of_words_tells(one: str, other: str, same: bool) -> None:
    """Another order is another pair; a letter that people mistake is none."""
    assert (pairs(one.split()) == pairs(other.split())) is same


def test_browser_reads_what_is_written(tmp_path: Path) -> None:
    """The browser's code finds a pair where the builder put it; of texts that were left out of a
    common one it says «perhaps»."""
    rare, common, none = (("на", "воду"), ("рада", "вода"), ("вода", "рада"))
    (one,), (many,) = (pairs(words) for words in (rare, common))
    texts: dict[int, set[int]] = {id_: {many} for id_ in range(MOST + 300)}
    texts |= {BLOCK: {one, many}, 2 * BLOCK + 7: {one}}
    folder = tmp_path / "poshuk/data"
    (folder / f"b{BUCKETS}").mkdir(parents=True)
    for number, data in enumerate(buckets_of(texts)):
        (folder / f"b{BUCKETS}/{number:x}").write_bytes(packed(data))
    manifest = {
        "buckets": BUCKETS, "ids": MOST + 300, "block": BLOCK, "most": MOST, "table": TABLE,
    }  # fmt: skip
    (folder / "index.json").write_text(json.dumps(manifest), "utf-8")
    has = ask(root=str(tmp_path), pairs=[rare, common, none])
    assert [id_ for id_, one in enumerate(has[0]) if one] == [BLOCK, 2 * BLOCK + 7]
    assert (has[1].count(2), has[1].count(1), has[1].count(0)) == (299, MOST, 1)
    assert has[1][2 * BLOCK + 7] == 0
    assert not any(has[2])
