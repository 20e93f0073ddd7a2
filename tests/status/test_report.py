"""What the report says, in which order, and that it says it the same way twice."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.council.link_report import report_text
from plugins.council.problem import Problem
from plugins.status.gaps import warnings
from plugins.status.report import lines_of, page_of
from tests.incremental.commands import conf, environment
from tests.incremental.git_site import GitSite
from tests.incremental.tiny_site import ROOT, TinySite, news, text
from tests.status.site import LINKS, busy_site, status

TAG = re.compile(r"<[^>]+>|\s+")


def told(site: TinySite, section: str) -> list[tuple[str, str, str]]:
    """Return group, file and words of each thing in a section."""
    found, _ = status(site)
    (one,) = [one for one in found.sections if one.name == section]
    return [(item.group, item.where, item.words.replace("\u00a0", " ")) for item in one.items]


EXPECTED = {
    "overdue": [
        ("Відповідального не вказано", "pages/a.md",
         "переглянути до 1 травня 2026 (207 днів тому)"),
        ("Відповідального не вказано", "pages/d.md",
         "переглянути до 13 листопада 2026 (11 днів тому)"),
        ("Зразковий відділ", "pages/kontakty.md",
         "переглянути до 23 листопада 2026 (1 день тому)"),
    ],
    "coming": [("Зразковий відділ", "pages/b.md", "переглянути до 24 листопада 2026 (сьогодні)")],
    "scheduled": [
        ("", "news/2026/2026-11-22-y.md", "вийде 25 листопада 2026, 08:00 (завтра)"),
        ("", "news/2026/2026-11-22-z.md", "вийде 1 грудня 2026 (через 7 днів)"),
    ],
    "expiring": [
        ("", "alerts/2026-11-24-x.md", "до 25 листопада 2026, 00:00 (завтра)"),
        ("", "news/2026/2026-11-22-e.md", "до 26 листопада 2026 (через 2 дні)"),
    ],
    "unfinished": [
        ("Час виходу минув", "news/2026/2026-11-21-pizno.md",
         "ще не збережено в git; мав вийти 23 листопада 2026, 09:00"),
        ("Старі чернетки", "news/2026/2026-06-01-davnia.md", "без змін 84 дні"),
        ("У роботі", "news/2026/2026-11-20-nova.md",
         "змінено сьогодні; має вийти 24 грудня 2026, 09:00"),
    ],
    "links": [
        ("Сторінки немає", "pages/kontakty.md, /nema/", "відповідь 404"),
        ("Сторінка назавжди переїхала", "pages/kontakty.md", "нова адреса: https://b.example/"),
    ],
    "gaps": [
        ("", "pages/a.md", "немає відповідального (owner)"),
        ("", "pages/d.md", "немає короткого викладу (summary), немає відповідального (owner)"),
    ],
    "unused": [("", "files/zaive.csv", "CSV, 2 кБ"), ("", "images/unused.png", "PNG, 77 Б")],
    "excuses": [
        ("long-sentence", "news/2026/2026-11-10-f.md", "цитата закону; дозволено: редактор"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("section", EXPECTED)
def test_section_tells_the_most_urgent_first(section: str, tmp_path: Path) -> None:
    """Each thing with its file and what to know of it, and nothing that is in order."""
    expected = [tuple(one) for one in EXPECTED[section]]
    found = told(busy_site(tmp_path), section)
    if section == "unused":  # how small a picture gets is the encoder's business
        found = [(group, where, words.split(",")[0]) for group, where, words in found]
        expected = [(group, where, words.split(",")[0]) for group, where, words in expected]
    assert found == expected


def test_warnings_stand_by_file() -> None:
    """As checks say them, with the line."""
    one = {"field": "x", "message": "Не так.", "rule": "r", "severity": "warning"}
    found = warnings([Problem(path="b.md", line=2, **one), Problem(path="a.md", line=9, **one)])  # type: ignore[arg-type]
    assert [(item.group, item.where, item.words) for item in found] == [
        ("a.md", "a.md:9", "Не так. (r)"), ("b.md", "b.md:2", "Не так. (r)"),
    ]  # fmt: skip


def test_page_and_lines_say_the_same_twice(tmp_path: Path) -> None:
    """The same content gives the same page, with all that was found and nothing asked outside."""
    site = busy_site(tmp_path)
    pages = [page_of(*status(site)) for _ in range(2)]
    assert pages[0] == pages[1]
    assert "{{" not in pages[0]
    assert not re.search(r"""(?:src|href)=["'](?!#)""", pages[0])
    walked = "Посилання на інші сайти перевірено 24 листопада 2026, 12:00, усього: 7."
    for words in ("Давно прострочена", "https://c.example/x", walked):
        assert words in pages[0]
    lines = list(lines_of(status(site)[0], Path("x.html"), status(site)[1]))
    assert "  Перегляд прострочено: 3" in lines
    assert lines[-1] == "Сторінка: x.html"


def test_content_in_good_order_has_nothing_to_tell(tmp_path: Path) -> None:
    """Then the page says so, and how to look at links."""
    site = TinySite(tmp_path)
    kept = {"summary": "Коротко.", "owner": "viddil", "review_by": "2027-11-24"}
    site.write("pages/kontakty.md", text("Контакти (зразок)", **kept))
    site.write("units/viddil.md", text("Зразковий відділ", **kept))
    found, whole = status(site, None)
    assert not [item for section in found.sections for item in section.items]
    words = TAG.sub(" ", page_of(found, whole))
    assert "Усе гаразд" in words
    assert "make links" in words


def test_names_of_files_and_titles_are_text(tmp_path: Path) -> None:
    """An editor's title may hold markup: it is shown, not obeyed."""
    site = TinySite(tmp_path)
    site.write("news/2026/x.md", news("'<em>Увага</em>'", state="unfinished"))
    page = page_of(*status(site))
    assert "<em" not in page
    assert "&lt;em&gt;" in page


def command(base: Path) -> subprocess.CompletedProcess[str]:
    """Run the command of the Makefile."""
    line = [sys.executable, "-m", "plugins.status", str(base / "content"), "-s", str(conf(base))]
    return subprocess.run(line, cwd=ROOT, env=environment(), capture_output=True, text=True)


def test_command_writes_a_local_page(tmp_path: Path) -> None:
    """Below .build, with what git knows of drafts and what the nightly job found; not published."""
    site = GitSite(tmp_path)
    site.write("news/2026/2026-06-01-davnia.md", news("Давня", state="unfinished"))
    site.commit(1)
    site.write("news/2026/2026-06-02-nova.md", news("Нова", state="unfinished"))
    (tmp_path / ".build").mkdir(exist_ok=True)
    (tmp_path / ".build" / "links.json").write_text(report_text(LINKS), "utf-8")
    done = command(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Не завершено: 2" in done.stdout
    assert "Посилання на інші сайти: 2" in done.stdout
    page = (tmp_path / ".build" / "stan-materialiv.html").read_text("utf-8")
    assert "без змін 23\u00a0дні" in page
    assert "ще не збережено в git" in page
    assert not (tmp_path / "output").exists()


def test_command_survives_a_broken_report_and_names_faults(tmp_path: Path) -> None:
    """A damaged file of links is said; a fault of a text is told as every command tells it."""
    site = TinySite(tmp_path)
    (tmp_path / ".build").mkdir()
    (tmp_path / ".build" / "links.json").write_text("{", "utf-8")
    done = command(tmp_path)
    assert done.returncode == 0
    assert "links.json пошкоджено" in done.stderr
    site.write("news/2026/x.md", news(date="31.02.2026"))
    done = command(tmp_path)
    assert done.returncode == 1
    assert "news/2026/x.md:3: date:" in done.stderr
    assert "Traceback" not in done.stderr
