"""Exit codes, words and robustness of the real command."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.incremental.commands import conf, engine, environment, run
from tests.incremental.tiny_site import ROOT, TinySite, act, news, picture, text, tree

UNLOADED = {"babel", "pypdf", "PIL", "pelican", "pydantic", "markdown", "jinja2", "yaml"}
"""Packages that take long to import and are not needed to see that nothing changed."""


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a picture, a file and texts that name each other."""
    tiny = TinySite(tmp_path)
    tiny.write("images/a.png", picture())
    tiny.write("files/Кошторис 1.csv", "1;2\n")
    body = "[рішення](acts/2026/1.md) і ![Зразок](images/a.png)"
    tiny.write("news/2026/2026-11-20-a.md", news("Новина", body, topics="[voda, transport]"))
    tiny.write("acts/2026/1.md", act("1", attachments="[{file: files/Кошторис 1.csv, title: Х}]"))
    tiny.write("acts/2026/2.md", act("2", amends="[{act: miska-rada/rishennia/2026/1}]"))
    tiny.write("pages/about.md", text("About", lang="en", translation_of="pages/kontakty.md"))
    return tiny


def shuffled(source: Path, target: Path) -> None:
    """Copy a folder with other times of change and another order of files in each folder."""
    files = [file for file in source.rglob("*") if file.is_file()]
    random.Random(1).shuffle(files)
    for age, file in enumerate(files):
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (1_500_000_000 + age, 1_500_000_000 + age))


def test_same_bytes_whatever_the_machine(site: TinySite, tmp_path: Path) -> None:
    """Hash seed, time zone, locale, processes, times and order of files change no byte."""
    assert run(engine(site.base), PYTHONHASHSEED="0", TZ="Europe/Kyiv", JOBS="1").returncode == 0
    other = tmp_path / "other"
    shuffled(site.content, other / "content")
    elsewhere = {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}
    assert run(engine(other), PYTHONHASHSEED="7", JOBS="2", **elsewhere).returncode == 0
    assert tree(other / "output") == tree(site.output)


def test_pelican_gives_the_same_bytes(site: TinySite) -> None:
    """``pelican content`` and the engine's own command build the same site."""
    assert run(engine(site.base)).returncode == 0
    pelican = [sys.executable, "-m", "pelican", str(site.content), "-s", str(conf(site.base))]
    done = run([*pelican, "-o", str(site.base / "by-pelican")])
    assert done.returncode == 0, done.stderr
    assert tree(site.base / "by-pelican") == tree(site.output)


def test_all_faults_of_all_texts_are_told_at_once(site: TinySite) -> None:
    """A faulty text ends the build with 1 and «path:line», and the last good site stays."""
    run(engine(site.base))
    before = tree(site.output)
    site.write("news/2026/2026-11-21-b.md", news(date="31.02.2026", summry="x"))
    site.write("acts/2026/3.md", act("3", words="[нікуди](acts/nema.md)"))
    site.write("acts/2026/4.md", "без шапки")
    done = run(engine(site.base))
    assert done.returncode == 1
    for place in ("news/2026/2026-11-21-b.md:3:", "news/2026/2026-11-21-b.md:4:",
                  "acts/2026/4.md:1:"):  # fmt: skip
        assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site.output) == before


def test_law_is_checked_and_blocks_nothing(site: TinySite) -> None:
    """Findings are told with file, days and article, and the command ends with 0."""
    bill = {"body": "miska-rada", "kind": "rishennia", "number": "п-1", "published": "2020-12-14"}
    site.write("bills/2020/1.md", text(**bill, consider_on="2020-12-22"))
    done = run(engine(site.base, "check-law"))
    assert done.returncode == 0
    said = done.stderr.replace("\u00a0", " ")
    assert (
        f"{site.content}/bills/2020/1.md: consider_on: оприлюднено за 6 робочих днів до розгляду, "
        "треба 10 (Закон 2939-VI, ст. 15, ч. 3)\n"
    ) in said
    assert f"{site.content}/acts/2026/1.md: published: дати оприлюднення немає" in said
    assert said.endswith("Перевірено 2 акти, 1 проєкт і 0 сесій. Зауважень: 12, приміток: 0.\n")


def test_law_is_not_checked_when_a_text_cannot_be_read(site: TinySite) -> None:
    """What cannot be read cannot be judged: the fault is told with its line."""
    site.write("acts/2026/1.md", act("1", published="колись"))
    done = run(engine(site.base, "check-law"))
    assert done.returncode == 1
    assert "acts/2026/1.md:7: published:" in done.stderr


def test_mended_text_is_built_after_a_fault(site: TinySite) -> None:
    """A fault told once is told again, and a build after the mending is not taken for idle."""
    run(engine(site.base))
    item = site.write("news/2026/2026-11-21-b.md", news(date="колись"))
    assert [run(engine(site.base)).returncode for _ in range(2)] == [1, 1]
    assert run(engine(site.base, "check")).returncode == 1
    item.write_text(news("Виправлена"))
    assert run(engine(site.base)).returncode == 0
    assert "Виправлена" in site.read("novyny/2026/b/index.html")


def test_folder_that_is_not_ours_is_left_alone(site: TinySite) -> None:
    """A folder with somebody's files is refused with 2 and keeps them."""
    site.output.mkdir()
    (site.output / "diplom.docx").write_text("цінне")
    done = run(engine(site.base))
    assert done.returncode == 2
    assert "створила не ця збірка" in done.stderr
    assert [file.name for file in site.output.iterdir()] == ["diplom.docx"]


def test_missing_content_folder_is_said_plainly(tmp_path: Path) -> None:
    """A misspelt folder of texts ends with 2 and its name, not with a traceback."""
    done = run(engine(tmp_path))
    assert done.returncode == 2
    assert "content" in done.stderr and "Traceback" not in done.stderr


def test_second_build_at_the_same_time_is_refused(site: TinySite) -> None:
    """While one build writes, another says so with 2 and touches nothing."""
    run(engine(site.base))
    site.write("news/2026/2026-11-21-b.md", news())
    holder = (
        "import fcntl, sys, time; file = open(sys.argv[1], 'w'); fcntl.flock(file, 2);"
        "print(flush=True); time.sleep(60)"
    )
    lock = next((site.base / ".build").glob("output-*/lock"))
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(lock)], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        before = tree(site.output)
        done = run(engine(site.base))
        assert (done.returncode, tree(site.output)) == (2, before)
        assert "інша збірка" in done.stderr and "Traceback" not in done.stderr
        other.kill()
    assert run(engine(site.base)).returncode == 0


def test_build_killed_at_any_moment_is_repaired_by_the_next(site: TinySite) -> None:
    """After ``kill -9`` at random moments, also of a first build, a build equals a clean one."""
    moments = random.Random(3)
    started = time.monotonic()
    assert run(engine(site.base, output="clean"), JOBS="2").returncode == 0
    whole = time.monotonic() - started
    clean = tree(site.base / "clean")
    for fresh in (True, False, True, False, False):
        if fresh:
            shutil.rmtree(site.output, ignore_errors=True)
            shutil.rmtree(site.base / ".build")
        site.write("data/site.yaml", (site.content / "data/site.yaml").read_text() + "#\n")
        kill_after(moments.uniform(0.3, 1.0) * whole, engine(site.base))
    done = run(engine(site.base))
    assert done.returncode == 0, done.stderr
    assert tree(site.output) == clean


def kill_after(seconds: float, line: list[str]) -> None:
    """Start a build and all its workers, and kill them all after some time."""
    with subprocess.Popen(
        line, cwd=ROOT, env=environment(JOBS="2"), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        time.sleep(seconds)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def test_full_disk_is_said_plainly(site: TinySite) -> None:
    """When the disk takes no more, the build ends with 2, the site stays, and the next is good."""
    limit = "import resource,os,sys;resource.setrlimit(resource.RLIMIT_FSIZE,(9000,9000));"
    done = run([sys.executable, "-c", f"{limit}os.execv(sys.argv[1],sys.argv[1:])",
                *engine(site.base)])  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not site.output.exists()
    assert run(engine(site.base)).returncode == 0
    assert tree(site.output) == site.clean_tree()


def test_idle_build_loads_no_heavy_package(site: TinySite) -> None:
    """When nothing changed, no Pelican, schema, Markdown, template or picture is loaded."""
    for file in site.content.rglob("*"):
        os.utime(file)
    run(engine(site.base))
    time.sleep(2.1)  # seconds: until stamps are believed, see scan.RACY_NS
    run(engine(site.base))
    line = engine(site.base)
    done = run([line[0], "-X", "importtime", *line[1:]])
    loaded = {row.split("|")[-1].strip().split(".")[0] for row in done.stderr.splitlines()}
    assert "Нічого не змінилося" in done.stderr
    assert "sqlite3" in loaded
    assert loaded & UNLOADED == set()
