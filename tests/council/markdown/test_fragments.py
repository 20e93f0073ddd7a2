from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown.fragments import Fragments


def test_the_second_of_a_name_gets_a_number() -> None:
    """A repeated id gets «-2», «-3», also when that one is taken already."""
    fragments = Fragments({"b-2"})
    assert [fragments.claim(name) for name in "aabba"] == ["a", "a-2", "b", "b-3", "a-3"]


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])))
def test_no_id_is_given_twice(wanted: list[str]) -> None:
    """However ids are asked for, each is given once."""
    fragments = Fragments(set())
    given_ids = [fragments.claim(name) for name in wanted]
    assert len(set(given_ids)) == len(given_ids)
