"""Rules are tested by texts: ``valid/`` is a council without fault, each file of ``invalid/`` is
put into it by itself and says at its end what is to be found: ``<!-- expect: 3: date: … -->``,
further lines of a message indented by two. A new rule needs a file here, not a test.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import pelicanconf
from plugins.council.preview import Preview
from plugins.council.text_reading import Reading, read_text
from plugins.incremental import reading
from plugins.incremental.build import check
from plugins.incremental.console import Console
from plugins.incremental.settings import Settings, from_names

ROOT = Path(__file__).parents[2]
VALID = Path(__file__).parent / "valid"
INVALID = Path(__file__).parent / "invalid"
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)

_EXPECTED = re.compile(r"<!-- expect: (.*?) -->", re.DOTALL)
_OWN = re.compile(r"\d+: ")


def files(folder: Path) -> list[str]:
    """Return the paths of the files below a folder, in order."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in found)


def expected(path: str) -> list[str]:
    """Return the problems that a file states; those of another file begin with its path."""
    text = (INVALID / path).read_bytes().decode("utf-8", "replace")
    stated = (one.replace("\n  ", "\n") for one in _EXPECTED.findall(text))
    return sorted(f"{path}:{one}" if _OWN.match(one) else one for one in stated)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the council without fault, to be checked by the real engine."""
    folder = tmp_path_factory.mktemp("council")
    shutil.copytree(VALID, folder / "content")
    names = {**vars(pelicanconf), "THEME": ROOT / "theme"}
    return replace(from_names(names, folder), jobs=1, now=NOW)


@contextmanager
def added(path: str, data: bytes, settings: Settings) -> Iterator[None]:
    """Put a wrong file into the council for a while, instead of a right one of that name if any."""
    file = settings.content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        yield
    finally:
        if (VALID / path).exists():
            shutil.copyfile(VALID / path, file)
        else:
            file.unlink()


def problems(settings: Settings) -> list[str]:
    """Return what is wrong with the council."""
    return [str(problem) for problem in check(settings, Console())]


@pytest.mark.parametrize("path", files(INVALID))
def test_a_wrong_file_is_told_what_it_states(path: str, settings: Settings) -> None:
    """Line, field, rule and words are those that the file states, and there is no other fault."""
    assert expected(path), f"{path} does not say what is wrong with it: <!-- expect: … -->"
    with added(path, (INVALID / path).read_bytes(), settings):
        assert problems(settings) == expected(path)


def test_a_file_in_another_encoding_is_told(settings: Settings) -> None:
    """A text saved as Windows-1251 is refused by its line (no tool would let it lie here)."""
    path = "news/2026/windows.md"
    with added(path, "---\ntitle: Зразок\n---\n".encode("cp1251"), settings):
        assert problems(settings) == [
            f"{path}:2: файл: файл не в кодуванні UTF-8. "
            "Збережіть його як «UTF-8» у своєму редакторі. (header)"
        ]


def test_a_file_that_breaks_the_reading_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours in reading one file names that file; no other is kept from being checked."""
    path = "news/2026/dyvo.md"

    def broken(name: str, data: bytes) -> Reading:
        if name == path:
            raise KeyError(name)
        return read_text(name, data)

    monkeypatch.setattr(reading, "read_text", broken)
    with added(path, b"---\n", settings):
        assert problems(settings) == [f"{path}:1: файл: {reading._FAILED} (KeyError). (file)"]


def test_an_unfinished_text_holds_nobody_up(settings: Settings) -> None:
    """Its faults are warnings, whichever rule finds them; a preview, which shows it, has errors."""
    faults = "[а](pages/nema.md) [б](https://a@b.example/)"
    text = f"---\ntitle: Зразок\ndate: 2026-11-20\nstate: unfinished\ntopics: nema\n---\n{faults}\n"
    with added("news/2026/chernetka.md", text.encode(), settings):
        told = check(settings, Console())
        assert {one.rule: one.severity for one in told} == {
            "unknown-word": "warning", "link": "warning", "outside-link": "warning",
        }  # fmt: skip
        shown = replace(settings, preview=Preview(branch="zrazok"))
        assert {one.severity for one in check(shown, Console())} == {"error"}


def test_personal_data_harm_before_they_are_published(settings: Settings) -> None:
    """Whoever sees the repository reads an unfinished text too."""
    text = "---\ntitle: Зразок\ndate: 2026-11-20\nstate: unfinished\n---\nРНОКПП 3184710691\n"
    with added("news/2026/chernetka.md", text.encode(), settings):
        (told,) = check(settings, Console())
        assert (told.rule, told.severity) == ("personal-data", "error")


def test_a_file_saved_elsewhere_is_right(settings: Settings) -> None:
    """A BOM, CRLF and letters of two code points, in the text and in its name, are no faults."""
    text = "\ufeff---\ntitle: Йти (зразок)\n---\nЙти [на сторінку](pages/Йти.md).\n"
    data = text.replace("Й", "И\u0306").replace("\n", "\r\n").encode()
    with added("pages/И\u0306ти.md", data, settings):
        assert problems(settings) == []


def test_every_fault_of_a_table_of_votes_is_told(settings: Settings) -> None:
    """A table of a person's spreadsheet is read with its session; no text is told it is not there.

    A table cannot state its own faults: whatever stands in it is a deputy's row.
    """
    path = "sessions/2026/sesiia-5.csv"
    with added(
        path, "Депутат;1;2.1\nКерівник (зразок);так;За\nЗа;1;1\n;За;За\n".encode(), settings
    ):
        assert problems(settings) == [
            f"{path}:2: таблиця: «так» (питання 1) – не голос. "
            "Пишуть: За, Проти, Утримався, Не голосував, Відсутній. (votes)",
            f"{path}:4: таблиця: рядок без імені. Напишіть у першій колонці, хто так голосував. "
            "(votes)",
        ]


def test_right_texts_have_no_fault(settings: Settings) -> None:
    """The council in valid/ passes every rule, warnings included."""
    assert problems(settings) == []


def test_all_wrong_files_are_told_at_once(settings: Settings) -> None:
    """A check names every file whose own header or body is wrong, not only the first."""
    own = [path for path in files(INVALID) if "(header)" in "".join(expected(path))]
    for path in own:
        (settings.content / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(INVALID / path, settings.content / path)
    found = "\n".join(problems(settings))
    for path in own:
        (settings.content / path).unlink()
    assert [path for path in own if f"{path}:" not in found] == []
