"""What the page of an act says of its force and of the body that issued it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.incremental.tiny_site import DATA, TinySite, act

FIRST = "dokumenty/miska-rada/rishennia/2026/1/index.html"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with one act of 2 October."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/1.md", act("1"))
    return tiny


def later(site: TinySite, said: str, adopted: str = "2026-11-03") -> None:
    """Add an act that says something of the first."""
    relation = "[{act: miska-rada/rishennia/2026/1}]"
    site.write("acts/2.md", act("2", adopted=adopted, **{said: relation}))


def banner(page: str) -> str:
    """Return what must be seen first."""
    found = re.search(r'<p class="banner">(.*?)</p>', page)
    return found[1] if found else ""


def legislation(page: str) -> dict[str, Any]:
    """Return the JSON-LD of the act."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    graph = json.loads(found[1])["@graph"]
    return next(node for node in graph if node["@type"] == "Legislation")


@pytest.mark.parametrize(
    ("said", "words", "first", "force"),
    [
        ("repeals", "Втратив чинність", "Втратив чинність (3 листопада 2026).", "NotInForce"),
        ("suspends", "Дію зупинено", "Дію зупинено (3 листопада 2026).", "NotInForce"),
        ("amends", "Зі змінами", "", "InForce"),
    ],
)
def test_page_list_and_data_say_the_same(
    site: TinySite, said: str, words: str, first: str, force: str
) -> None:
    """Summary list, banner, card and JSON-LD come from one rule."""
    later(site, said)
    site.build()
    page = site.read(FIRST)
    assert f"<dt>Чинність</dt>\n<dd>{words} (3 листопада 2026)</dd>" in page
    assert banner(page) == first
    assert legislation(page)["legislationLegalForce"] == f"https://schema.org/{force}"
    for listed in ("dokumenty/index.html", "dokumenty/2026/index.html", "index.html"):
        card = f'Рішення № 1 · Зразкова рада <span class="mark">{words}</span>'
        assert card in site.read(listed)
        assert "Рішення № 2 · Зразкова рада</p>" in site.read(listed)


def test_repeal_that_is_to_come_changes_the_page_by_itself(site: TinySite) -> None:
    """A build says when: on the day on which the later act takes effect."""
    site.write(
        "acts/2.md",
        act("2", adopted="2026-11-03", effective_from="2026-12-01",
            repeals="[{act: miska-rada/rishennia/2026/1}]"),
    )  # fmt: skip
    report = site.build()
    assert banner(site.read(FIRST)) == ""
    assert report.next_change is not None
    assert report.next_change.isoformat() == "2026-12-01T00:00:00+02:00"
    site.now = report.next_change
    assert FIRST in site.build().changes.written
    assert banner(site.read(FIRST)) == "Втратив чинність (1 грудня 2026)."


def test_body_that_acts_no_longer_is_said_first(site: TinySite) -> None:
    """The words of bodies.yaml, on page, in lists, feeds and data alike.

    A body of which nothing is confirmed is said to be unknown.
    """
    site.build()
    unknown = "<dt>Орган діє тепер</dt>\n<dd>не встановлено</dd>"
    assert unknown in site.read(FIRST)
    record = FIRST.replace("index.html", "data.json")
    assert json.loads(site.read(record))["body_acts_now"] is None
    told = "  acts_now: false\n  history: {uk: Повноваження здійснює інший орган.}\n"
    site.write(
        "data/bodies.yaml", DATA["bodies.yaml"].replace("miska-rada:\n", f"miska-rada:\n{told}", 1)
    )
    site.build()
    assert banner(site.read(FIRST)) == "Повноваження здійснює інший орган."
    assert "<dt>Орган діє тепер</dt>\n<dd>ні</dd>" in site.read(FIRST)
    note = "Повноваження здійснює інший орган."
    assert "Зразкова рада" in site.read("dokumenty/index.html")
    assert '<span class="mark">Орган більше не діє</span>' in site.read("dokumenty/index.html")
    assert f"<summary>{note}" in site.read("dokumenty/feed.xml")
    (entry, *_) = json.loads(site.read("dokumenty/feed.json"))["items"]
    assert entry["content_text"].startswith(note)
    assert entry["authors"] == [{"name": "Зразкова рада"}]
    told_by_data = json.loads(site.read(record))
    assert (told_by_data["body_acts_now"], told_by_data["history_note"]) == (False, note)
    assert note in site.read(FIRST.replace("index.html", "akn.xml"))


def test_act_is_identified_for_programs(site: TinySite) -> None:
    """Its identifier is the page's own address; the words are of the ELI ontology."""
    site.write("acts/1.md", act("1", published="2026-10-05 10:00"))
    site.build()
    page = site.read(FIRST)
    url = f"http://localhost:8000/{FIRST.removesuffix('index.html')}"
    assert legislation(page)["legislationIdentifier"] == ["1", url]
    assert '<head prefix="eli: http://data.europa.eu/eli/ontology#">' in page
    assert re.findall(r'property="eli:(\w+)" content="(.*?)"', page) == [
        ("id_local", "1"),
        ("date_document", "2026-10-02"),
        ("date_publication", "2026-10-05"),
    ]
