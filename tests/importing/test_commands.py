import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from plugins.council.dates import KYIV
from plugins.council.text_reading import read_text
from plugins.importing.__main__ import main
from tests.importing.docx_files import docx, p, r, relations
from tests.importing.test_docx import drawing, picture
from tests.incremental.commands import engine, environment, run
from tests.incremental.tiny_site import ROOT, TinySite

MADE = Path(__file__).with_name("made_by_libreoffice")
HEAD = p("КРАМАТОРСЬКА МІСЬКА РАДА") + p("РІШЕННЯ") + p("02.10.2026 № 77-зразок") + p("Про зразок")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Content."""
    shutil.copytree(ROOT / "content/data", tmp_path / "content/data")
    return tmp_path / "content"


def imported(content: Path, *files: Path | str, **options: str) -> int:
    """Imported."""
    extra = [part for key, value in options.items() for part in (f"--{key}", value)]
    return main([*map(str, files), "--content", str(content), *extra])


def texts(content: Path) -> list[str]:
    """Texts."""
    return sorted(one.relative_to(content).as_posix() for one in content.rglob("*.md"))


def test_a_decision_becomes_a_draft_with_its_original(content: Path) -> None:
    """A decision becomes a draft with its original."""
    assert imported(content, MADE / "rishennia.docx") == 0
    (path,) = texts(content)
    assert path == "acts/2021/vykonkom-1359-zrazok.md"
    text = (content / path).read_text("utf-8")
    assert "state: unfinished" in text
    assert "\nadopted: 2021-10-20" in text
    assert "\n# published:" in text
    assert "1.1. Підпункт перший.\n\nа) літера" in text
    original = content / "files/2021/vykonkom-1359-zrazok.docx"
    assert original.read_bytes() == (MADE / "rishennia.docx").read_bytes()
    reading = read_text(path, text.encode())
    assert reading.text is not None
    assert not reading.problems


@pytest.mark.parametrize("name", ["rishennia.odt", "rishennia.pdf"])
def test_other_formats_say_the_same(content: Path, name: str) -> None:
    """Other formats say the same."""
    assert imported(content, MADE / name) == 0
    (path,) = texts(content)
    text = (content / path).read_text("utf-8")
    assert path == "acts/2021/vykonkom-1359-zrazok.md"
    for line in ("1. Затвердити зразок.", "1.1. Підпункт перший.", "а) літера", "1.2. Підпункт"):
        assert f"\n{line}" in text
    assert "Пояснення закону." in text


def test_a_second_run_changes_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run changes nothing."""
    imported(content, MADE)
    before = {one: one.read_bytes() for one in content.rglob("*") if one.is_file()}
    first = next(one for one in before if one.suffix == ".md")
    before[first] = b"---\ntitle: x\n---\n" + before[first]  # an editor was here
    first.write_bytes(before[first])
    imported(content, MADE)
    assert {one: one.read_bytes() for one in content.rglob("*") if one.is_file()} == before
    assert "уже перенесено раніше" in capsys.readouterr().err


def test_a_folder_is_taken_whole_and_each_refusal_told(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder is taken whole and each refusal told."""
    folder = tmp_path / "акти"
    folder.mkdir()
    (folder / "а.docx").write_bytes(docx(HEAD + p("1. Зразок.")))
    (folder / "б.docx").write_bytes(docx(HEAD + p("1. Інший зразок.")))
    (folder / "в.docx").write_bytes(b"{\\rtf1}")
    (folder / "~$а.docx").write_bytes(b"x")
    assert imported(content, folder) == 1
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert texts(content) == ["acts/2026/miska-rada-77-zrazok.md", "acts/2026/pro-zrazok.md"]
    assert "такий номер того самого року вже має acts/2026/miska-rada-77-zrazok.md" in said
    assert "в.docx: не перенесено: це RTF" in said
    assert "Перенесено: 2 документи. Не вдалося: 1." in said


def test_a_file_that_shows_more_than_its_text_is_not_attached(
    content: Path, tmp_path: Path
) -> None:
    """A file that shows more than its text is not attached."""
    deleted = '<w:del w:id="1"><w:r><w:delText>таємниця</w:delText></w:r></w:del>'
    (tmp_path / "a.docx").write_bytes(docx(HEAD + p(runs=r("1. Зразок.") + deleted)))
    imported(content, tmp_path / "a.docx")
    text = (content / texts(content)[0]).read_text("utf-8")
    assert "\n# attachments:" in text
    assert "\nattachments:" not in text
    assert "таємниця" not in text


def test_pictures_get_names_and_ask_for_words(content: Path, tmp_path: Path) -> None:
    """Pictures get names and ask for words."""
    rels = relations(("i", "image", "media/image1.png"))
    body = HEAD + p(runs=drawing('r:embed="i"'))
    (tmp_path / "Схема об’їзду.docx").write_bytes(
        docx(body, {"word/media/image1.png": picture()}, rels)
    )
    imported(content, tmp_path / "Схема об’їзду.docx")
    assert (content / "images/2026/miska-rada-77-zrazok-1.png").is_file()
    path = texts(content)[0]
    (problem,) = read_text(path, (content / path).read_bytes()).problems
    assert (problem.rule, problem.severity) == ("alt", "warning")
    finished = (content / path).read_text("utf-8").replace("state: unfinished", "state: ready")
    assert read_text(path, finished.encode()).problems[0].severity == "error"


def test_a_document_that_says_nothing_of_itself_is_a_draft_of_news(
    content: Path, tmp_path: Path
) -> None:
    """A document that says nothing of itself is a draft of news."""
    (tmp_path / "новина.docx").write_bytes(docx(p("Відкрито зразкову виставку") + p("Текст.")))
    imported(content, tmp_path / "новина.docx")
    (path,) = texts(content)
    year = datetime.now(KYIV).year
    assert path == f"news/{year}/vidkryto-zrazkovu-vystavku.md"
    text = (content / path).read_text("utf-8")
    assert "# date: 2026-11-23  ← обов’язково: дата" in text
    assert all(one.severity == "warning" for one in read_text(path, text.encode()).problems)


def test_drafts_hold_up_no_build(tmp_path: Path) -> None:
    """Drafts hold up no build."""
    site = TinySite(tmp_path)
    (tmp_path / "a.docx").write_bytes(docx(p("Просто слова")))
    (tmp_path / "b.docx").write_bytes(docx(HEAD + p("1. Зразок.")))
    line = [sys.executable, "-m", "plugins.importing", "a.docx", "b.docx"]
    made = subprocess.run(
        line, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    built = run(engine(tmp_path))
    assert built.returncode == 0, built.stderr
    assert not list((tmp_path / "output").rglob("*77-zrazok*"))
    checked = run(engine(tmp_path, "check"))
    assert checked.returncode == 0
    assert "попередження" in checked.stderr
    assert site


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "Назвіть файл"), (["немає.docx"], "такого файла немає")],
)  # fmt: skip
def test_what_was_not_named_is_asked_for(
    content: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not named is asked for."""
    assert imported(content, *arguments) > 0
    assert said in capsys.readouterr().err


def test_words_of_two_paragraphs_are_two_words(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is told of letters that meet only where one paragraph ends and another begins."""
    file = tmp_path / "rishennia.docx"
    file.write_bytes(docx(p("КРАМАТОРСЬКА МІСЬКА РАДА") + p("VIII скликання") + HEAD))
    assert imported(content, file) == 0
    assert "латинські" not in "".join(capsys.readouterr())
