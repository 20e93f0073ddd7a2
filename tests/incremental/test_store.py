import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plugins.incremental.rows import OutputRow, SourceRow, stamp_of
from plugins.incremental.store import Store, with_store

ROW = SourceRow("news/а.md", "stamp", 10**19 // 9, "digest", "[1]", "", "{}", "words", "body")
CARD = ("news/а.md", "[1]", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a store that has seen one text and one output."""
    with closing(Store(tmp_path / "state")) as store:
        store.save_sources([ROW], [])
        store.save_outputs([OutputRow("index.html", "key", "digest", "1 2")], [])
    return tmp_path / "state"


def test_what_was_saved_is_there_when_opened_again(folder: Path) -> None:
    """Texts with their bodies, outputs and trust outlive the process."""
    with closing(Store(folder)) as store:
        assert list(store.sources()) == [CARD]
        assert store.stamps() == {ROW.path: (ROW.stamp, ROW.read_ns, ROW.digest)}
        assert (store.details(ROW.path), store.body(ROW.path)) == ("{}", "body")
        assert store.outputs()["index.html"].key == "key"
        assert store.trusted


def test_saving_replaces_and_forgets_by_path(folder: Path) -> None:
    """A text read again stands once; one that is gone leaves with its body."""
    other = ROW._replace(path="news/b.md")
    with closing(Store(folder)) as store:
        store.save_sources([ROW._replace(body="new body"), other], [])
        assert [path for path, *_ in store.sources()] == ["news/b.md", ROW.path]
        assert store.body(ROW.path) == "new body"
        store.save_sources([], [ROW.path])
        with pytest.raises(KeyError):
            store.body(ROW.path)


def test_failed_saving_leaves_everything_as_it_was(folder: Path) -> None:
    """All rows of a build are saved, or none."""
    bad = ROW._replace(path="b.md", stamp=object())  # type: ignore[arg-type]  # that is the point
    with closing(Store(folder)) as store:
        with pytest.raises(Exception, match="type 'object' is not supported"):
            store.save_sources([ROW._replace(card="new"), bad], [])
        assert list(store.sources()) == [CARD]


def test_reading_many_holds_one_lock_and_gives_it_back(folder: Path) -> None:
    """While one reads, nobody changes what is read; afterwards, whatever happened, anybody may."""
    with closing(Store(folder)) as store, closing(Store(folder)) as other:
        other.db.execute("pragma busy_timeout = 0")
        with pytest.raises(ZeroDivisionError), store.reading():
            assert store.body(ROW.path) == "body"
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.remember("name", "value")
            raise ZeroDivisionError
        other.remember("name", "value")


def test_reading_anything_new_means_there_may_be_something_to_build(folder: Path) -> None:
    """What settled.py remembers does not outlive a change of the texts known."""
    with closing(Store(folder)) as store:
        store.remember("settled", "yes")
        store.save_sources([], ["x"])
        assert store.meta("settled") == ""
        store.remember("settled", "yes")
        store.keep_only("another version")
        assert (store.meta("settled"), list(store.sources())) == ("", [])


def test_what_this_very_code_read_is_kept(folder: Path) -> None:
    """Texts are read again only when the code that reads them has changed."""
    with closing(Store(folder)) as store:
        store.keep_only("1")
        store.save_sources([ROW], [])
        store.keep_only("1")
        assert list(store.sources()) == [CARD]


def test_folder_under_change_is_not_trusted(folder: Path) -> None:
    """From the first file moved until the last row is saved, another process would not trust."""
    with closing(Store(folder)) as store:
        store.distrust()
        with closing(Store(folder)) as other:
            assert not other.trusted
        store.save_outputs([], [])
        assert store.trusted


def test_damaged_store_is_replaced_once(folder: Path) -> None:
    """A job meets an empty store after a damaged one, not the damage twice."""
    (folder / "store.sqlite").write_bytes(b"\0" * 5000)
    assert with_store(folder, lambda store: list(store.sources())) == []


def test_stamp_changes_with_the_file_and_is_empty_without(tmp_path: Path) -> None:
    """A file written anew has another stamp; a missing one and one below a file have none."""
    file = tmp_path / "a"
    assert stamp_of(file) == ""
    file.write_text("1")
    before = stamp_of(file)
    file.write_text("12")
    assert before != stamp_of(file) != ""
    assert stamp_of(file / "b") == ""
