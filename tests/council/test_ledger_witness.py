from hypothesis import given
from hypothesis import strategies as st

from plugins.council.ledger import LedgerLine
from plugins.council.ledger_witness import doubles, lost, not_kept

EARLY, LATE = "2026-01-01T00:00:00Z", "2026-11-24T10:00:00Z"
A, B = LedgerLine("a", "/a/", EARLY, 2), LedgerLine("b", "/b/", LATE, 3)

addresses, moments = st.sampled_from(["/a/", "/b/"]), st.sampled_from([EARLY, LATE])
lines = st.builds(LedgerLine, st.sampled_from("ab"), addresses, moments)
ledgers = st.lists(lines, max_size=5).map(tuple)


def test_a_removed_line_is_told() -> None:
    """What former ledgers said and this one does not is an error, with the line to put back."""
    (problem,) = not_kept((A, B), (B,))
    assert problem.severity == "error"
    assert f"немає рядка «a /a/ {EARLY}»" in problem.message


def test_a_changed_moment_is_told_at_its_line() -> None:
    """First publication moves neither forward nor back."""
    for was, now in ((EARLY, LATE), (LATE, EARLY)):
        (problem,) = not_kept((LedgerLine("a", "/a/", was),), (B, LedgerLine("a", "/a/", now, 7)))
        assert problem.line == 7
        assert f"був {was}" in problem.message


def test_what_was_promised_first_counts() -> None:
    """A line changed and committed is found by the ledgers before it."""
    changed = LedgerLine("a", "/a/", LATE)
    assert lost([(A,), (changed,)], (changed,)) == (A,)
    assert lost([(A,), (A, B)], (A, B)) == ()


@given(st.lists(ledgers), ledgers)
def test_a_ledger_that_keeps_its_word_has_lost_nothing(
    former: list[tuple[LedgerLine, ...]], added: tuple[LedgerLine, ...]
) -> None:
    """Whatever is added after all that was said, nothing is found missing."""
    now = (*(line for ledger in former for line in ledger), *added)
    assert list(not_kept(lost(former, now), now)) == []


def test_a_line_said_twice_is_a_warning() -> None:
    """It happens when branches are merged, and there is nothing to mend."""
    (problem,) = doubles((A, B, LedgerLine("a", "/a/", LATE, 4)))
    assert (problem.line, problem.severity) == (4, "warning")
    assert "рядку 2" in problem.message
