"""What is read at once is read as YAML's reader reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.header_yaml import read_yaml
from plugins.council.plain_header import _LINE, read_plain

_PIECES = [
    "title", "key", ": ", ":", " ", '"', "'", "\\", "[", "]", ",", ", ", "{", "}", "#", "-", "- ",
    "слово", "5", "10:25", "2026-11-23", "null", "~", "а", "a", "«", "№", "(", ")", "|", ">", "&",
    "*", "!", "%", "@", "`", "?", "=", "<<", ".", "/", "\u00a0", "\ufeff", "\t", "\u0301", "😀",
    "\n",
]  # fmt: skip

lines = st.from_regex(_LINE, fullmatch=True)
pieces = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)
values = st.sampled_from(["title: ", 'title: "', "title: [", "title:", "\nkey: ", "\n", ""])
sources = st.lists(st.one_of(lines, st.tuples(values, pieces).map("".join)), min_size=1, max_size=4)


@given(sources.map("\n".join))
def test_same_values_and_places_as_yaml(source: str) -> None:
    """Either the header is left to YAML's reader, or nobody could tell who has read it."""
    if (quick := read_plain(source)) is not None:
        slow = read_yaml(source)
        assert [list(part.items()) for part in quick] == [list(part.items()) for part in slow]
        assert [type(value) for value in quick[0].values()] == [
            type(value) for value in slow[0].values()
        ]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ('title: "Назва"\ndate: 2026-11-23 10:25\ntopics: [voda, 5]\nowner:', True),
        ("number: 5/VIII-194", True),
        ("title: а: б", False),
        ("title: а # б", False),
        ('title: "а\\u0041"', False),
        ("title: а\n  б", False),
        ("title: а\ntitle: б", False),
        ("topics:\n- voda", False),
        ("", False),
    ],
)
def test_a_line_with_a_sign_is_left_to_yaml(source: str, plain: bool) -> None:
    """Only lines of which nothing else can be made are taken."""
    assert (read_plain(source) is not None) is plain
