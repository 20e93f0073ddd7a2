import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown import read_body
from plugins.council.markdown.limits import _is_small, _too_much
from plugins.council.markdown.source import Source

HOSTILE = {
    "quotes": ">" * 10_000,
    "spaced quotes": "> " * 10_000,
    "brackets": "[" * 20_000,
    "links that never end": "[a](" * 20_000,
    "tags that never end": "<a " * 20_000,
    "nested tags": "<div>\n" * 900,
    "bullets in bullets": "- + " * 10_000,
    "numbers in numbers": "1. " * 10_000,
    "definitions": "а\n: б\n" * 2_000,
    "headings": "а\n=\n" * 20_000,
    "one long line": "слово " * 20_000,
}

_PIECES = [
    ">" * 20, ">" * 21, "> ", "[" * 999, "<" * 999, "[<", "\n", "\n\n", "\n" * 4999, "а" * 99_999,
]  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("legal", [False, True], ids=["ordinary", "legal"])
def test_hostile_markdown_is_refused_at_once(source: str, legal: bool) -> None:
    """What would take minutes or break the reader is a fault with a line, not a hang."""
    begun = time.perf_counter()
    body, faults = read_body("Текст.\n\n" + source, legal=legal, first_line=5)
    assert time.perf_counter() - begun < 10
    assert [fault.rule for fault in faults] == ["limits"] or (legal and body.html)
    assert all(fault.line >= 5 for fault in faults)


@given(st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
def test_a_small_text_has_nothing_to_refuse(text: str) -> None:
    """What is let through by its size as a whole would be let through by parts."""
    assert not _is_small(text) or not list(_too_much(Source(text)))


def test_a_refused_text_leaves_no_trace() -> None:
    """After a text too deep to read the next one is read as ever."""
    before = read_body("- а\n- б", legal=False)
    assert read_body("- + " * 10_000, legal=False)[1]
    assert read_body("- а\n- б", legal=False) == before


@pytest.mark.parametrize(
    "source",
    ["[a](files/x.pdf) " * 400, "| а | б |\n|-|-|\n" + "| 1 | 2 |\n" * 1_000, "> > > > цитата"],
)
def test_big_honest_texts_are_read(source: str) -> None:
    """Hundreds of links and a thousand rows of a table are no offence."""
    assert read_body(source, legal=False)[1] == ()
