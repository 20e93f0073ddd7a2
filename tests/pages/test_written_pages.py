"""How many pages a change writes, whatever the size of the archive (docs/architecture.md)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.pages.periods import LONG_YEAR
from tests.incremental.tiny_site import TinySite, act, news

MOST = 15  # HTML pages that a new, backdated or deleted document may write
PER_TOPIC = 2
TOPICS = ["voda", "transport"]


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A built archive of five years: a year of news long enough for months, and acts."""
    tiny = TinySite(tmp_path, jobs=2)
    for number in range(LONG_YEAR + 50):
        day = (date(2026, 1, 1) + timedelta(days=number)).isoformat()
        tiny.write(f"news/2026/{day}-n{number}.md", news(date=day, topics=topics(number)))
    for number in range(200):
        adopted = (date(2021, 1, 5) + timedelta(days=9 * number)).isoformat()
        tiny.write(f"acts/{number}.md", act(str(number), adopted=adopted, topics=topics(number)))
    tiny.build()
    return tiny


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
    most = MOST + PER_TOPIC * len(TOPICS)
    new = site.write("news/2026/2026-11-23-nova.md", news(date="2026-11-23", topics=two))
    assert 2 < pages(site) <= most
    late = site.write("acts/late.md", act("900", adopted="2022-03-03", topics=two))
    assert 2 < pages(site) <= most
    backdated = site.write("news/2026/2026-03-03-davnia.md", news(date="2026-03-03", topics=two))
    assert 2 < pages(site) <= most
    new.write_text(new.read_text() + "\nЩе абзац.\n")
    assert 1 <= pages(site) <= 5
    for file in (new, late, backdated):
        file.unlink()
        assert 2 < pages(site) <= most
