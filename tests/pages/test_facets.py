"""«Відібрати»: the lists of acts as pages of their own, with ways between them."""

import re
from pathlib import Path

import pytest

from plugins.pages.periods import LONG_YEAR
from tests.incremental.tiny_site import TinySite, act

Panel = dict[str, list[str]]


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Acts of two years, one of them of a convocation and with a topic."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/1.md", act("1", adopted="2025-02-01", topics="[voda]"))
    tiny.write("acts/2.md", act("2", convocation="8", topics="[voda, transport]"))
    tiny.write("acts/3.md", act("3"))
    return tiny


def panel(site: TinySite, address: str) -> Panel:
    """Return the links of each group of a page's panel: words, count, «*» before the current."""
    page = site.read(f"{address[1:]}index.html")
    nav = re.search(r'<nav class="facets__panel.*?</nav>', page, re.DOTALL)
    assert nav, address
    groups: Panel = {}
    for title, links in re.findall(r"<h3>(.*?)</h3>\n<ul>(.*?)</ul>", nav[0], re.DOTALL):
        found = re.findall(r'<a href="(.*?)"( aria-current="page")?>(.*?)</a>', links)
        groups[title] = [f"{'*' if now else ''}{_plain(words)} {url}" for url, now, words in found]
    return groups


def _plain(html: str) -> str:
    return re.sub("<.*?>", "", html).replace("\xa0", " ")


def test_register_is_chosen_from_by_every_facet(site: TinySite) -> None:
    """Each way says how many acts wait behind it."""
    site.build()
    assert panel(site, "/dokumenty/") == {
        "Орган": ["Зразкова рада 3 /dokumenty/miska-rada/"],
        "Вид": ["Рішення 3 /dokumenty/vydy/rishennia/"],
        "Чинність": ["Чинні 3 /dokumenty/chynnist/chynni/"],
        "Скликання": ["8 1 /dokumenty/sklykannia/8/"],
        "Тема": [
            "Транспорт 1 /dokumenty/temy/transport/",
            "Вода 2 /dokumenty/temy/voda/",
        ],
    }


def test_choice_is_marked_and_leads_back_and_to_its_like(site: TinySite) -> None:
    """One facet chosen: back to all, to the others of its like, to narrower lists."""
    site.build()
    assert panel(site, "/dokumenty/temy/voda/") == {
        "Тема": [
            "Усі теми /dokumenty/",
            "Транспорт /dokumenty/temy/transport/",
            "*Вода /dokumenty/temy/voda/",
        ]
    }
    assert panel(site, "/dokumenty/vydy/rishennia/") == {
        "Орган": ["Зразкова рада 3 /dokumenty/miska-rada/rishennia/"],
        "Вид": ["Усі види /dokumenty/", "*Рішення /dokumenty/vydy/rishennia/"],
    }


def test_year_is_chosen_together_with_the_rest(site: TinySite) -> None:
    """On the page of a year every way keeps the year, and one gives it up."""
    site.build()
    assert panel(site, "/dokumenty/miska-rada/rishennia/2026/") == {
        "Рік": [
            "Усі роки /dokumenty/miska-rada/rishennia/",
            "*2026 /dokumenty/miska-rada/rishennia/2026/",
        ],
        "Орган": [
            "Усі органи /dokumenty/vydy/rishennia/2026/",
            "*Зразкова рада /dokumenty/miska-rada/rishennia/2026/",
        ],
        "Вид": [
            "Усі види /dokumenty/miska-rada/2026/",
            "*Рішення /dokumenty/miska-rada/rishennia/2026/",
        ],
    }
    assert panel(site, "/dokumenty/2026/")["Тема"] == [
        "Транспорт 1 /dokumenty/temy/transport/2026/",
        "Вода 1 /dokumenty/temy/voda/2026/",
    ]


def test_every_way_of_a_panel_leads_to_a_page(site: TinySite) -> None:
    """No choice ends at an address where nothing answers."""
    site.build()
    for page in (site.output / "dokumenty").rglob("index.html"):
        for url in re.findall(r'href="(/dokumenty/[^"#]*/)"', page.read_text("utf-8")):
            assert (site.output / url[1:] / "index.html").is_file(), f"{page}: {url}"


def test_hour_of_an_act_moves_it_between_lists_and_touches_nothing_else(site: TinySite) -> None:
    """When a repeal takes effect, the repealed act and the lists that show it change."""
    relation = "[{act: miska-rada/rishennia/2025/1}]"
    site.write("acts/4.md", act("4", effective_from="2026-12-01", repeals=relation))
    report = site.build()
    assert not (site.output / "dokumenty/chynnist/vtratyly-chynnist").exists()
    assert report.next_change is not None
    site.now = report.next_change
    changes = site.build().changes
    assert "dokumenty/chynnist/vtratyly-chynnist/2025/index.html" in changes.written
    assert "dokumenty/chynnist/chynni/2025/index.html" in changes.removed
    assert not any("sklykannia" in path or "/transport/" in path for path in changes.written)
    assert "№ 1<" not in site.read("dokumenty/chynnist/chynni/index.html")


def test_choices_have_no_feeds_of_their_own(site: TinySite) -> None:
    """One may follow the register, a body or a topic."""
    site.build()
    assert (site.output / "dokumenty/miska-rada/feed.xml").is_file()
    assert not (site.output / "dokumenty/vydy/rishennia/feed.xml").exists()
    assert "feed.xml" not in site.read("dokumenty/vydy/rishennia/index.html")


def test_long_year_of_a_choice_leads_to_its_months(tmp_path: Path) -> None:
    """It counts nothing, so that a new act leaves it alone; the register's own year counts."""
    tiny = TinySite(tmp_path)
    for number in range(LONG_YEAR + 1):
        adopted = f"2026-{number % 3 + 1:02}-{number % 28 + 1:02}"
        tiny.write(f"acts/{number}.md", act(str(number), adopted=adopted))
    tiny.build()
    path = "dokumenty/chynnist/chynni/2026/index.html"
    page = tiny.read(path)
    assert '<a href="/dokumenty/chynnist/chynni/2026/misiats-03/">Березень 2026</a>' in page
    assert "Тут іще нічого не опубліковано" not in page and "noindex" not in page
    assert '<span class="count">50</span>' in tiny.read("dokumenty/2026/index.html")
    tiny.write("acts/new.md", act("900", adopted="2026-03-03"))
    changes = tiny.build().changes
    assert path not in changes.written
    assert "dokumenty/chynnist/chynni/2026/misiats-03/index.html" in changes.written
