"""`make alert` as a person runs it: real processes, a real terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.incremental.commands import conf, environment, run
from tests.incremental.tiny_site import ROOT, TinySite, news, text, tree

GIVEN = ("--level", "небезпека", "--text", "Воду вимкнено. Підвіз о 18:00.", "--end", "20:00")
FILE = "content/alerts/2026-11-24-vodu-vymkneno.md"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site whose public part is built, with compressed twins."""
    tiny = TinySite(tmp_path, encodings=("br", "gz"))
    tiny.write("news/2026/2026-11-20-a.md", news("Новина"))
    conf(tmp_path)
    with (tmp_path / "tinyconf.py").open("a") as file:
        file.write('PRECOMPRESSED = ("br", "gz")\n')
    done = run(line(tmp_path, "plugins.incremental", "build"))
    assert done.returncode == 0, done.stderr
    return tiny


def line(base: Path, module: str, *arguments: str) -> list[str]:
    """Return a command line on the content of ``base`` and its output folder."""
    places = [str(base / "content"), "-s", str(base / "tinyconf.py"), "-o", str(base / "output")]
    return [sys.executable, "-m", module, *arguments, *places]


def alert(site: TinySite, *given: str) -> subprocess.CompletedProcess[str]:
    """Run the command with what is given."""
    return run([*line(site.base, "plugins.alerting"), *given], COLUMNS="80")


def test_alert_brings_only_itself(site: TinySite) -> None:
    """The file of alerts, the home page and their twins; what else waits is left to a build."""
    before = tree(site.output)
    site.write("news/2026/2026-11-20-a.md", news("Новина", "Змінений текст."))
    site.write("pages/nova.md", text("Нова сторінка"))
    done = alert(site, *GIVEN)
    assert done.returncode == 0, done.stderr
    after = tree(site.output)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed <= {"alerts.json", "index.html", "index.html.br", "index.html.gz"}
    (told,) = json.loads(site.read("alerts.json"))
    assert (told["level"], told["title"], told["text"]) == (
        "danger", "Воду вимкнено", "Підвіз о 18:00.",
    )  # fmt: skip
    assert (told["starts"], told["ends"]) == ("2026-11-24T12:00+02:00", "2026-11-24T20:00+02:00")
    assert "Час дії: 24 листопада 2026, 12:00–20:00" in site.read("index.html")
    for words in ("alerts.json, index.html", "make deploy", f"git add {site.base}/{FILE}"):
        assert words in done.stdout


def test_next_build_agrees_with_it(site: TinySite) -> None:
    """What an alert wrote aside is what the next build writes, twins too, and nothing is lost."""
    site.write("news/2026/2026-11-20-a.md", news("Новина", "Змінений текст."))
    assert alert(site, *GIVEN).returncode == 0
    urgent = site.read("alerts.json")
    assert run(line(site.base, "plugins.incremental", "build")).returncode == 0
    assert site.read("alerts.json") == urgent
    assert tree(site.output) == site.clean_tree()


def test_second_alert_joins_the_first(site: TinySite) -> None:
    """The gravest stands first on the home page; a twin that grew is there, too."""
    assert alert(site, *GIVEN).returncode == 0
    worse = ("--level", "4", "--text", "Воду вимкнено. Кип’ятіть.", "--end", "без кінця")
    assert alert(site, *worse).returncode == 0
    assert len(json.loads(site.read("alerts.json"))) == 2
    home = site.read("index.html")
    assert home.index("Кип’ятіть") < home.index("Підвіз")
    assert (site.output / "alerts.json.gz").exists()
    assert run(line(site.base, "plugins.incremental", "build")).returncode == 0
    assert tree(site.output) == site.clean_tree()


def test_without_a_built_site_all_is_built(tmp_path: Path) -> None:
    """Three files are no site: a machine that has none builds the whole."""
    site = TinySite(tmp_path)
    conf(tmp_path)
    done = alert(site, *GIVEN)
    assert done.returncode == 0, done.stderr
    assert tree(site.output) == site.clean_tree()


def test_fault_of_another_text_stops_no_alert(site: TinySite) -> None:
    """Then every page shows it by its script; the home page stays, and that is said."""
    site.write("news/2026/x.md", news(date="31.02.2026"))
    home = site.read("index.html")
    given = (*GIVEN, "--link", "pages/kontakty.md")
    done = alert(site, *given)
    assert done.returncode == 0, done.stderr
    assert "Інші тексти мають помилки (make check)" in done.stderr
    (told,) = json.loads(site.read("alerts.json"))
    assert (told["title"], told["link"]) == ("Воду вимкнено", "/kontakty/")
    assert site.read("index.html") == home
    (site.content / "news/2026/x.md").unlink()
    assert run(line(site.base, "plugins.incremental", "build")).returncode == 0
    assert tree(site.output) == site.clean_tree()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--level", "жах", *GIVEN[2:]), "LEVEL: «жах» не є рівнем"),
        ((*GIVEN[:4], "--end", "2026-11-01"), "END: закінчується раніше"),
        ((*GIVEN, "--start", "колись"), "START: «колись» не є датою"),
        ((*GIVEN, "--link", "pages/nema.md"), "«pages/nema.md» немає"),
        ((*GIVEN, "--link", "javascript:x"), "link:"),
        (GIVEN[:2], "бракує TEXT=…, END=…"),
    ],
)
def test_what_is_wrong_leaves_nothing(given: tuple[str, ...], told: str, site: TinySite) -> None:
    """Neither a file nor a byte of the site; words instead of a traceback."""
    before, texts = tree(site.output), tree(site.content)
    done = alert(site, *given)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site.output) == before
    assert tree(site.content) == texts


class Terminal:
    """A person at a terminal."""

    def __init__(self, command: list[str]) -> None:
        """Start the command."""
        self.said = ""
        pid, self._terminal = pty.fork()
        if not pid:
            os.chdir(ROOT)
            os.execve(command[0], command, environment())
        self.pid = pid

    def until(self, words: str) -> None:
        """Read until the command says some words."""
        deadline = time.monotonic() + 60
        while words not in self.said:
            assert time.monotonic() < deadline, self.said
            self.said += self._read()

    def type(self, words: str) -> None:
        """Type something."""
        os.write(self._terminal, words.encode())

    def ended(self, key: str = "") -> int:
        """Return the exit code; press ``key`` once a second until there is one.

        A Ctrl-C between the words of a question and the wait for its answer is lost: Python looks
        for signals before it waits, so a person presses again.
        """
        part = " "
        while part:
            if key and not select.select([self._terminal], [], [], 1)[0]:
                self.type(key)
                continue
            part = self._read()
            self.said += part
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> str:
        try:
            return os.read(self._terminal, 4096).decode("utf-8", "replace")
        except OSError:  # how Linux says that the other side is closed
            return ""


def test_questions_are_asked_until_they_are_answered(site: TinySite) -> None:
    """A wrong answer is told why and asked again; Enter begins now."""
    person = Terminal(line(site.base, "plugins.alerting"))
    person.until("Рівень (1 – до відома, 2 – увага, 3 – небезпека, 4 – надзвичайна ситуація): ")
    person.type("жах\n")
    person.until("не є рівнем")
    person.type("2\n")
    person.until("Що сталося і що робити")
    person.type("Рух перекрито.\n")
    person.until("Коли почати")
    person.type("\n")
    person.until("Коли завершити")
    person.type("18:00\n")
    person.until("Enter – оприлюднити, Ctrl-C – скасувати: ")
    assert "УВАГА. Рух перекрито" in person.said
    person.type("\n")
    assert person.ended() == 0, person.said
    (told,) = json.loads(site.read("alerts.json"))
    assert (told["level"], told["title"]) == ("warning", "Рух перекрито")


@pytest.mark.parametrize("at", ["Рівень", "Enter – оприлюднити"])
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_cancelled_alert_leaves_nothing(at: str, key: str, site: TinySite) -> None:
    """Ctrl-C and Ctrl-D, at the first question and at the last."""
    before, texts = tree(site.output), tree(site.content)
    given = () if at == "Рівень" else GIVEN
    person = Terminal([*line(site.base, "plugins.alerting"), *given])
    if given:
        person.until("Коли почати")
        person.type("\n")
    person.until(at)
    person.type(key)
    assert person.ended(key) == 130
    assert "Скасовано, нічого не змінено." in person.said
    assert "Traceback" not in person.said
    assert tree(site.output) == before
    assert tree(site.content) == texts


def test_makefile_hands_words_over_untouched(site: TinySite, tmp_path: Path) -> None:
    """No shell and no make reads what an alert says."""
    words = "Ціна $(touch x) `touch x` \"100\" $HOME $$ #1 'так'; touch x"
    command = [
        "make", "-o", "runtime", "alert", f"PY={sys.executable}", f"INPUTDIR={site.content}",
        f"OUTPUTDIR={site.output}", f"PUBLISHCONF={tmp_path / 'tinyconf.py'}", "LEVEL=1",
        f"TEXT={words}", "END=без кінця",
    ]  # fmt: skip
    done = run(command)
    assert done.returncode == 0, done.stderr
    (told,) = json.loads(site.read("alerts.json"))
    shown = "Ціна $(touch x) `touch x` «100» $HOME $$ #1 'так'; touch x"
    assert told["title"].replace("\u00a0", " ") == shown
    assert not (ROOT / "x").exists()


def test_alert_comes_and_goes_without_a_build(site: TinySite) -> None:
    """One that is to begin later waits in the file of every page; the home page gets it in time."""
    later = (*GIVEN[:4], "--start", "2026-12-01 08:00", "--end", "2026-12-01 20:00")
    done = alert(site, *later)
    assert done.returncode == 0, done.stderr
    assert json.loads(site.read("alerts.json"))[0]["starts"] == "2026-12-01T08:00+02:00"
    assert "Воду вимкнено" not in site.read("index.html")
    build = run(
        line(site.base, "plugins.incremental", "build"),
        SOURCE_DATE_EPOCH=str(int(datetime(2026, 12, 1, 6, tzinfo=UTC).timestamp())),
    )
    assert build.returncode == 0
    assert "Воду вимкнено" in site.read("index.html")


def test_engine_is_needed_for_no_question() -> None:
    """What asks starts at once: planning and templates are loaded when there is something to do."""
    code = "import plugins.alerting.__main__, sys; print(*sys.modules)"
    done = run([sys.executable, "-c", code])
    assert not {"jinja2", "plugins.incremental.planning"} & set(done.stdout.split())
