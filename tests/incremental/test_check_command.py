"""``make check`` as an editor, a hook and GitHub run it: a real process."""

import json
from pathlib import Path

import pytest

from plugins.council.text_reading import Reading, read_text
from plugins.incremental import build, reading
from plugins.incremental.console import Console
from tests.incremental.commands import engine, run
from tests.incremental.tiny_site import TinySite, news, text

CLEAN = {"GITHUB_ACTIONS": ""}


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a text that is wrong, one with a warning, one that is right."""
    tiny = TinySite(tmp_path)
    tiny.write("news/2026/2026-11-20-a.md", news(words="<script>alert(1)</script>"))
    tiny.write("news/2026/2026-11-21-b.md", news(words="Міська\u200b рада."))
    tiny.write("news/2026/2026-11-22-c.md", news(words="Усе гаразд."))
    return tiny


def check(site: TinySite, *more: str, **environment: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a check."""
    done = run([*engine(site.base, "check"), *more], **{**CLEAN, **environment})
    return done.returncode, done.stdout, done.stderr


def test_all_is_told_and_errors_fail(site: TinySite) -> None:
    """Errors and warnings come together; one error makes the exit code 1."""
    code, _, said = check(site)
    assert code == 1
    assert "2026-11-20-a.md:5: текст: HTML, якому тут не місце: <script>." in said
    assert "попередження: " in said
    assert "Знайдено 1 помилку, 1 попередження. Сайт лишився таким, як був." in said.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(("name", "code"), [("a", 1), ("b", 0), ("c", 0)])
def test_one_file_is_told_of_itself(site: TinySite, name: str, code: int) -> None:
    """With FILE only its own faults are told, and only its errors fail."""
    day = {"a": 20, "b": 21, "c": 22}[name]
    path = f"news/2026/2026-11-{day}-{name}.md"
    found, _, said = check(site, "--files", str(site.content / path))
    assert found == code
    others = {f"11-{d}-{n}" for n, d in {"a": 20, "b": 21, "c": 22}.items() if n != name}
    assert not any(other in said for other in others)


def test_a_folder_is_told_of_all_that_lies_in_it(site: TinySite) -> None:
    """With FILE a folder may be named too."""
    code, _, said = check(site, "--files", str(site.content / "news"))
    assert code == 1
    assert "2026-11-20-a.md:5: " in said
    assert "2026-11-21-b.md:5: " in said


@pytest.mark.parametrize("asked", ["voda.md", "2026-11-23-voda.md"])
def test_two_of_one_address_are_told_at_either(tmp_path: Path, asked: str) -> None:
    """Whichever of the two was saved last, its check says that the other has the address."""
    site = TinySite(tmp_path)
    site.write("news/2026/voda.md", news())
    site.write("news/2026/2026-11-23-voda.md", news())
    code, _, said = check(site, "--files", str(site.content / "news/2026" / asked))
    assert code == 1
    assert "/novyny/2026/voda/ уже належить news/2026/" in said


def test_what_a_text_shows_is_checked_with_it(tmp_path: Path) -> None:
    """A broken picture is told with the text that shows it, and told to be broken, not absent."""
    site = TinySite(tmp_path)
    site.write("images/foto.jpg", "не зображення")
    path = "pages/a.md"
    site.write(path, text("Зразок", "![Синє небо](images/foto.jpg)"))
    code, _, said = check(site, "--files", str(site.content / path))
    assert code == 1
    assert "images/foto.jpg:1: файл: зображення пошкоджене." in said
    assert "немає в content/" not in said


def test_a_link_to_a_faulty_text_is_no_second_fault(tmp_path: Path) -> None:
    """One slip is told once: whoever links to the text is not told that it is not there."""
    site = TinySite(tmp_path)
    site.write("pages/a.md", text("Зразок", "Текст.").replace("title", "titel"))
    site.write("pages/b.md", text("Зразок", "[сторінка зразка](pages/a.md)"))
    code, _, said = check(site)
    assert code == 1
    assert "pages/a.md:2: titel: невідомий ключ." in said
    assert "pages/b.md" not in said


def test_broken_data_are_told_with_any_file(site: TinySite) -> None:
    """Without the vocabulary no text can be checked, and nobody hears that all is well."""
    site.write("data/topics.yaml", "voda: [")
    code, _, said = check(site, "--files", str(site.content / "news/2026/2026-11-22-c.md"))
    assert code == 1
    assert "data/topics.yaml:" in said


def test_names_that_differ_unseen_are_told(tmp_path: Path) -> None:
    """Two files of one name in NFC and NFD, and two that differ in capitals only."""
    site = TinySite(tmp_path)
    for name in ("pages/йод.md", "pages/и\u0306од.md", "files/Zvit.txt", "files/zvit.txt"):
        site.write(name, text("Зразок", "Текст.") if name.endswith(".md") else "Зразок")
    code, _, said = check(site)
    assert code == 1
    assert "pages/йод.md:1: файл: тут два файли з цією назвою" in said
    assert "files/zvit.txt:1: файл: «files/zvit.txt» і «files/Zvit.txt» різняться лише" in said


def test_a_name_cannot_turn_a_message_round(tmp_path: Path) -> None:
    """Breaks of lines and marks of direction in a name are shown as what they are: no letters."""
    site = TinySite(tmp_path)
    site.write("files/a\n\u202eb.txt", "Зразок")
    _, _, said = check(site)
    assert "files/a\ufffd\ufffdb.txt:1: файл: у назві знак U+000A" in said


def test_a_file_elsewhere_is_no_file_of_ours(site: TinySite) -> None:
    """A name that is not in the content folder is said so, with the code of a wrong command."""
    code, _, said = check(site, "--files", "nema.md")
    assert (code, "nema.md" in said) == (2, True)


def test_sarif_comes_alone_on_the_output(site: TinySite) -> None:
    """What is written into a file is SARIF and nothing else."""
    code, output, _ = check(site, "--form", "sarif")
    assert code == 1
    (run_,) = json.loads(output)["runs"]
    assert {one["ruleId"] for one in run_["results"]} == {"html", "invisible"}


def test_github_is_noticed(site: TinySite) -> None:
    """In GitHub Actions the annotations come by themselves, in a build as well."""
    _, output, _ = check(site, GITHUB_ACTIONS="true")
    assert output.startswith("::error file=")
    built = run(engine(site.base), GITHUB_ACTIONS="true")
    assert built.stdout.startswith("::error file=")


def test_a_good_build_shows_its_warnings_in_short(tmp_path: Path) -> None:
    """Three warnings are shown, the others counted; the site is built."""
    site = TinySite(tmp_path)
    for number in range(5):
        site.write(f"pages/s{number}.md", text("Зразок", "Міська\u200b рада."))
    done = run(engine(site.base), **CLEAN)
    assert done.returncode == 0
    assert done.stderr.count("попередження: ") == 3
    assert "І ще 2 попередження. Усі покаже: make check" in done.stderr.replace("\u00a0", " ")


def test_a_text_without_end_ends_the_check_in_words(
    site: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that takes too long is named like any other fault, and the others are told too."""

    def slow(path: str, data: bytes) -> Reading:
        while path.endswith("c.md"):
            pass
        return read_text(path, data)

    monkeypatch.setattr(reading, "read_text", slow)
    monkeypatch.setattr(reading, "SECONDS", 0.3)
    found = build.check(site.settings(), Console())
    assert {(one.path[-4:], one.rule) for one in found if one.severity == "error"} == {
        ("a.md", "html"),
        ("c.md", "file"),
    }
