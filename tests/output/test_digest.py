from dataclasses import dataclass, make_dataclass
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.output.digest import digest_bytes, digest_of


@dataclass(frozen=True)
class Act:
    """A record of two fields."""

    number: Any
    title: Any


@dataclass(frozen=True)
class Bill:
    """Another record with the same fields."""

    number: Any
    title: Any


@dataclass(frozen=True)
class Card:
    """A record known by a digest of its own."""

    digest: str
    read: object


PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.sampled_from([0.0, 1.0, 1.5]),
    st.text("1ab(),:s\x1f", max_size=3), st.binary(max_size=2),
    st.dates(date(2026, 1, 1), date(2026, 1, 3)),
    st.sampled_from([PurePosixPath("a"), PurePosixPath("a/b")]),
)  # fmt: skip
NESTS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text("ab1", max_size=2), inner, max_size=2),
        st.builds(Act, inner, inner),
        st.builds(Bill, inner, inner),
    ),
    max_leaves=6,
)


def spelled(thing: object) -> str:
    """Return a spelling that differs wherever types or values do: ``True`` is not ``1``."""
    match thing:
        case dict():
            return repr(sorted((key, spelled(value)) for key, value in thing.items()))
        case tuple():
            return f"({[spelled(one) for one in thing]})"
        case Act() | Bill():
            return f"{type(thing).__name__}{spelled((thing.number, thing.title))}"
    return repr(thing)


@given(NESTS, NESTS)
def test_digests_are_equal_if_and_only_if_things_are(one: object, other: object) -> None:
    """Whatever is nested in whatever: another thing is another digest, the same thing the same."""
    assert (digest_of(one) == digest_of(other)) == (spelled(one) == spelled(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1",), (1,)),
        ((1,), (True,)),
        ((1,), (1.0,)),
        ((None,), ("None",)),
        (("ab", "c"), ("a", "bc")),
        ((("a", "b"), "c"), ("a", ("b", "c"))),
        (((),), ()),
        ((b"a",), ("a",)),
        ((date(2026, 1, 1),), ("2026-01-01",)),
        ((datetime(2026, 1, 1, tzinfo=UTC),), (date(2026, 1, 1),)),
        (({"a": 1},), ((("a", 1),),)),
        (("\x1fs1:a",), ("", "a")),
        ((Act("1", "a"),), (Bill("1", "a"),)),
        ((Act("1", "a"),), (("1", "a"),)),
        ((make_dataclass("t", ["x"])("a"),), (("a",),)),
    ],
)
def test_like_things_are_told_apart(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    """Kinds of values, borders of texts and names of records show in the digest."""
    assert digest_of(*one) != digest_of(*other)


def test_order_of_keys_does_not_matter_and_that_of_items_does() -> None:
    """A mapping is the same however it was filled; a list is not."""
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert digest_of(("a", "b")) != digest_of(("b", "a"))


def test_thing_with_a_digest_is_known_by_it_alone() -> None:
    """A body is not read for its digest: only the digest it carries counts."""
    assert digest_of(Card("x", object())) == digest_of(Card("x", object()))
    assert digest_of(Card("x", None)) != digest_of(Card("y", None)) != digest_of("y")


@pytest.mark.parametrize("thing", [{"a"}, object(), print, Act, Act({1}, "")])
def test_thing_without_a_stable_form_is_refused(thing: object) -> None:
    """Sets, functions and classes would give another digest in another process."""
    with pytest.raises(TypeError):
        digest_of(thing)


def test_digest_is_the_same_on_any_machine() -> None:
    """A digest kept in a store is understood by the next build."""
    assert digest_of("рішення", 1, None, {"a": (b"x",)}) == "9e4378a5bbee2c1b22c73c4730f7a8c9"
    assert digest_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb924"
