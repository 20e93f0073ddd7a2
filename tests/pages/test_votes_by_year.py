"""Votes of deputies by years: what stands where, and what a vote among many years touches."""

from pathlib import Path

import pytest

from tests.incremental.tiny_site import DATA, TinySite, text

YEARS = range(2021, 2027)
PERSON = "posadovi-osoby/pershyi"


def write(tiny: TinySite, year: int, number: int, vote: str = "За") -> None:
    """Write a session of two questions, at the first of which both deputies were."""
    name = f"sessions/{year}/s{number}"
    tiny.write(f"{name}.csv", f"Депутат;1;2\nПерший Зразковий;За;{vote}\nДруга Зразкова;За;Проти\n")
    tiny.write(f"{name}.md", text(
        f"Сесія {number} року {year}", body="miska-rada", convocation="8",
        number=f"{year}-{number}", date=f"{year}-0{number}-10", votes=f"{name}.csv",
        agenda=f"[{{item: 1, title: Перше {year}-{number}}}, {{item: 2, title: Друге}}]",
    ))  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Two sessions in each of six years; at the second question of 2021 the first was away."""
    tiny = TinySite(tmp_path)
    tiny.write("data/bodies.yaml", DATA["bodies.yaml"])
    tiny.write("people/pershyi.md", text("Перший Зразковий"))
    tiny.write("people/druha.md", text("Друга Зразкова"))
    for year in YEARS:
        for number in (1, 2):
            write(tiny, year, number, "Відсутній" if year == 2021 else "За")
    tiny.build()
    return tiny


def test_every_vote_stands_on_the_page_of_its_year(site: TinySite) -> None:
    """Once, with its session; the attendance there is that of the year."""
    for year in YEARS:
        page = site.read(f"{PERSON}/{year}/index.html")
        assert page.index(f"Перше {year}-2") < page.index(f"Перше {year}-1")
        assert all(f"Перше {other}" not in page for other in YEARS if other != year)
        assert ("2 з 4 (50\u00a0%)" if year == 2021 else "4 з 4 (100\u00a0%)") in page


def test_own_page_shows_the_newest_sessions_and_leads_to_all_years(site: TinySite) -> None:
    """Attendance is of all years; three sessions are shown, the others are a link away."""
    page = site.read(f"{PERSON}/index.html")
    assert "22 з 24 (92\u00a0%)" in page
    assert "12 з 12 (100\u00a0%)" in page
    shown = [f"Перше {year}-{n}" for year in YEARS for n in (1, 2) if f"Перше {year}-{n}" in page]
    assert shown == ["Перше 2025-2", "Перше 2026-1", "Перше 2026-2"]
    for year in YEARS:
        assert f'href="/{PERSON}/{year}/"' in page
        assert f"<title>Голосування за {year} рік – Перший" in site.read(
            f"{PERSON}/{year}/index.html"
        )


def test_pages_of_years_are_in_the_sitemap(site: TinySite) -> None:
    """A part of the map for each year."""
    found = site.read("sitemap-people-2021.xml")
    assert f"http://localhost:8000/{PERSON}/2021/" in found
    assert "2022/" not in found


def test_a_new_session_touches_the_page_of_its_year(site: TinySite) -> None:
    """And the deputies' own ones; the other years lie as they were."""
    write(site, 2026, 3)
    assert written(site) == {
        f"posadovi-osoby/{name}/{page}index.html"
        for name in ("pershyi", "druha")
        for page in ("", "2026/")
    }


def test_a_vote_of_long_ago_touches_its_year(site: TinySite) -> None:
    """Who voted otherwise, not who came, has changed: the own page counts presence alone."""
    write(site, 2023, 1, "Проти")
    assert written(site) == {f"{PERSON}/2023/index.html"}


def written(site: TinySite) -> set[str]:
    """Build, and return the pages of people that were written."""
    return {path for path in site.build().changes.written if path.startswith("posadovi-osoby/")}
