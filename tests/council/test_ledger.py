import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.ledger import LedgerLine, extended, ledger_text, read_ledger

words = st.text("abc/-0123", min_size=1)
lines = st.builds(LedgerLine, words, words, st.just("2026-11-24T10:00:00Z"))
ledgers = st.lists(lines).map(tuple)
pairs = st.lists(st.tuples(words, words))
NOW = "2026-12-01T00:00:00Z"


@given(ledgers)
def test_a_ledger_comes_back_from_its_file(ledger: tuple[LedgerLine, ...]) -> None:
    """What is written is read as it was."""
    assert read_ledger(ledger_text(ledger)) == ledger


@given(ledgers, pairs)
def test_a_ledger_only_grows(
    ledger: tuple[LedgerLine, ...], published: list[tuple[str, str]]
) -> None:
    """No line is removed or moved, and every text that is public has one of its own."""
    longer = extended(ledger, published, NOW)
    assert longer[: len(ledger)] == ledger
    known = [(line.identity, line.address) for line in longer]
    assert set(published) <= set(known)
    added = known[len(ledger) :]
    assert len(added) == len(set(added))
    assert not set(added) & set(known[: len(ledger)])


@given(ledgers, pairs)
def test_a_second_deploy_adds_nothing(
    ledger: tuple[LedgerLine, ...], published: list[tuple[str, str]]
) -> None:
    """What is in the ledger is not written again."""
    once = extended(ledger, published, NOW)
    assert extended(once, published, "2027-01-01T00:00:00Z") == once


def test_a_text_that_moved_keeps_its_old_line() -> None:
    """Both addresses are remembered, each with its own time."""
    old = extended((), [("kontakty", "/kontakty/")], "2026-01-01T00:00:00Z")
    assert extended(old, [("kontakty", "/zviazok/")], NOW) == (
        LedgerLine("kontakty", "/kontakty/", "2026-01-01T00:00:00Z"),
        LedgerLine("kontakty", "/zviazok/", NOW),
    )


def test_the_file_has_a_head() -> None:
    """The file says what its columns are and ends with a line end."""
    assert ledger_text(()) == "identity\taddress\tfirst_published\n"


def test_a_file_saved_on_windows_is_read() -> None:
    """A BOM and foreign line ends are forgiven."""
    text = "\ufeffidentity\taddress\tfirst_published\r\na\t/a/\t2026\r\n\r\n"
    assert read_ledger(text) == (LedgerLine("a", "/a/", "2026"),)


def test_a_line_that_is_no_three_fields_is_named() -> None:
    """A conflict left by git is found by its line."""
    with pytest.raises(ValueError, match=r"^рядок 2: має бути три поля"):
        read_ledger("identity\taddress\tfirst_published\n<<<<<<< HEAD\n")
