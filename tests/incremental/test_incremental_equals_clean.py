"""The one promise of the engine: whatever changes, a build gives what a clean build gives.

``HYPOTHESIS_PROFILE=long`` tries many more and longer sequences of changes.
"""

import functools
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from plugins.incremental import expanding, scan
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.ledger import write_ledger
from plugins.output import LazyFile
from plugins.pages import section_cards
from tests.incremental.git_site import GitSite, git
from tests.incremental.tiny_site import Tree, act, news, picture, text, tree

Made = TypeVar("Made")

EXAMPLES, STEPS = (200, 40) if os.environ.get("HYPOTHESIS_PROFILE") == "long" else (3, 12)

SHORT_RACE_NS = 20_000_000
"""Twenty milliseconds instead of two seconds, so that stamps are believed within the test."""

SLUGS = st.sampled_from(["akt", "budynok", "voda", "hazeta"])
DATES = st.sampled_from(
    ["2025-12-31", "2026-01-01 09:30", "2026-11-20", "2026-11-20 08:00", "2026-11-25 07:00"]
)
TITLES = st.sampled_from(["Ремонт <b>мосту</b> & дороги", "Зразок", "Наступний зразок", "Вода"])
TOPICS = st.sampled_from(["[]", "[voda]", "[transport]", "[voda, transport]"])
ACTS = st.sampled_from(["1", "2", "3"])
MOMENTS = st.sampled_from(["2026-11-23 12:00", "2026-11-24 12:00", "2026-11-25 12:00"])
CLOCKS = st.sampled_from([datetime(2026, 11, day, hour, tzinfo=UTC)
                          for day in (22, 24, 26) for hour in (3, 10)])  # fmt: skip
RELATIONS = st.sampled_from(["amends", "repeals", "suspends", "corrects"])
COLOURS = st.sampled_from(["navy", "gold", "white"])
SIZES = st.sampled_from([(40, 30), (30, 40)])


def identity(number: str) -> str:
    """Return the identity of an act of the tiny council."""
    return f"miska-rada/rishennia/2026/{number}"


def session(number: str, act: str, date: str) -> str:
    """Return a session of two questions, of which one became an act."""
    agenda = f"[{{item: 1, title: Перше, act: {identity(act)}}}, {{item: 2, title: Друге}}]"
    return text(body="miska-rada", convocation="8", number=number, date=date,
                agenda=agenda, votes=f"sessions/{number}.csv", minutes="minutes/1.md")  # fmt: skip


BEGINNING: dict[str, str | bytes] = {
    "images/a.png": picture(),
    "files/a.csv": "1;2\n",
    "news/2026/2026-11-20-voda.md": news(topics="[voda]", about=f"[{identity('1')}]"),
    "news/2026/2026-11-20-akt.md": news(image="images/a.png", image_alt="Зразок"),
    "acts/2026/1.md": act("1", topics="[voda, transport]", convocation="8"),
    "acts/2026/2.md": act("2", amends=f"[{{act: {identity('1')}}}]", owner="voda"),
    "bills/2026/p-1.md": text(body="miska-rada", kind="rishennia", number="p-1",
                              published="2026-09-01", outcome=f"{{act: {identity('1')}}}"),
    "units/voda.md": text(head="people/voda.md"),
    "people/voda.md": text(position="голова", unit="units/voda.md"),
    "people/hazeta.md": text("Вода", mandates="[{body: miska-rada, convocation: 8}]"),
    "minutes/1.md": text(body="miska-rada", date="2026-11-20"),
    "sessions/1.csv": "Депутат;1;2\nВода;За;Проти\nЗразок;Проти;Відсутній\n",
    "sessions/1.md": session("1", "1", date="2026-11-20"),
    "pages/about.md": text("About", "Text.", lang="en", translation_of="pages/kontakty.md"),
}  # fmt: skip
"""Texts that know each other from the start, so that a change of one shows on others."""


VOTES = st.sampled_from(["За", "Проти", "Відсутній", ""])


class Changes(RuleBasedStateMachine):
    """An editor, a designer, a clock and an accident, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.site = GitSite(Path(tempfile.mkdtemp()), jobs=2)
        self.site.own_theme()
        for path, data in BEGINNING.items():
            self.site.write(path, data)
        self.good = tree(self.site.content)
        self.edits = self.commits = 0

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.site.base)

    def some_text(self, number: int) -> Path:
        """Return one of the texts there are."""
        texts = sorted(self.site.content.rglob("*.md"))
        return texts[number % len(texts)]

    def rewrite(self, file: Path, key: str, value: str) -> None:
        """Set a key of a text's header."""
        lines = [line for line in file.read_text().split("\n") if not line.startswith(f"{key}:")]
        file.write_text("\n".join([lines[0], f"{key}: {value}", *lines[1:]]))

    @rule(slug=SLUGS, title=TITLES, date=DATES, topics=TOPICS, about=ACTS)
    def add_news(self, slug: str, title: str, date: str, topics: str, about: str) -> None:
        """A news item appears, or another one takes its place; it may tell of an act."""
        told = {"about": f"[{identity(about)}]"} if self.has_act(about) else {}
        item = news(title, date=date, topics=topics, **told)
        self.site.write(f"news/2026/2026-11-20-{slug}.md", item)

    @rule(number=ACTS, other=ACTS, relation=RELATIONS, topics=TOPICS)
    def add_act(self, number: str, other: str, relation: str, topics: str) -> None:
        """An act appears that changes or repeals another."""
        related = {relation: f"[{{act: {identity(other)}}}]"} if self.has_act(other) else {}
        self.site.write(f"acts/2026/{number}.md", act(number, topics=topics, **related))

    def has_act(self, number: str) -> bool:
        """Whether the act is there to be named."""
        return (self.site.content / f"acts/2026/{number}.md").exists()

    @rule(number=ACTS, adopted=st.booleans(), withdrawn=st.booleans())
    def add_bill(self, number: str, adopted: bool, withdrawn: bool) -> None:
        """A bill appears; it may have become an act, or be withdrawn."""
        more = {"outcome": f"{{act: {identity(number)}}}"} if adopted else {}
        more |= {"withdrawn": "{date: 2026-11-21, reason: помилка}"} if withdrawn else {}
        bill = text(body="miska-rada", kind="rishennia", number=f"p-{number}",
                    published="2026-09-01", **more)  # fmt: skip
        self.site.write(f"bills/2026/p-{number}.md", bill)

    @rule(number=ACTS, act=ACTS, date=DATES, first=VOTES, second=VOTES)
    def hold_session(self, number: str, act: str, date: str, first: str, second: str) -> None:
        """A session is told, or told anew, with how two deputies voted."""
        table = f"Депутат;1;2\nВода;За;{first}\nЗразок;{second};За\n"
        self.site.write(f"sessions/{number}.csv", table)
        if self.has_act(act):
            self.site.write(f"sessions/{number}.md", session(number, act, date))

    @rule(slug=SLUGS, starts=MOMENTS, ends=MOMENTS)
    def add_alert(self, slug: str, starts: str, ends: str) -> None:
        """An alert is announced for some time."""
        alert = text(level="warning", starts=starts, ends=max(starts, ends))
        self.site.write(f"alerts/{slug}.md", alert)

    @rule(slug=SLUGS, parent=SLUGS)
    def add_unit_and_person(self, slug: str, parent: str) -> None:
        """A department appears with somebody who leads it."""
        self.site.write(f"people/{slug}.md", text(position="голова", unit=f"units/{slug}.md"))
        above = f"units/{parent}.md"
        known = (self.site.content / above).exists() and parent != slug
        more = {"parent": above} if known else {}
        self.site.write(f"units/{slug}.md", text(head=f"people/{slug}.md", **more))

    @rule(number=st.integers(0, 99))
    def translate(self, number: int) -> None:
        """A page gets an English translation."""
        original = self.some_text(number).relative_to(self.site.content).as_posix()
        if original.startswith("pages/") and "lang: en" not in self.some_text(number).read_text():
            english = text("About (sample)", "Text.", lang="en", translation_of=original)
            self.site.write("pages/about.md", english)

    @rule(number=st.integers(0, 99), other=st.integers(0, 99), kind=st.integers(0, 3))
    def edit_body(self, number: int, other: int, kind: int) -> None:
        """A paragraph is added: plain, or with a link to a text, a file, a picture."""
        target = self.some_text(other).relative_to(self.site.content).as_posix()
        added = ["Ще абзац.", f"Дивіться [інше]({target}).", "Ось [таблиця](files/a.csv).",
                 "![Зразок зображення](images/a.png)"][kind]  # fmt: skip
        file = self.some_text(number)
        file.write_text(f"{file.read_text()}\n{added}\n")

    @rule(number=st.integers(0, 99), title=TITLES)
    def retitle(self, number: int, title: str) -> None:
        """A text gets another title."""
        self.rewrite(self.some_text(number), "title", title)

    @rule(number=st.integers(0, 99), date=DATES)
    def redate(self, number: int, date: str) -> None:
        """A news item moves in time, perhaps into another year."""
        file = self.some_text(number)
        if file.parts[-3] == "news":
            self.rewrite(file, "date", date)

    @rule(number=st.integers(0, 99), topics=TOPICS)
    def retopic(self, number: int, topics: str) -> None:
        """A text moves to other topics."""
        self.rewrite(self.some_text(number), "topics", topics)

    @rule(number=st.integers(0, 99), key=st.sampled_from(["publish_at", "expires_at"]), at=MOMENTS)
    def schedule(self, number: int, key: str, at: str) -> None:
        """A text is to appear or to expire at some moment."""
        self.rewrite(self.some_text(number), key, at)

    @rule(number=st.integers(0, 99), state=st.sampled_from(["unfinished", "ready"]))
    def finish_or_take_back(self, number: int, state: str) -> None:
        """A text is taken back for more work, or is ready."""
        self.rewrite(self.some_text(number), "state", state)

    @rule(number=st.integers(0, 99))
    def illustrate(self, number: int) -> None:
        """A text gets a picture, a gallery and a file."""
        file = self.some_text(number)
        for key, value in {
            "image": "images/a.png", "image_alt": "Зразок",
            "gallery": "[{file: images/a.png, alt: Зразок}]",
            "attachments": "[{file: files/a.csv, title: Таблиця}]",
        }.items():  # fmt: skip
            self.rewrite(file, key, value)

    @rule(number=st.integers(0, 99), slug=SLUGS, alias=st.booleans())
    def rename(self, number: int, slug: str, alias: bool) -> None:
        """A file gets another name, with the old address kept as an alias or not."""
        file = self.some_text(number)
        kind = file.relative_to(self.site.content).parts[0]
        if alias and kind == "news":
            self.rewrite(file, "aliases", f"[/novyny/2026/{file.stem[11:]}/, /stare-{slug}]")
        elif alias:
            self.rewrite(file, "aliases", f"[/stare-{slug}/, /STARE/{slug}/]")
        prefix = "2026-11-20-" if kind == "news" else ""
        file.rename(file.with_name(f"{prefix}{slug}.md"))

    @rule(number=st.integers(0, 99))
    def delete(self, number: int) -> None:
        """A text is removed."""
        if len(list(self.site.content.rglob("*.md"))) > 1:
            self.some_text(number).unlink()

    @rule(colour=COLOURS, size=SIZES)
    def replace_picture(self, colour: str, size: tuple[int, int]) -> None:
        """Another picture comes under the same name."""
        self.site.write("images/a.png", picture(colour, size))

    @rule(words=st.sampled_from(["1;2\n", "3;4\n", "довше;5\n"]))
    def replace_file(self, words: str) -> None:
        """Another table comes under the same name."""
        self.site.write("files/a.csv", words)

    @rule(number=st.integers(0, 99))
    def edit_template(self, number: int) -> None:
        """A template, a partial or a component gets a mark in its HTML."""
        templates = sorted((self.site.theme / "templates").rglob("*.html"))
        self.mark(templates[number % len(templates)], "</", f"<!--{self.edits}--></")

    @rule(number=st.integers(0, 99))
    def edit_style_or_script(self, number: int) -> None:
        """A style or a script gets a rule."""
        static = self.site.theme / "static"
        files = sorted([*static.rglob("*.css"), *static.rglob("*.js")])
        file = files[number % len(files)]
        file.write_text(file.read_text() + f"\n.m{self.edits}{{}}\n")
        self.edits += 1

    @rule(number=st.integers(0, 999))
    def edit_catalogue(self, number: int) -> None:
        """An interface string is worded otherwise."""
        file = self.site.theme / "strings.yaml"
        strings = yaml.safe_load(file.read_text())
        key = sorted(strings)[number % len(strings)]
        strings[key] = {lang: f"{words}·" for lang, words in strings[key].items()}
        file.write_text(yaml.safe_dump(strings, allow_unicode=True))

    @rule(file=st.sampled_from(["topics.yaml", "bodies.yaml", "act-kinds.yaml", "site.yaml"]))
    def edit_vocabulary(self, file: str) -> None:
        """A topic, a body, a kind of acts or the site gets another name."""
        self.mark(
            self.site.content / "data" / file, "name: {uk: ", f"name: {{uk: Інша{self.edits} "
        )

    def mark(self, file: Path, before: str, after: str) -> None:
        """Change the first place of its kind."""
        file.write_text(file.read_text().replace(before, after, 1))
        self.edits += 1

    @rule(now=CLOCKS)
    def move_clock(self, now: datetime) -> None:
        """Time passes, or a clock is set back."""
        self.site.now = now

    @rule(number=st.integers(0, 99))
    def touch(self, number: int) -> None:
        """A file is saved unchanged."""
        self.some_text(number).touch()

    @rule(number=st.integers(0, 999), how=st.sampled_from(["remove", "alter"]))
    def spoil_output(self, number: int, how: str) -> None:
        """Somebody's hand removes or alters a file of the site."""
        if files := sorted(file for file in self.site.output.rglob("*") if file.is_file()):
            file = files[number % len(files)]
            file.unlink() if how == "remove" else file.write_text("зіпсовано")

    @rule(encodings=st.sampled_from([(), ("gz",), ("br", "gz")]))
    def choose_twins(self, encodings: tuple[str, ...]) -> None:
        """Texts get compressed twins, others, or none any more."""
        self.site.encodings = encodings

    @rule()
    def forget_state(self) -> None:
        """All caches are deleted."""
        shutil.rmtree(self.site.base / ".build", ignore_errors=True)

    @rule()
    def remember_addresses(self) -> None:
        """The ledger takes in all public addresses, none of which may get lost from now on."""
        write_ledger(self.site.settings(), Console())
        self.good = tree(self.site.content)

    @rule(hour=st.integers(0, 23), rewritten=st.booleans())
    def commit(self, hour: int, rewritten: bool) -> None:
        """All is committed, perhaps with the last commit forgotten."""
        if rewritten and self.commits > 1:
            git(self.site.base, "reset", "--quiet", "--soft", "HEAD~1")
            self.commits -= 1
        self.commits += 1
        self.site.commit(min(self.commits, 28), hour)

    @invariant()
    def incremental_equals_clean(self) -> None:
        """Names and bytes are those of a clean build; faulty texts are refused by both alike."""
        time.sleep(2 * SHORT_RACE_NS / 1e9)
        before = tree(self.site.output)
        problems, _ = outcome(self.site.build)
        expected, clean = outcome(self.site.clean_tree)
        assert problems == expected
        if clean is None:
            assert_same(tree(self.site.output), before)
            self.restore(self.good)
            self.site.build()
            clean = self.site.clean_tree()
        self.good = tree(self.site.content)
        assert_same(tree(self.site.output), clean)
        again = self.site.build().changes
        assert (again.written, again.removed, again.rendered) == ((), (), 0)

    def restore(self, content: Tree) -> None:
        """Put the last good content back."""
        shutil.rmtree(self.site.content)
        for path, data in content.items():
            self.site.write(path, data)


def outcome(make: Callable[[], Made]) -> tuple[list[str], Made | None]:
    """Return what a build finds wrong, or nothing and what it made."""
    try:
        return [], make()
    except ContentError as error:
        return [str(problem) for problem in error.problems], None


def assert_same(incremental: Tree, clean: Tree) -> None:
    """Fail by naming the files, not by printing a whole site."""
    assert sorted(incremental) == sorted(clean)
    assert [path for path in clean if clean[path] != incremental[path]] == []


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Believe stamps sooner, draw the same card of a section once, take few groups for many."""
    monkeypatch.setattr(scan, "RACY_NS", SHORT_RACE_NS)
    monkeypatch.setattr(expanding, "FEW", 4)  # then changes meet both ways to make a group
    monkeypatch.setattr(section_cards, "draw_card", remembered(section_cards.draw_card))
    yield


def remembered(draw: Callable[[str, str, LazyFile], bytes]) -> Callable[..., bytes]:
    """Return a function of the same name that draws each card once."""
    known: dict[tuple[str, str, str], bytes] = {}

    @functools.wraps(draw)
    def drawn(name: str, site_name: str, font: LazyFile) -> bytes:
        key = (name, site_name, font.digest)
        if key not in known:
            known[key] = draw(name, site_name, font)
        return known[key]

    return drawn


def test_incremental_equals_clean() -> None:
    """After any sequence of changes the site is what a clean build makes; a second build rests."""
    run_state_machine_as_test(
        Changes,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
