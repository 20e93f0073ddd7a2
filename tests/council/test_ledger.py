import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.ledger import (
    LedgerError,
    LedgerLine,
    extended,
    first_moments,
    ledger_text,
    moment_of,
    read_ledger,
    sound_lines,
)

words = st.text("abc/-0123", min_size=1)
addresses = words.map(lambda word: f"/{word}/")
lines = st.builds(LedgerLine, words, addresses, st.just("2026-11-24T10:00:00Z"))
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
    """A BOM and foreign line ends are forgiven; a line knows its number in the file."""
    text = f"\ufeffidentity\taddress\tfirst_published\r\n\r\na\t/a/\t{NOW}\r\n\r\n"
    (line,) = read_ledger(text)
    assert (line, line.number) == (LedgerLine("a", "/a/", NOW), 3)


@pytest.mark.parametrize(
    ("line", "field", "words"),
    [
        ("<<<<<<< HEAD", "рядок", "слід злиття гілок"),
        ("=======", "рядок", "слід злиття гілок"),
        (">>>>>>> main", "рядок", "слід злиття гілок"),
        ("a\t/a/", "рядок", "три поля"),
        (f"a\t/a/\t{NOW}\tb", "рядок", "три поля"),
        (f" \t/a/\t{NOW}", "identity", "порожньо"),
        (f"a\ta/\t{NOW}", "address", "знаком «/»"),
        (f"a\t/a\t{NOW}", "address", "знаком «/»"),
        ("a\t/a/\t2026", "first_published", "2026-11-24T10:00:00Z"),
        ("a\t/a/\t2026-13-01T10:00:00Z", "first_published", "2026-11-24T10:00:00Z"),
        ("a\t/a/\t2026-02-29T10:00:00Z", "first_published", "2026-11-24T10:00:00Z"),
        ("a\t/a/\t0000-02-01T10:00:00Z", "first_published", "2026-11-24T10:00:00Z"),
    ],
)
def test_a_damaged_line_is_named(line: str, field: str, words: str) -> None:
    """Each has its line, its column and a way out; the sound lines are read all the same."""
    text = f"identity\taddress\tfirst_published\nb\t/b/\t{NOW}\n{line}\n"
    with pytest.raises(LedgerError) as caught:
        read_ledger(text)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.field) == ("data/ledger.tsv", 3, field)
    assert words in problem.message
    assert sound_lines(text) == (LedgerLine("b", "/b/", NOW),)


def test_all_damaged_lines_are_named_at_once() -> None:
    """Nobody mends a ledger line by line."""
    with pytest.raises(LedgerError) as caught:
        read_ledger("<<<<<<< HEAD\na\n=======\n")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_the_earlier_of_two_moments_is_the_first() -> None:
    """A merge may leave two lines about one text: first publication does not move."""
    ledger = (LedgerLine("a", "/a/", NOW), LedgerLine("a", "/a/", "2026-01-01T00:00:00Z"))
    assert first_moments(ledger) == {("a", "/a/"): "2026-01-01T00:00:00Z"}


@given(st.text(alphabet="a/\t\n-0123456789TZ:<=>\r\u2028\x00"))
def test_any_file_is_read_or_refused(text: str) -> None:
    """Whatever a hand has made of the file, it is told in words."""
    try:
        ledger = read_ledger(text)
    except LedgerError as error:
        assert error.problems
    else:
        assert read_ledger(ledger_text(ledger)) == ledger
        assert all(moment_of(line.first_published) for line in ledger)
