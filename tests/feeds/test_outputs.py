"""Feeds of a built site, read as a reader's program reads them."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.incremental.tiny_site import TinySite, act, news, picture, text

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
MARKUP = "<b>Жирний</b> & <em>так</em> ]]> &amp;"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    """A site with thirty news, an act and an English page, built."""
    tiny = TinySite(tmp_path_factory.mktemp("feeds"))
    tiny.write("images/a.png", picture())
    tiny.write("files/a.csv", "1;2\n")
    for day in range(1, 31):
        tiny.write(f"news/2026/2026-10-{day:02}-n{day}.md", news(date=f"2026-10-{day:02} 23:59"))
    tiny.write("news/2026/2026-11-20-a.md", news(
        f"'{MARKUP}'", summary=f"'{MARKUP}'", topics="[voda]", image="images/a.png",
        image_alt="Зразок", attachments="[{file: files/a.csv, title: Таблиця}]",
        changes="[{date: 2026-11-23 09:05, note: Уточнено, major: так}]"))  # fmt: skip
    tiny.write("acts/2026/1.md", act("1", adopted="2026-11-01"))
    english = {"lang": "en", "translation_of": "news/2026/2026-10-05-n5.md"}
    tiny.write("news/2026/2026-10-05-en.md", news("In English", **english))
    tiny.write("pages/about.md", text("About", lang="en", translation_of="pages/kontakty.md"))
    tiny.build()
    return tiny


def feeds(site: TinySite, suffix: str) -> list[Path]:
    """Return all feeds of one kind."""
    found = sorted(site.output.rglob(f"feed.{suffix}"))
    assert len(found) > 5
    return found


def opened(file: Path) -> Any:
    """Return the root of an XML file."""
    return etree.parse(file).getroot()


def said(element: Any, name: str) -> str:
    """Return the text of the one child of a name."""
    (child,) = element.findall(ATOM + name)
    return str(child.text)


def test_atom_feeds_hold_what_the_standard_demands(site: TinySite) -> None:
    """One id, title, updated each; an author, links, dates of RFC 3339 (RFC 4287)."""
    for file in feeds(site, "xml"):
        feed = opened(file)
        assert feed.tag == ATOM + "feed"
        address = "/" + file.relative_to(site.output).as_posix()
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        assert links["self"] == "http://localhost:8000" + address
        assert links["alternate"] == links["self"].removesuffix("feed.xml") == said(feed, "id")
        assert said(feed.find(ATOM + "author"), "name")
        entries = feed.findall(ATOM + "entry")
        assert 0 < len(entries) <= 20
        for element in (feed, *entries):
            assert said(element, "title").strip()
            assert said(element, "id").startswith("http://localhost:8000/")
            assert RFC3339.fullmatch(said(element, "updated"))
        for entry in entries:
            assert RFC3339.fullmatch(said(entry, "published"))
            assert {link.get("rel") for link in entry.findall(ATOM + "link")} >= {"alternate"}


def test_ids_are_unique_and_the_feed_is_as_new_as_its_newest_entry(site: TinySite) -> None:
    """Within a feed no id stands twice; ``updated`` is that of the entry changed last."""
    for file in feeds(site, "xml"):
        feed = opened(file)
        entries = feed.findall(ATOM + "entry")
        ids = [said(entry, "id") for entry in entries]
        assert len(set(ids)) == len(ids)
        moments = [datetime.fromisoformat(said(entry, "updated")) for entry in entries]
        assert datetime.fromisoformat(said(feed, "updated")) == max(moments)


def test_titles_and_summaries_are_text(site: TinySite) -> None:
    """What looks like HTML in a title is shown as it was typed, in both formats."""
    feed = opened(site.output / "novyny/feed.xml")
    entry = feed.find(ATOM + "entry")
    for name in ("title", "summary"):
        (element,) = entry.findall(ATOM + name)
        assert element.get("type", "text") == "text"
        assert len(element) == 0
        assert "<em>" in element.text and "<b>" in element.text
    item = json.loads(site.read("novyny/feed.json"))["items"][0]
    assert "<b>" in item["title"] and "<em>" in item["content_text"]
    assert "content_html" not in item


def test_newest_stand_first_and_old_ones_leave(site: TinySite) -> None:
    """A feed holds the newest twenty, newest first, and both formats the same."""
    feed = opened(site.output / "novyny/feed.xml")
    published = [said(entry, "published") for entry in feed.findall(ATOM + "entry")]
    moments = [datetime.fromisoformat(moment) for moment in published]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 20
    items = json.loads(site.read("novyny/feed.json"))["items"]
    assert [item["date_published"] for item in items] == published


def test_feed_of_everything_mixes_the_kinds_of_one_language(site: TinySite) -> None:
    """Acts and news stand together, each language in a feed of its own."""
    uk, en = (json.loads(site.read(f"{root}feed.json")) for root in ("", "en/"))
    kinds = {item["url"].split("/")[3] for item in uk["items"]}
    assert kinds == {"novyny", "dokumenty"}
    assert [item["title"] for item in en["items"]] == ["In English"]
    assert (uk["language"], en["language"]) == ("uk", "en")


def test_json_feeds_hold_what_the_standard_demands(site: TinySite) -> None:
    """Version, title and addresses; every item an id and content (JSON Feed 1.1)."""
    for file in feeds(site, "json"):
        feed = json.loads(file.read_text())
        address = "http://localhost:8000/" + file.relative_to(site.output).as_posix()
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert (feed["feed_url"], feed["home_page_url"]) == (
            address, address.removesuffix("feed.json"))  # fmt: skip
        assert feed["title"] and feed["authors"] == [{"name": "Зразкова рада"}]
        for item in feed["items"]:
            assert item["id"] == item["url"] and item["content_text"]
            assert RFC3339.fullmatch(item["date_published"])
            assert RFC3339.fullmatch(item["date_modified"])


def test_item_carries_its_picture_file_topic_and_change(site: TinySite) -> None:
    """What hangs on a text is told with type and size, at addresses that answer."""
    item = json.loads(site.read("novyny/feed.json"))["items"][0]
    (file,) = item["attachments"]
    assert (file["mime_type"], file["size_in_bytes"]) == ("text/csv", 4)
    assert item["tags"] == ["Вода"]
    assert item["date_modified"] == "2026-11-23T09:05:00+02:00"
    for url in (file["url"], item["image"]):
        assert (site.output / url.removeprefix("http://localhost:8000/")).is_file()
    entry = opened(site.output / "novyny/feed.xml").find(ATOM + "entry")
    (enclosure,) = entry.findall(f"{ATOM}link[@rel='enclosure']")
    assert (enclosure.get("type"), enclosure.get("length")) == ("text/csv", "4")
    assert entry.find(ATOM + "category").get("label") == "Вода"


def test_pages_name_feeds_that_are_there(site: TinySite) -> None:
    """Every feed a page advertises is published."""
    for page in site.output.rglob("*.html"):
        for address in re.findall(r'href="([^"]*feed\.(?:xml|json))"', page.read_text()):
            path = address.removeprefix("http://localhost:8000").lstrip("/")
            assert (site.output / path).is_file(), (page, address)
