"""Pairs of words as blocks give them, put together, and as a phrase asks for them."""

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.folding import TABLE
from plugins.search.packing import packed
from plugins.search.phrases import (
    ANY,
    MOST_BYTES,
    MOST_SIGNS,
    SIGNS,
    Beside,
    pair_bucket,
    pair_slices,
    pairs,
    signs_of,
)
from plugins.search.shape import BLOCK
from tests.search.browser_code import ask

FORMS = st.sampled_from(["вода", "рада", "а", "обєкт"])
KEPT = st.dictionaries(
    st.integers(0, 5 * BLOCK),
    st.dictionaries(FORMS, st.just(ANY) | st.sets(st.integers(1, SIGNS), min_size=1).map(sorted)),
    max_size=30,
)
"""Ids with the forms that keep pairs in them, and their signs."""

Decoded = dict[str, tuple[bool, dict[int, tuple[int, ...]]]]
"""Of each form: whether older texts are left out; signs by id."""


def decoded(data: bytes) -> Decoded:
    """Return a bucket of pairs as the browser reads it."""
    (head,) = struct.unpack_from("<I", data)
    found: Decoded = {}
    at = 4 + head
    for line in data[4:at].decode().splitlines():
        form, *numbers = line.split("\t")
        count, runs, size, *cut = map(int, numbers)
        ids: list[int] = []
        column = at + 3 * runs
        for run in range(runs):
            block, less = struct.unpack_from("<HB", data, at + 3 * run)
            ids += [block * BLOCK + data[column + len(ids) + n] for n in range(less + 1)]
        sizes = data[column + count : column + 2 * count]
        at = column + 2 * count
        signs = struct.unpack_from(f"<{size // 2}H", data, at)
        at += size
        texts = {}
        for id_, one in zip(ids, sizes, strict=True):
            texts[id_], signs = signs[:one], signs[one:]
        assert not signs
        found[form] = (bool(cut), texts)
    assert at == len(data)
    return found


def given_by(kept: Mapping[int, Mapping[str, Sequence[int]]]) -> list[list[tuple[int, bytes]]]:
    """Return what blocks give to each of two buckets."""
    blocks: dict[int, dict[str, list[Beside]]] = {}
    for id_ in sorted(kept):
        for form, signs in kept[id_].items():
            found = blocks.setdefault(id_ // BLOCK, {})
            found.setdefault(form, []).append(Beside(id_ % BLOCK, signs))
    made = {number: pair_slices(blocks[number], 2) for number in sorted(blocks)}
    return [[(block, some[number]) for block, some in made.items()] for number in (0, 1)]


def _size(given: list[tuple[int, bytes]]) -> int:
    return sum(len(data) for _, data in given)


@given(KEPT)
def test_buckets_hold_every_pair(kept: dict[int, dict[str, Sequence[int]]]) -> None:
    """Each form of each text stands in one bucket with all its signs."""
    one, other = (decoded(pair_bucket(some)) for some in given_by(kept))
    assert not one.keys() & other.keys()
    wanted: Decoded = {}
    for id_ in sorted(kept):
        for form, signs in kept[id_].items():
            wanted.setdefault(form, (False, {}))[1][id_] = tuple(signs)
    assert one | other == wanted


def test_browser_reads_what_is_written(tmp_path: Path) -> None:
    """The browser's code finds a pair by its sign: of a rare form and of one that is cut.

    Of texts that were left out it says «perhaps».
    """
    many = MOST_BYTES // 5
    kept: dict[int, dict[str, Sequence[int]]] = {
        id_: {"рада": [7, 7 + id_ % 2]} for id_ in range(many)
    }
    kept |= {BLOCK: {"рада": [7, 8], "вода": [500, 7]}, 2 * BLOCK: {"рада": [7], "вода": ANY}}
    folder = tmp_path / "poshuk/data"
    (folder / "b2").mkdir(parents=True)
    for number, some in enumerate(given_by(kept)):
        (folder / f"b2/{number}").write_bytes(packed(pair_bucket(some)))
    manifest = {"buckets": 2, "ids": many, "block": BLOCK, "table": TABLE}
    (folder / "index.json").write_text(json.dumps(manifest), "utf-8")
    asked = [("вода", 500), ("вода", 9), ("рада", 8), ("дім", 8)]
    rare, other, common, none = ask(root=str(tmp_path), pairs=asked)
    assert [id_ for id_, has in enumerate(rare) if has] == [BLOCK, 2 * BLOCK]
    assert [id_ for id_, has in enumerate(other) if has] == [2 * BLOCK]  # any may be beside
    first = common.index(0)
    assert common[:first] == [2] * first and first % BLOCK == 0 and BLOCK < first < many
    assert common[first:] == [id_ % 2 for id_ in range(first, many)]
    assert not any(none)


def test_common_form_keeps_its_newest_texts() -> None:
    """No bucket grows without end, and what is left out is said."""
    some = max(given_by({id_: {"рада": [1, 2]} for id_ in range(MOST_BYTES // 5)}), key=_size)
    cut, texts = decoded(pair_bucket(some))["рада"]
    assert cut
    assert MOST_BYTES - 6 * BLOCK < 6 * len(texts) <= MOST_BYTES
    assert max(texts) == MOST_BYTES // 5 - 1
    assert min(texts) % BLOCK == 0


@pytest.mark.parametrize(
    ("words", "keeper"),
    [("міська рада", "міська"), ("рада була", "рада"), ("в місті", "місті"), ("ґрунт під", "ґрунт"),
     ("та не", "та"), ("і не", "не"), ("об'єкт вулиця", "вулиця")],
)  # fmt: skip
def test_the_longer_word_keeps_a_pair(words: str, keeper: str) -> None:
    """A function word does so only beside another; an apostrophe is no letter."""
    assert [word for word, _ in pairs(words.split())] == [keeper]


def test_order_of_words_tells() -> None:
    """«Рада міська» is another pair than «міська рада»; spelling with «ґ» or «г» is none."""
    (one,), (other,), (folded,) = (
        [sign for _, sign in pairs(words.split())]
        for words in ("ґрунту вода", "вода ґрунту", "грунту вода")
    )
    assert one == folded != other
    assert signs_of([one, one, other]) == sorted({*signs_of(one), *signs_of(other)})
    assert all(1 <= sign <= SIGNS for sign in signs_of([one, other]))


def test_word_beside_too_many_others_may_be_beside_any() -> None:
    """A book in one text is found by each of its phrases, though it keeps none of their signs."""
    others = (["рада", f"{number:04}"] for number in range(MOST_SIGNS + 9))
    signs = [sign for two in others for _, sign in pairs(two)]
    assert signs_of(signs[:MOST_SIGNS]) != ANY
    assert signs_of(signs) == ANY
