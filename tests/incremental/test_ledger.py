from pathlib import Path

import pytest

from plugins.council.ledger import first_moments, read_ledger
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.ledger import write_ledger
from tests.incremental.git_site import GitSite, git
from tests.incremental.tiny_site import ROOT, TinySite, act, news, text


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


def test_new_lines_follow_in_the_order_of_publication(tmp_path: Path) -> None:
    """Texts without a date first, then by the day of publication, then by identity."""
    site = TinySite(tmp_path)
    site.write("news/2026/2026-11-20-b.md", news())
    site.write("news/2026/2026-11-20-a.md", news())
    site.write("news/2025/2025-11-20-c.md", news(date="2025-11-20"))
    site.write("acts/2026/1.md", act("1", published="2026-11-21"))
    site.write("acts/2026/2.md", act("2"))
    assert [address.split("/")[-2] for address in remembered(site)] == [
        "kontakty", "c", "2", "a", "b", "1",
    ]  # fmt: skip


def test_what_stands_in_the_file_is_not_touched(site: TinySite) -> None:
    """Lines are added at the end of the very bytes that were there."""
    file = site.content / "data/ledger.tsv"
    before = b"\xef\xbb\xbfidentity\taddress\tfirst_published\r\n\r\nkontakty\t/kontakty/\t"
    file.write_bytes(before + b"2026-01-01T00:00:00Z")
    write_ledger(site.settings(), Console())
    assert file.read_bytes().startswith(before + b"2026-01-01T00:00:00Z\n")
    assert file.read_bytes().count(b"kontakty") == 2
    after = file.read_bytes()
    assert write_ledger(site.settings(), Console()) == 0
    assert file.read_bytes() == after


def test_first_publication_does_not_move_with_the_header(site: TinySite) -> None:
    """A day written anew, or none: the line stays, and so does the address."""
    before = remembered(site)
    lines = (site.content / "data/ledger.tsv").read_text()
    for header in ({"published": "2026-10-05"}, {"published": "2026-11-23"}, {}):
        site.write("acts/2026/1.md", act("1", **header))
        assert remembered(site) == before
        assert (site.content / "data/ledger.tsv").read_text() == lines


def test_nothing_is_added_to_a_ledger_that_lost_a_line(tmp_path: Path) -> None:
    """The loss is mended first."""
    site = GitSite(tmp_path)
    site.publish(20)
    file = site.content / "data/ledger.tsv"
    file.write_text("identity\taddress\tfirst_published\n")
    site.write("news/2026/2026-11-20-b.md", news())
    with pytest.raises(ContentError):
        write_ledger(site.settings(), Console())
    assert file.read_text() == "identity\taddress\tfirst_published\n"


def test_a_shallow_clone_knows_first_publication(tmp_path: Path) -> None:
    """The ledger is a file of the content: no history is needed for it."""
    site = GitSite(tmp_path / "site")
    site.write("acts/2026/1.md", act("1"))
    site.publish(20)
    site.write("acts/2026/1.md", act("1", published="2026-11-22"))
    site.commit(23)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site.base}", "shallow")
    shallow = TinySite(tmp_path / "shallow")
    lines = (site.content / "data/ledger.tsv").read_text()
    assert write_ledger(shallow.settings(), Console()) == 0
    assert (shallow.content / "data/ledger.tsv").read_text() == lines


def test_branches_of_two_editors_merge(tmp_path: Path) -> None:
    """Both add to the ledger; git keeps the lines of both, and the site is built."""
    site = GitSite(tmp_path)
    (site.base / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    site.publish(18)
    for branch, day in (("one", 19), ("two", 20)):
        git(site.base, "checkout", "--quiet", "-b", branch, "main")
        site.write(f"news/2026/2026-11-18-{branch}.md", news(date="2026-11-18"))
        site.write("news/2026/2026-11-18-both.md", news(date="2026-11-18"))
        site.publish(day)
    git(site.base, "checkout", "--quiet", "main")
    git(site.base, "merge", "--quiet", "--no-ff", "-m", "x", "one")
    git(site.base, "merge", "--quiet", "--no-ff", "-m", "x", "two")
    ledger = read_ledger((site.content / "data/ledger.tsv").read_text())
    assert sorted(line.address for line in ledger) == [
        "/kontakty/", "/novyny/2026/both/", "/novyny/2026/both/", "/novyny/2026/one/",
        "/novyny/2026/two/",
    ]  # fmt: skip
    first = first_moments(ledger)["novyny/2026/both", "/novyny/2026/both/"]
    assert first == "2026-11-19T10:00:00Z"
    site.build()
