"""`make devserver` in a real browser: saving a text is seen without a touch of the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.incremental.commands import engine
from tests.incremental.server_process import Server, serving
from tests.incremental.tiny_site import DATA, TinySite, news

ITEM = "news/2026/2026-11-20-a.md"
ADDRESS = "/novyny/2026/a/"
FAULTY = "Тексти потребують виправлення"


@pytest.fixture
def edited(tmp_path: Path) -> TinySite:
    """A site with a theme of its own, at first with a faulty text."""
    site = TinySite(tmp_path)
    site.own_theme()
    site.write(ITEM, news("Перша", date="31.02.2026"))
    return site


@pytest.fixture
def server(edited: TinySite) -> Iterator[Server]:
    """Its devserver."""
    line = engine(edited.base, "devserver")
    conf = edited.base / "tinyconf.py"
    conf.write_text(f"{conf.read_text()}\nTHEME = {str(edited.theme)!r}\n")
    with serving(line, edited.base / "log") as server:
        yield server


@pytest.fixture
def page(server: Server, open_page: OpenPage, complaints: list[str]) -> Iterator[Page]:
    """The news item in a window as narrow as a phone."""
    yield open_page(server.url + ADDRESS, width=320)
    # The browser complains of the statuses that these tests provoke, and of nothing else.
    assert [words for words in complaints if "404" not in words and "503" not in words] == []
    complaints.clear()
    assert "Traceback" not in server.said()


def heading(page: Page, words: str) -> None:
    """Wait until the page's heading says ``words``."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words, timeout=20_000)


def test_first_build_of_a_faulty_text(edited: TinySite, page: Page) -> None:
    """The server starts, the page names file, line and advice, and mending brings the site."""
    heading(page, FAULTY)
    fault = page.get_by_role("listitem").first
    expect(fault).to_contain_text(f"content/{ITEM}, рядок 3")
    expect(fault).to_contain_text("дня 31 лютого не існує")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    edited.write(ITEM, news("Перша"))
    heading(page, "Перша")


def test_every_save_is_seen_in_the_open_page(edited: TinySite, page: Page) -> None:
    """A new text, a fault, its mending, a deletion (a real 404) and the return show themselves."""
    edited.write(ITEM, news("Друга"))
    heading(page, "Друга")
    edited.write(ITEM, news("Третя", summry="x"))
    heading(page, FAULTY)
    expect(page.get_by_role("listitem").first).to_contain_text("summry")
    edited.write(ITEM, news("Третя"))
    heading(page, "Третя")
    (edited.content / ITEM).unlink()
    heading(page, "Сторінку не знайдено")
    response = page.reload()
    assert response is not None and response.status == 404
    edited.write(ITEM, news("Знову тут"))
    heading(page, "Знову тут")


def test_theme_and_data(edited: TinySite, page: Page) -> None:
    """Edits of the theme and of the data are seen; a broken template is named."""
    edited.write(ITEM, news("Перша"))
    heading(page, "Перша")
    template = edited.theme / "templates" / "news.html"
    good = template.read_text()
    template.write_text(good + "{% oops %}")
    heading(page, "Сайт не вдалося скласти")
    expect(page.get_by_text("oops")).to_contain_text("news.html")
    template.write_text(good)
    heading(page, "Перша")
    edited.write("data/site.yaml", DATA["site.yaml"].replace("Сайт для перевірок", "Новий девіз"))
    expect(page.get_by_text("Новий девіз")).to_be_visible(timeout=20_000)
