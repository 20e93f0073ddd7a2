"""Many groups of outputs are taken apart and rendered by workers, each whole by one of them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.incremental import expanding
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.workers import FEW
from plugins.output import Output, OutputGroup, Site, signals
from tests.incremental.tiny_site import TinySite, news, tree

MANY = 2 * FEW  # groups, more than are worth a fork


def with_pid(words: str) -> str:
    """Say who renders, and what."""
    return f"{os.getpid()} {words}"


def same(words: str) -> str:
    """Render an output that is its input; fail where the input says so."""
    if words == "лихо":
        raise ValueError(words)
    return words


def two(name: str, words: str) -> Iterator[Output]:
    """Take a group apart: a file that differs, and one that tells its process."""
    yield Output(path=f"{name}/words.txt", inputs=(words,), render=same)
    yield Output(path=f"{name}/pid.txt", inputs=(words,), render=with_pid)


@pytest.fixture
def words() -> dict[int, str]:
    """What the groups of a test say, by number; «слово» where nothing stands."""
    return {}


@pytest.fixture(autouse=True)
def groups(words: dict[int, str]) -> Iterator[None]:
    """Give the site many groups."""

    def given(_site: Site) -> Iterator[OutputGroup]:
        for number in range(MANY):
            name = f"group-{number}"
            yield OutputGroup(name=name, inputs=(name, words.get(number, "слово")), expand=two)

    signals.get_outputs.connect(given)
    yield
    signals.get_outputs.disconnect(given)


def build(base: Path, jobs: int = 2) -> TinySite:
    """Build a tiny site, with many groups beside its own."""
    site = TinySite(base, jobs=jobs)
    site.write("news/2026/a.md", news("Перша новина"))
    site.build()
    return site


def test_workers_make_what_one_process_makes(tmp_path: Path) -> None:
    """The tree is the same whoever renders; no group is rendered by the parent."""
    site, alone = build(tmp_path / "two"), build(tmp_path / "one", jobs=1)
    by = {(site.output / f"group-{n}/pid.txt").read_text("utf-8").split()[0] for n in range(MANY)}
    assert f"{os.getpid()}" not in by
    ours, theirs = tree(site.output), tree(alone.output)
    assert {p: d for p, d in ours.items() if not p.endswith("pid.txt")} == {
        p: d for p, d in theirs.items() if not p.endswith("pid.txt")
    }


def test_workers_are_relieved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has seen much of the site copies much: after some groups others take over."""
    monkeypatch.setattr(expanding, "TURN", MANY)
    by = list(expanding.by_turns(lambda _number: os.getpid(), 2 * MANY, jobs=2))
    assert len(by) == 2 * MANY
    assert not {*by[:MANY]} & {*by[MANY:]}


def test_only_what_changed_is_rendered_again(tmp_path: Path, words: dict[int, str]) -> None:
    """After one change of many groups the others stay as they lie."""
    site = build(tmp_path)
    before = tree(site.output)
    words.update(dict.fromkeys(range(FEW), "інше"))
    site.write("news/2026/a.md", news("Інша новина"))
    report = site.build()
    groups = {path for path in report.changes.written if path.startswith("group-")}
    assert groups == {f"group-{n}/{file}.txt" for n in range(FEW) for file in ("words", "pid")}
    assert site.read("group-1/words.txt") == "інше"
    assert tree(site.output)[f"group-{FEW}/pid.txt"] == before[f"group-{FEW}/pid.txt"]


def test_a_fault_of_one_is_told_and_the_last_site_stays(
    tmp_path: Path, words: dict[int, str]
) -> None:
    """An output that a worker cannot render is told by its path, with others; nothing is put."""
    site = build(tmp_path)
    before = tree(site.output)
    words.update({number: "лихо" if number == 3 else "інше" for number in range(MANY)})
    site.write("news/2026/a.md", news("Інша новина"))
    with pytest.raises(RenderError, match=r"group-3/words\.txt: ValueError: лихо"):
        site.build()
    assert tree(site.output) == before
    assert not list(tmp_path.glob("*.staging"))


def test_one_file_of_two_groups_is_refused(tmp_path: Path) -> None:
    """Two sources of one file are an error though both were rendered."""

    def given(_site: Site) -> Iterator[OutputGroup]:
        yield OutputGroup(name="another", inputs=("group-7", "інше"), expand=two)

    signals.get_outputs.connect(given)
    try:
        with pytest.raises(ContentError):
            build(tmp_path)
    finally:
        signals.get_outputs.disconnect(given)
    assert not (tmp_path / "output").exists()
