import json
from pathlib import Path

import pytest

from tests.incremental.tiny_site import TinySite, act

ACT = "dokumenty/miska-rada/rishennia/2026/1"
REASON = "розміщено не той текст"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with an act that was withdrawn, and one that was not."""
    made = TinySite(tmp_path)
    withdrawn = f'{{date: 2026-11-21, reason: "{REASON}"}}'
    made.write("acts/2026/1.md", act("1", "Відкликане", withdrawn=withdrawn))
    made.write("acts/2026/2.md", act("2", "Чинне"))
    made.build()
    return made


def test_its_page_stays_and_says_why(site: TinySite) -> None:
    """A tombstone, not a missing page; the reader sees it first, and when it was done."""
    page = site.read(f"{ACT}/index.html")
    assert "Відкликано 21 листопада 2026" in page and REASON in page
    assert 'datetime="2026-11-21"' in page
    assert page.index(REASON, page.index("<main")) < page.index('class="prose')


def test_it_stays_in_lists_marked(site: TinySite) -> None:
    """Nobody need wonder where a number has gone."""
    for path in ("dokumenty/index.html", "dokumenty/2026/index.html"):
        page = site.read(path)
        assert f'href="/{ACT}/"' in page
        assert page.count(">Відкликано") == 1


def test_it_stays_in_the_data_with_its_reason(site: TinySite) -> None:
    """In its own record, in the list of the year, in the table."""
    record = json.loads(site.read(f"{ACT}/data.json"))
    assert record["withdrawn"] is True
    assert record["withdrawal"] == {"date": "2026-11-21", "reason": REASON}
    acts = json.loads(next(site.output.glob("**/akty-2026.json")).read_text())["acts"]
    assert {one["title"]: one["withdrawn"] for one in acts} == {"Відкликане": True, "Чинне": False}
    assert "Відкликане" in next(site.output.glob("**/akty-2026.csv")).read_text()


def test_it_stays_for_programs_with_its_reason(site: TinySite) -> None:
    """Akoma Ntoso tells it in a note."""
    assert REASON in site.read(f"{ACT}/akn.xml")


def test_search_engines_are_told_of_it(site: TinySite) -> None:
    """The page stays in the sitemap, changed on the day of withdrawal, so that it is read anew."""
    sitemap = site.read("sitemap-acts-2026.xml")
    assert f"/{ACT}/</loc><lastmod>2026-11-21</lastmod>" in sitemap
