"""What is no page is planned and rendered by a process of its own, after a small change."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.incremental import halves
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.halves import registered
from plugins.output import Output, Site, signals
from tests.incremental.tiny_site import TinySite, act, news, text, tree

Given = Callable[[Site], Iterator[Output]]


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a news item and an act, built by two processes where they pay."""
    tiny = TinySite(tmp_path, jobs=2)
    tiny.write("news/2026/a.md", news("Перша новина"))
    tiny.write("acts/2026/1.md", act("1"))
    tiny.build()
    return tiny


@pytest.fixture
def given() -> Iterator[Callable[[Given], None]]:
    """Let a test give outputs of its own, which no other test sees."""
    connected: list[Given] = []

    def connect(function: Given) -> None:
        connected.append(function)
        signals.get_outputs.connect(function)

    yield connect
    for function in connected:
        signals.get_outputs.disconnect(function)


def pid_of(_words: str) -> str:
    """Say who renders."""
    return f"{os.getpid()}"


def test_the_other_half_is_made_by_another_process(
    site: TinySite, given: Callable[[Given], None]
) -> None:
    """Its files stand in the site, with all others as a clean build has them."""

    def outputs(_site: Site) -> Iterator[Output]:
        yield Output(path="pid.txt", inputs=("нове",), render=pid_of)

    given(outputs)
    site.write("acts/2026/1.md", act("1", words="1. Інші слова."))
    site.build()
    assert site.read("pid.txt") != f"{os.getpid()}"
    assert {**tree(site.output), "pid.txt": b""} == {**site.clean_tree(), "pid.txt": b""}


def test_a_process_that_dies_is_replaced(site: TinySite, given: Callable[[Given], None]) -> None:
    """Memory ran out, somebody killed it: the build does that half by itself."""
    parent = os.getpid()

    def outputs(_site: Site) -> Iterator[Output]:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        yield Output(path="pid.txt", inputs=("нове",), render=pid_of)

    given(outputs)
    site.write("acts/2026/1.md", act("1", words="1. Інші слова."))
    site.build()
    assert site.read("pid.txt") == f"{parent}"
    assert {**tree(site.output), "pid.txt": b""} == {**site.clean_tree(), "pid.txt": b""}


def broken(words: str) -> str:
    """Fail to render."""
    raise ValueError(words)


def test_what_fails_there_is_named(site: TinySite, given: Callable[[Given], None]) -> None:
    """An output that cannot be rendered is told by its path, and the last site stays."""

    def outputs(_site: Site) -> Iterator[Output]:
        yield Output(path="pid.txt", inputs=("нове",), render=broken)

    before = tree(site.output)
    given(outputs)
    site.write("acts/2026/1.md", act("1", words="1. Інші слова."))
    with pytest.raises(RenderError, match=r"pid\.txt: ValueError: нове"):
        site.build()
    assert tree(site.output) == before
    assert not list(site.base.glob("*.staging"))


def test_one_file_of_both_halves_is_refused(site: TinySite, given: Callable[[Given], None]) -> None:
    """Two sources of one file are an error wherever they are planned."""

    def outputs(_site: Site) -> Iterator[Output]:
        yield Output(path="novyny/index.html", inputs=("нове",), render=pid_of)

    given(outputs)
    site.write("acts/2026/1.md", act("1", words="1. Інші слова."))
    with pytest.raises(ContentError):
        site.build()


def test_a_wrong_text_leaves_nobody_behind(site: TinySite, forked: list[int]) -> None:
    """A build that is refused ends its other process too, and the last site stays."""
    before = tree(site.output)
    site.write("acts/2026/1.md", act("1", words="[нікуди](nema.md)"))
    with pytest.raises(ContentError):
        site.build()
    assert tree(site.output) == before
    assert forked
    assert not [process for process in forked if Path(f"/proc/{process}").exists()]


@pytest.mark.parametrize(
    ("words", "told"), [("[нікуди](nema.md)", ContentError), ("1. Інші слова.", KeyError)]
)
def test_a_fault_is_named_before_what_stumbled_over_it(
    site: TinySite, monkeypatch: pytest.MonkeyPatch, words: str, told: type[Exception]
) -> None:
    """The rules are asked before anything is planned here: their word comes first."""

    def stumble(_site: Site) -> Site:
        if os.getpid() == parent:
            raise KeyError
        return registered(_site)

    parent = os.getpid()
    monkeypatch.setattr(halves, "registered", stumble)
    site.write("acts/2026/1.md", act("1", words=words))
    with pytest.raises(told):
        site.build()


def test_time_alone_may_change_both_halves(site: TinySite) -> None:
    """A text whose hour has come appears in pages and data alike."""
    site.write("news/2026/b.md", news("Друга новина", publish_at="2026-11-25 10:00"))
    site.write("pages/kontakty.md", text("Контакти (зразок)", "Інше."))
    site.build()
    assert "Друга новина" not in site.read("novyny/index.html")
    site.now = site.now.replace(day=26)
    site.build()
    assert "Друга новина" in site.read("novyny/index.html")
    assert tree(site.output) == site.clean_tree()
