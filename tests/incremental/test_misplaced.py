from contextlib import closing
from pathlib import Path

import pytest

from plugins.incremental.misplaced import misplaced
from plugins.incremental.rows import OutputRow, stamp_of
from plugins.incremental.store import Store
from plugins.incremental.twins import recipe

LONG = "слово " * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a page and its twin, and a store that remembers them."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.html").write_text(LONG)
    (folder / "a.html.gz").write_text("gz")
    stamp, twin = stamp_of(folder / "a.html"), stamp_of(folder / "a.html.gz")
    with closing(Store(tmp_path / "state")) as store:
        rows = [
            OutputRow("a.html", "key", "digest", stamp),
            OutputRow("a.html.gz", recipe("gz"), "", twin),
        ]
        store.save_outputs(rows, [])
    return folder


def found(site: Path, *encodings: str) -> frozenset[str]:
    """Return what is misplaced."""
    with closing(Store(site.parent / "state")) as store:
        return misplaced(store, site, encodings)


def test_what_lies_as_it_was_written_is_in_place(site: Path) -> None:
    """With the twins that are wanted."""
    assert found(site, "gz") == frozenset()


def test_twin_that_is_not_wanted_is_not_in_place(site: Path) -> None:
    """Its page is."""
    assert found(site) == {"a.html.gz"}


def test_what_a_hand_changed_or_removed_is_not(site: Path) -> None:
    """Size and time tell."""
    (site / "a.html").write_text("інше")
    assert found(site, "gz") == {"a.html"}
    (site / "a.html").unlink()
    assert found(site, "gz") == {"a.html"}


def test_page_without_its_twin_is_not_in_place(site: Path) -> None:
    """A twin that is gone, and one that was never made, are made with their page."""
    (site / "a.html.gz").unlink()
    assert found(site, "gz") == {"a.html", "a.html.gz"}
    assert found(site, "gz", "br") >= {"a.html"}
