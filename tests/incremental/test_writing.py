import os
from contextlib import closing
from pathlib import Path

import pytest

from plugins.incremental.console import Console
from plugins.incremental.errors import RenderError
from plugins.incremental.last_build import last_build
from plugins.incremental.misplaced import misplaced
from plugins.incremental.plan import Plan
from plugins.incremental.rendering import Workshop
from plugins.incremental.report import Changes
from plugins.incremental.store import Store
from plugins.incremental.writing import staging_beside, write_plan
from plugins.output import Output
from tests.incremental.tiny_site import tree


def same(words: str) -> str:
    """Render an output that is its input."""
    return words


def shorter(words: str) -> str:
    """Render the beginning of the input."""
    return words[:1]


def broken(words: str) -> str:
    """Fail to render."""
    raise ValueError(words)


def write(base: Path, *outputs: Output, code: str = "1") -> Changes:
    """Bring the folder to a plan of some outputs."""
    by_path = {output.path: output for output in outputs}
    site = base / "site"
    with closing(Store(base / "state")) as store, staging_beside(site) as staging:
        last = last_build(store, code, (), lambda: misplaced(store, site, ()))
        keys = {output.path: last.key(output) for output in outputs}
        plan = Plan(keys=keys, outputs=by_path, before=last.rows(()))
        return write_plan(plan, last, site, store, Workshop(staging, 1, Console()))


def output(path: str, words: str = "слово") -> Output:
    """Return an output that says some words."""
    return Output(path=path, inputs=(words,), render=same)


def test_plan_becomes_a_folder(tmp_path: Path) -> None:
    """Text is written as UTF-8 at the paths of the plan, and nothing else is left behind."""
    changes = write(tmp_path, output("a/b/index.html"), output("c.txt", "інше"))
    expected = {"a/b/index.html": "слово".encode(), "c.txt": "інше".encode()}
    assert tree(tmp_path / "site") == expected
    assert changes.written == ("a/b/index.html", "c.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "state"]


def test_same_inputs_are_not_rendered_again(tmp_path: Path) -> None:
    """The key decides what is rendered, and the code is a part of every key."""
    write(tmp_path, output("a"))
    assert write(tmp_path, output("a")).rendered == 0
    changes = write(tmp_path, output("a"), code="2")
    assert (changes.rendered, changes.written) == (1, ())


def test_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    """An output rendered to what lies there already keeps its file and its time of change."""
    write(tmp_path, Output(path="a", inputs=("слово",), render=shorter))
    before = (tmp_path / "site/a").stat()
    changes = write(tmp_path, Output(path="a", inputs=("слава",), render=shorter))
    after = (tmp_path / "site/a").stat()
    assert (changes.rendered, changes.written) == (1, ())
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_left_the_plan_leaves_the_folder_with_its_empty_folders(tmp_path: Path) -> None:
    """Removed outputs are told, and no empty folder stays to answer for them."""
    write(tmp_path, output("a/b/c"), output("a/d"), output("e"))
    assert write(tmp_path, output("e")).removed == ("a/b/c", "a/d")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["e"]


@pytest.mark.parametrize("path", ["a", "a/index.html", "a/b/c"])
@pytest.mark.parametrize("former", ["a", "a/index.html", "a/b/c"])
def test_a_path_may_turn_from_file_to_folder(tmp_path: Path, former: str, path: str) -> None:
    """A page may take the place of a file and a file that of a folder."""
    write(tmp_path, output(former))
    write(tmp_path, output(path, "інше"))
    assert tree(tmp_path / "site") == {path: "інше".encode()}


def test_one_failure_keeps_everything_as_it_was(tmp_path: Path) -> None:
    """All failures are told with their paths, and neither folder nor memory changes."""
    write(tmp_path, output("a"), output("b"))
    failing = Output(path="b", inputs=("чому",), render=broken)
    with pytest.raises(RenderError, match=r"b: ValueError: чому \(test_writing.py:\d+\)"):
        write(tmp_path, output("a", "нове"), failing)
    assert tree(tmp_path / "site") == {"a": "слово".encode(), "b": "слово".encode()}
    assert write(tmp_path, output("a"), output("b")).rendered == 0


def test_folder_in_doubt_is_written_anew(tmp_path: Path) -> None:
    """After a build that did not end, nothing is believed and strays are removed."""
    write(tmp_path, output("a"), output("b"))
    with closing(Store(tmp_path / "state")) as store:
        store.distrust()
    (tmp_path / "site/stray").write_text("")
    changes = write(tmp_path, output("a"), output("b"))
    assert (changes.written, changes.removed) == (("a", "b"), ("stray",))


def test_a_disk_that_takes_a_part_gets_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system may write less than it was given: the file is whole all the same."""
    really = os.write
    monkeypatch.setattr(os, "write", lambda file, data: really(file, data[:5]))
    write(tmp_path, Output(path="a.txt", inputs=("рішення міської ради",), render=same))
    assert (tmp_path / "site/a.txt").read_text("utf-8") == "рішення міської ради"
