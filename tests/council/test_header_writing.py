from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.dates import KYIV
from plugins.council.front_matter import decode, read_front_matter
from plugins.council.header_writing import header_line

_TEXT = st.text(st.sampled_from("аїZ19 :#-[]{},'\"\\&*!|>%@`?./«»№~=\n"), max_size=20).map(
    lambda text: " ".join(text.split())
)


def read(line: str) -> object:
    """Read."""
    return read_front_matter(decode(f"---\n{line}\n---\n".encode())).values["title"]


@given(_TEXT.filter(bool))
def test_a_text_is_read_back(text: str) -> None:
    """A text is read back."""
    assert read(header_line("title", text)) == text


@given(st.lists(_TEXT.filter(bool), min_size=1, max_size=3))
def test_a_list_is_read_back(texts: list[str]) -> None:
    """A list is read back."""
    assert read(header_line("title", texts)) == texts


@given(st.dictionaries(st.sampled_from(["file", "alt"]), _TEXT, min_size=1))
def test_a_record_is_read_back(record: dict[str, str]) -> None:
    """A record is read back."""
    assert read(header_line("title", [record])) == [record]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (date(2026, 11, 23), "k: 2026-11-23"),
        (datetime(2026, 11, 23, 14, 5, tzinfo=KYIV), "k: 2026-11-23 14:05"),
        (True, "k: так"),
        (8, "k: 8"),
        (None, "k:"),
        ("2026", 'k: "2026"'),
        ([], "k: []"),
    ],
)
def test_values(value: object, line: str) -> None:
    """Values."""
    assert header_line("k", value) == line
