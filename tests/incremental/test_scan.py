import os
import unicodedata
from pathlib import Path

import pytest

from plugins.incremental.difference import difference
from plugins.incremental.scan import (
    CLOSED,
    HIDDEN,
    LINK,
    RACY_NS,
    SPECIAL,
    UNREADABLE,
    Found,
    scan,
)


def put(folder: Path, *names: str) -> None:
    """Write a file under each name."""
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)


def test_files_come_in_order_of_their_paths(tmp_path: Path) -> None:
    """The order on the disk does not show in what is read."""
    put(tmp_path, "б.md", "a/z.md", "a.md", "a/b/c.md")
    stale = difference(tmp_path, scan(tmp_path), {}).stale
    assert [one.path for one in stale] == ["a.md", "a/b/c.md", "a/z.md", "б.md"]


def test_links_and_dotfiles_are_named_and_not_entered(tmp_path: Path) -> None:
    """Nothing outside the folder can be read, and no hidden file; git's own is not even named."""
    put(tmp_path, "secret/passwords.md", "content/a.md", "content/.git/b.md", "content/.c.md")
    (tmp_path / "content/link.md").symlink_to(tmp_path / "secret/passwords.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "content/pipe.md")
    found = scan(tmp_path / "content")
    stamps = {path: one.stamp for path, one in found.items() if path != "a.md"}
    assert stamps == {".c.md": HIDDEN, "folder": LINK, "link.md": LINK, "pipe.md": SPECIAL}


def test_a_folder_that_may_not_be_entered_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its texts would leave the site unseen; what lies beside it is found as ever."""
    put(tmp_path, "a.md", "b/c.md", "b/d/e.md")
    entered = os.scandir

    def scandir(place: str) -> object:
        if place.endswith("/b"):
            raise PermissionError(13, "Permission denied", place)
        return entered(place)

    monkeypatch.setattr("plugins.incremental.scan.os.scandir", scandir)
    assert {path: one.stamp for path, one in scan(tmp_path).items() if path != "a.md"} == {
        "b": CLOSED
    }
    with pytest.raises(PermissionError):
        scan(tmp_path / "b")


def test_a_file_that_may_be_read_no_longer_is_read_anew(tmp_path: Path) -> None:
    """Whoever reads it tells why that fails: comparing says nothing of it."""
    gone = Found("a.md", str(tmp_path / "a.md"), "stamp", modified_ns=10**18)
    known = {"a.md": ("stamp", 10**18, "digest")}
    assert difference(tmp_path, {"a.md": gone}, known).stale == (gone,)


def test_paths_are_composed_and_places_are_as_on_the_disk(tmp_path: Path) -> None:
    """A name that a Mac decomposed is found by the letters an editor types, and can be read."""
    put(tmp_path, unicodedata.normalize("NFD", "йод.md"))
    compared = difference(tmp_path, scan(tmp_path), {})
    assert [one.path for one in compared.stale] == ["йод.md"]
    assert Path(compared.place("йод.md")).read_text() == unicodedata.normalize("NFD", "йод.md")


def test_name_that_is_no_utf8_is_marked(tmp_path: Path) -> None:
    """A name in Windows-1251 neither hides the file nor breaks the scan."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xea\xee\xf2.md")).write_text("")
    (path,) = scan(tmp_path)
    assert UNREADABLE in path


@pytest.mark.parametrize("how", ["longer", "same size", "replaced"])
def test_any_change_shows_in_the_stamp(tmp_path: Path, how: str) -> None:
    """Another size, another time of change or another file under the name is another stamp."""
    put(tmp_path, "a.md")
    file, before = tmp_path / "a.md", scan(tmp_path)["a.md"].stamp
    if how == "replaced":  # by a file that claims the same age
        put(tmp_path, "b.md")
        os.utime(tmp_path / "b.md", ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
        (tmp_path / "b.md").replace(file)
    else:
        file.write_text("A.MD" if how == "same size" else "довше")
        os.utime(file, ns=(1, 1))
    assert scan(tmp_path)["a.md"].stamp != before


@pytest.mark.parametrize(
    ("read_after", "sure"), [(RACY_NS + 1, True), (RACY_NS, False), (0, False)]
)
def test_file_read_right_after_a_change_is_not_trusted(read_after: int, sure: bool) -> None:
    """Within two seconds a file may change again and keep its stamp, so it is read again."""
    found = Found("a.md", "a.md", "stamp", modified_ns=10**18)
    assert found.unchanged("stamp", 10**18 + read_after) is sure
    assert not found.unchanged("other", 10**18 + read_after)
