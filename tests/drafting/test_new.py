import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.council.header import KINDS
from plugins.council.text_reading import read_text
from tests.incremental.commands import environment
from tests.incremental.tiny_site import ROOT, TinySite

LINE = [sys.executable, "-m", "plugins.drafting", "--content"]
VALUES = {
    "title": "Зразок", "body": "miska-rada", "kind": "rishennia", "number": "7-зразок",
    "adopted": "2026-10-02", "convocation": "8", "date": "2026-10-02 10:00",
    "published": "2026-10-02", "level": "info", "starts": "2026-10-02 10:00",
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Site."""
    return TinySite(tmp_path)


def made(site: TinySite, **given: str) -> subprocess.CompletedProcess[str]:
    """Made."""
    names = {key.upper(): value for key, value in given.items()}
    line = [*LINE, str(site.content), "--given", " ".join(names)]
    return subprocess.run(
        line, cwd=ROOT, env=environment(**names), capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def drafts(site: TinySite) -> dict[str, str]:
    """Drafts."""
    found = site.content.rglob("*.md")
    texts = {one.relative_to(site.content).as_posix(): one.read_text("utf-8") for one in found}
    return {path: text for path, text in texts.items() if "unfinished" in text}


@pytest.mark.parametrize("folder", KINDS)
def test_a_file_of_every_kind_passes_the_check_once_filled(site: TinySite, folder: str) -> None:
    """A file of every kind passes the check once filled."""
    kind = KINDS[folder]
    required = [key for key, field in kind.model_fields.items() if field.is_required()]
    answers = {key: VALUES[key] for key in required if key != "kind"}
    ran = made(site, **answers, kind="rishennia" if folder == "acts" else folder)
    assert ran.returncode == 0, ran.stderr
    ((path, text),) = drafts(site).items()
    assert path.startswith(f"{folder}/")
    if "kind" in required and folder != "acts":
        text = re.sub(r"# (kind: rishennia).*", r"\1", text)
    filled = text.replace("state: unfinished", "state: ready")
    reading = read_text(path, filled.encode())
    assert not reading.problems
    assert reading.text is not None


def test_every_key_of_the_kind_is_shown_with_an_example(site: TinySite) -> None:
    """Every key of the kind is shown with an example."""
    made(site, kind="acts", title="Про зразок")
    ((_, text),) = drafts(site).items()
    keys = re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE)
    own = set(KINDS["acts"].model_fields) - set(KINDS["pages"].model_fields)
    assert own <= set(keys)
    assert "# number: 5/VIII-194  ← обов’язково: номер" in text


def test_what_is_there_is_not_written_over(site: TinySite) -> None:
    """What is there is not written over."""
    made(site, kind="pages", title="Зразок")
    before = drafts(site)
    ran = made(site, kind="pages", title="Зразок!")
    assert ran.returncode == 1
    assert "уже є, його не змінено" in ran.stderr
    assert drafts(site) == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "nema", "title": "x"}, "Виду «nema» немає"),
        ({"title": "x"}, "Назвіть і вид"),
        ({"kind": "news"}, "Немає назви"),
        ({"kind": "news", "title": "!!!"}, "не виходить адреса"),
        ({"kind": "news", "title": "x", "date": "31.02.2026"}, "DATE: дня 31 лютого не існує"),
        ({"kind": "news", "title": "x", "number": "5"}, "NUMBER тут не буває"),
        ({"kind": "alerts", "title": "x", "level": "red"}, "LEVEL: «red» тут не буває"),
        ({"kind": "acts", "title": "x", "body": "nema"}, "BODY: «nema» сайт не знає"),
        ({"kind": "news", "title": "x", "topics": "nema"}, "TOPICS: «nema» сайт не знає"),
    ],
)
def test_what_will_not_do_is_said(site: TinySite, given: dict[str, str], said: str) -> None:
    """What will not do is said."""
    ran = made(site, **given)
    assert ran.returncode == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not drafts(site)


class Terminal:
    """A person at a terminal."""

    def __init__(self, site: TinySite) -> None:
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a runner in the background ignores it
            line = [*LINE, str(site.content)]
            os.execve(sys.executable, line, environment(PYTHONUTF8="1"))
        self.seen = ""

    def until(self, words: str) -> None:
        """Until."""
        while words not in self.seen:
            ready, _, _ = select.select([self._file], [], [], 20)
            assert ready, self.seen
            self.seen += self._read()

    def _read(self) -> str:
        try:
            return os.read(self._file, 65536).decode("utf-8", "replace")
        except OSError:  # so Linux says that nobody is there any more
            return "\x00"

    def answers(self, words: str, typed: str) -> None:
        """Answers."""
        self.until(words)
        time.sleep(0.2)  # a sign sent before Python waits for it would be no keyboard interrupt
        self.seen = ""
        os.write(self._file, typed.encode())

    def ends(self) -> int:
        """Ends."""
        self.until("\x00")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_a_conversation(site: TinySite) -> None:
    """A conversation."""
    person = Terminal(site)
    person.answers("назва теки:", "acts\n")
    person.answers("Назва (", "Про зразок\n")
    person.answers("головне", "\n")
    person.answers("ключ:", "77\n")
    person.answers("від 1 до 1", "1\n")
    person.answers("Номер або ключ:", "Рішення\n")
    person.answers("Номер (", "без цифр й літер?\n")
    person.answers("Дата ухвалення", "31.02.2026\n")
    person.answers("не існує", "02.10.2026\n")
    assert person.ends() == 0
    ((path, text),) = drafts(site).items()
    assert path.startswith("acts/2026/miska-rada-")
    assert "\nadopted: 2026-10-02\n" in text


@pytest.mark.parametrize("sign", ["\x03", "\x04"])
def test_one_may_leave_at_any_question(site: TinySite, sign: str) -> None:
    """One may leave at any question."""
    before = sorted(site.content.rglob("*"))
    person = Terminal(site)
    person.answers("назва теки:", "1\n")
    person.answers("Назва (", "Зразок\n")
    person.answers("головне", sign)
    person.until("Нічого не створено")
    assert "Traceback" not in person.seen
    assert person.ends() == 130
    assert sorted(site.content.rglob("*")) == before


def test_the_end_of_a_pipe_leaves_nothing(site: TinySite) -> None:
    """The end of a pipe leaves nothing."""
    ran = made(site)
    assert ran.returncode == 130
    assert "Скасовано" in ran.stderr
