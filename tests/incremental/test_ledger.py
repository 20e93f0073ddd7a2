from pathlib import Path

import pytest

from plugins.council.ledger import read_ledger
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.ledger import write_ledger
from tests.incremental.tiny_site import TinySite, act, news, text


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a text of each sort that the ledger treats in its own way."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/2026/1.md", act("1"))
    tiny.write("news/2026/2026-11-20-a.md", news(expires_at="2026-11-21"))
    tiny.write("news/2026/2026-11-20-b.md", news(publish_at="2026-12-01"))
    tiny.write("alerts/a.md", text(level="info", starts="2026-11-20"))
    return tiny


def remembered(site: TinySite) -> list[str]:
    """Write the ledger and return the addresses in it, in order."""
    write_ledger(site.settings(), Console())
    ledger = (site.content / "data/ledger.tsv").read_text()
    return [line.address for line in read_ledger(ledger)]


def test_ledger_holds_the_addresses_of_public_pages(site: TinySite) -> None:
    """Expired texts keep their page; scheduled ones have none yet, alerts have none at all."""
    pages = ["/kontakty/", "/dokumenty/miska-rada/rishennia/2026/1/", "/novyny/2026/a/"]
    assert remembered(site) == pages
    assert site.build().changes.total > len(pages)


def test_ledger_only_grows(site: TinySite) -> None:
    """New texts follow, nothing is written twice, no line moves."""
    before = remembered(site)
    site.write("news/2026/2026-11-20-0.md", news())
    assert remembered(site) == [*before, "/novyny/2026/0/"]
    assert write_ledger(site.settings(), Console()) == 0


def test_remembered_address_may_not_get_lost(site: TinySite) -> None:
    """A renamed text needs an alias; with it the old address answers again."""
    remembered(site)
    (site.content / "news/2026/2026-11-20-a.md").unlink()
    site.write("news/2026/2026-11-20-c.md", news())
    with pytest.raises(ContentError) as caught:
        site.build()
    assert "/novyny/2026/a/" in str(caught.value.problems[0])
    site.write("news/2026/2026-11-20-c.md", news(aliases="[/novyny/2026/a/]"))
    site.build()
    assert "/novyny/2026/c/" in site.read("novyny/2026/a/index.html")
