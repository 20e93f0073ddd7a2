"""Pages of sessions and deputies: what they say, and which of them a change writes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.incremental.tiny_site import DATA, TinySite, act, news, text

SESSION = "sesii/miska-rada/2026/s1/index.html"
DEPUTY = "posadovi-osoby/pershyi/index.html"
AGENDA = (
    "[{item: 1, title: Перше питання, act: miska-rada/rishennia/2026/1}, {item: 2, title: Друге}]"
)
TABLE = "Депутат;1;2\nПерший Зразковий;За;Відсутній\nДруга Зразкова;За;Проти\n"


def session(number: str, **header: str) -> str:
    """Return a session of 2 October 2026 unless ``date`` says otherwise."""
    fixed = {"body": "miska-rada", "convocation": "8", "number": number, "date": "2026-10-02"}
    return text(f"Сесія {number} (зразок)", **{**fixed, **header})


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A council of two deputies, with one session that both attended and one that one did."""
    tiny = TinySite(tmp_path)
    bodies = DATA["bodies.yaml"] + "  composition: 2\n"
    tiny.write("data/bodies.yaml", bodies)
    tiny.write("people/pershyi.md", text("Перший Зразковий"))
    tiny.write("people/druha.md", text("Друга Зразкова"))
    tiny.write("people/inshyi.md", text("Інший Зразковий"))
    tiny.write("acts/1.md", act("1", "Про зразок"))
    tiny.write("news/2026/2026-10-03-a.md", news(date="2026-10-03"))
    tiny.write("sessions/s1.csv", TABLE)
    tiny.write("sessions/s1.md", session("1", agenda=AGENDA, votes="sessions/s1.csv"))
    tiny.write("sessions/s2.csv", "Депутат;1\nДруга Зразкова;За\n")
    agenda = "[{item: 1, title: Третє, result: не прийнято}]"
    tiny.write("sessions/s2.md", session("2", date="2025-10-02", agenda=agenda,
                                         votes="sessions/s2.csv"))  # fmt: skip
    tiny.build()
    return tiny


def pages(site: TinySite) -> set[str]:
    """Build, and return the pages of texts that were written."""
    written = site.build().changes.written
    texts = ("sesii/miska-rada/2", "posadovi-osoby/", "dokumenty/miska-rada/rishennia/2026/1/")
    lists = {f"sesii/miska-rada/{year}/index.html" for year in (2025, 2026)}
    return {path for path in written if path.startswith(texts) and path.endswith(".html")} - lists


def test_session_says_who_voted_how_and_what_came_of_it(site: TinySite) -> None:
    """Tally, result by the full composition, names with pages; the act is linked and links back."""
    page = site.read(SESSION)
    assert "<strong>Прийнято.</strong> За – 2, проти – 0" in page
    assert "<strong>Не прийнято.</strong> За – 0, проти – 1" in page
    assert '<a href="/posadovi-osoby/pershyi/">Перший Зразковий</a>' in page
    assert '<a href="/dokumenty/miska-rada/rishennia/2026/1/">' in page
    of_act = site.read("dokumenty/miska-rada/rishennia/2026/1/index.html")
    assert 'href="/sesii/miska-rada/2026/s1/#pytannia-1"' in of_act
    assert "(питання 1)" in of_act


def test_what_the_minutes_say_comes_before_the_count(site: TinySite) -> None:
    """A question may need more than a majority: the stated result stands."""
    assert "<strong>Не прийнято.</strong> За – 1" in site.read(
        "sesii/miska-rada/2025/s2/index.html"
    )


def test_no_result_is_claimed_of_an_unknown_composition(site: TinySite) -> None:
    """Votes are counted, and nothing is said of what nobody knows."""
    site.write("data/bodies.yaml", DATA["bodies.yaml"])
    site.build()
    page = site.read(SESSION)
    assert "За – 2, проти – 0" in page
    assert "рийнято" not in page


def test_deputy_sees_attendance_and_every_vote(site: TinySite) -> None:
    """Sessions and votings are counted; each vote leads to its question and its act."""
    first, second = site.read(DEPUTY), site.read("posadovi-osoby/druha/index.html")
    assert "1 з 2 (50\u00a0%)" in first
    assert '<a href="/sesii/miska-rada/2026/s1/#pytannia-1">1. Перше питання</a>' in first
    assert '<a href="/dokumenty/miska-rada/rishennia/2026/1/">' in first
    assert "Сесія 2" not in first
    assert second.index("Сесія 1 (зразок)") < second.index("Сесія 2 (зразок)")
    assert "<title id=" in second
    assert "Останні голосування" not in site.read("posadovi-osoby/inshyi/index.html")
    assert not (site.output / "posadovi-osoby/inshyi/2026").exists()


def test_missing_record_is_told_when_it_is_due(tmp_path: Path) -> None:
    """Before and right after a session nothing is missing; from the third day on it is said."""
    tiny = TinySite(tmp_path, now=datetime(2026, 11, 25, 10, tzinfo=UTC))
    tiny.write("sessions/s1.md", session("1", date="2026-11-25 10:00"))
    due = datetime(2026, 11, 26, 22, tzinfo=UTC)
    assert tiny.build().next_change == due
    gaps = ("відео не опубліковано", "протокол не опубліковано", "поіменного голосування немає")
    assert not any(gap in tiny.read(SESSION) for gap in gaps)
    assert "Порядок денний не опубліковано" in tiny.read(SESSION)
    tiny.now = due
    tiny.build()
    assert all(gap in tiny.read(SESSION) for gap in gaps)


def test_news_touches_no_session_and_no_deputy(site: TinySite) -> None:
    """Who edits a news item renders neither."""
    site.write("news/2026/2026-10-03-a.md", news("Інша назва", date="2026-10-03"))
    assert pages(site) == set()


def test_table_touches_its_session_and_its_deputies(site: TinySite) -> None:
    """A vote that changes is seen on the session's page and on those of its deputies, no other."""
    site.write("sessions/s2.csv", "Депутат;1\nДруга Зразкова;Проти\n")
    assert pages(site) == {
        "sesii/miska-rada/2025/s2/index.html",
        "posadovi-osoby/druha/index.html",
        "posadovi-osoby/druha/2025/index.html",
    }


def test_session_touches_its_act_and_its_deputies(site: TinySite) -> None:
    """A session that is called otherwise is so on all pages that name it."""
    site.write("sessions/s1.md", session("1", agenda=AGENDA, votes="sessions/s1.csv",
                                         place="зала"))  # fmt: skip
    site.write(
        "sessions/s1.md", (site.content / "sessions/s1.md").read_text().replace("я 1", "я А")
    )
    assert {SESSION, DEPUTY, "dokumenty/miska-rada/rishennia/2026/1/index.html"} <= pages(site)


def test_act_touches_the_session_and_its_deputies(site: TinySite) -> None:
    """Where an act's number is shown, a new one is."""
    site.write("acts/1.md", act("1", "Про зразок", adopted="2026-10-01"))
    assert {SESSION, DEPUTY} <= pages(site)
    assert "1 жовтня 2026" in site.read(DEPUTY)


def test_page_of_a_new_deputy_is_linked(site: TinySite) -> None:
    """A name without a page is words; once there is a page it is a link."""
    (site.content / "people/pershyi.md").unlink()
    site.build()
    assert "Перший Зразковий</a>" not in site.read(SESSION)
    assert "Перший Зразковий" in site.read(SESSION)
    site.write("people/pershyi.md", text("Перший Зразковий"))
    assert SESSION in pages(site)
    assert "Перший Зразковий</a>" in site.read(SESSION)
