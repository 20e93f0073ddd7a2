"""How many pages a change writes, whatever the size of the archive (docs/architecture.md)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.pages.periods import LONG_YEAR
from tests.incremental.tiny_site import TinySite, act, news

MOST = 15  # HTML pages that a new, backdated or deleted document may write
PER_LIST = 2  # … and for each topic and each facet that it stands in
TOPICS = ["voda", "transport"]
FACETS = 5  # of an act: its body, its kind, the body's acts of that kind, force, convocation


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A built archive of six years: years of news and of acts long enough for months."""
    tiny = TinySite(tmp_path, jobs=2)
    for number in range(LONG_YEAR + 50):
        day = (date(2026, 1, 1) + timedelta(days=number)).isoformat()
        tiny.write(f"news/2026/{day}-n{number}.md", news(date=day, topics=topics(number)))
    for number in range(200):
        adopted = (date(2021, 1, 5) + timedelta(days=9 * number)).isoformat()
        tiny.write(f"acts/{number}.md", of_council(str(number), adopted, topics(number)))
    for number in range(300, 300 + LONG_YEAR + 20):
        adopted = (date(2026, 1, 5) + timedelta(days=number // 2 - 150)).isoformat()
        tiny.write(f"acts/{number}.md", of_council(str(number), adopted, topics(2)))
    tiny.build()
    return tiny


def of_council(number: str, adopted: str, topics: str) -> str:
    """Return an act of the eighth convocation, which stands in a list of every facet."""
    return act(number, adopted=adopted, topics=topics, convocation="8")


def topics(number: int) -> str:
    """Return none, one or two topics."""
    return f"[{', '.join(TOPICS[: number % 3])}]"


def pages(site: TinySite) -> int:
    """Build, and return how many HTML pages were written or removed."""
    changes = site.build().changes
    return sum(path.endswith(".html") for path in (*changes.written, *changes.removed))


def test_change_touches_a_handful_of_pages(site: TinySite) -> None:
    """New, backdated, edited, retitled and deleted texts write few pages each."""
    two = f"[{', '.join(TOPICS)}]"
    most = MOST + PER_LIST * len(TOPICS)
    most_of_act = MOST + PER_LIST * (FACETS + 2 * len(TOPICS))  # all texts of a topic, its acts
    new = site.write("news/2026/2026-11-23-nova.md", news(date="2026-11-23", topics=two))
    assert 2 < pages(site) <= most
    late = site.write("acts/late.md", of_council("900", "2022-03-03", two))
    assert 2 < pages(site) <= most_of_act
    newest = site.write("acts/newest.md", of_council("901", "2026-03-31", two))
    assert 2 < pages(site) <= most_of_act
    backdated = site.write("news/2026/2026-03-03-davnia.md", news(date="2026-03-03", topics=two))
    assert 2 < pages(site) <= most
    new.write_text(new.read_text() + "\nЩе абзац.\n")
    assert 1 <= pages(site) <= 5
    for file in (new, late, newest, backdated):
        file.unlink()
        assert 2 < pages(site) <= (most if "news" in file.parts else most_of_act)
