"""The sitemap of a built site, compared with the site itself."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree

from plugins.incremental.plan import page_list
from plugins.output import PageEntry
from tests.incremental.tiny_site import TinySite, act, news, picture, text

parts = import_module("plugins.sitemap.outputs")  # the package has a function of this name

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}image"
URL = "http://localhost:8000"
ORDER = [NS + "loc", NS + "lastmod", LINK, IMAGE]
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    """A site with two years, an expired text, an alias, a translation and a picture, built."""
    tiny = TinySite(tmp_path_factory.mktemp("sitemap"))
    tiny.write("images/a.png", picture())
    tiny.write("news/2025/2025-05-05-a.md", news(date="2025-05-05"))
    shown = {"image": "images/a.png", "image_alt": "Зразок", "topics": "[voda]"}
    tiny.write("news/2026/2026-11-20-b.md", news(**shown, aliases="[/stare/]"))
    tiny.write("news/2026/2026-11-20-c.md", news(expires_at="2026-11-21"))
    tiny.write("news/2026/2026-11-20-d.md", news(publish_at="2026-12-21"))
    tiny.write("acts/2026/1.md", act("1"))
    tiny.write("alerts/a.md", text(level="info", starts="2026-11-20"))
    tiny.write("pages/about.md", text("About", lang="en", translation_of="pages/kontakty.md"))
    tiny.build()
    return tiny


def listed(site: TinySite) -> list[etree._Element]:
    """Return every ``url`` of every part that the index names."""
    index = etree.parse(site.output / "sitemap.xml").getroot()
    assert index.tag == NS + "sitemapindex"
    files = [str(loc.text).removeprefix(URL + "/") for loc in index.iter(NS + "loc")]
    assert set(files) == {p.name for p in site.output.glob("sitemap-*.xml")}
    return [url for file in files for url in etree.parse(site.output / file).getroot()]


def location(url: etree._Element) -> str:
    """Return the address of an entry."""
    return str(url.findtext(NS + "loc"))


def test_every_indexable_page_is_listed_once_and_nothing_else(site: TinySite) -> None:
    """The sitemap and the pages without ``noindex`` are the same set."""
    indexable = set()
    for page in site.output.rglob("*.html"):
        html = page.read_text()
        if not re.search(r'<meta name="robots" content="[^"]*noindex', html):
            path = page.relative_to(site.output).as_posix().removesuffix("index.html")
            indexable.add(f"{URL}/{path}")
    locations = [location(url) for url in listed(site)]
    assert len(set(locations)) == len(locations)
    assert set(locations) == indexable


def test_canonical_of_a_listed_page_is_its_location(site: TinySite) -> None:
    """Search engines are sent to addresses that call themselves by that name."""
    for url in listed(site):
        path = location(url).removeprefix(URL + "/")
        html = site.read(path + "index.html" if path.endswith("/") or not path else path)
        assert f'<link rel="canonical" href="{location(url)}">' in html


def test_elements_stand_in_the_order_of_the_schema(site: TinySite) -> None:
    """loc, lastmod, then other vocabularies; dates are W3C dates; one file a kind and year."""
    for url in listed(site):
        order = [ORDER.index(str(child.tag)) for child in url]
        assert order == sorted(order)
        if modified := url.findtext(NS + "lastmod"):
            assert DAY.fullmatch(modified)
    names = {file.name for file in site.output.glob("sitemap-*.xml")}
    assert {"sitemap-news-2025.xml", "sitemap-news-2026.xml", "sitemap-acts-2026.xml"} <= names


def test_translations_name_each_other(site: TinySite) -> None:
    """hreflang stands on both sides, each naming both."""
    pairs = {
        location(url): {(link.get("hreflang"), link.get("href")) for link in url.iter(LINK)}
        for url in listed(site)
        if url.find(LINK) is not None
    }
    both = {("uk", f"{URL}/kontakty/"), ("en", f"{URL}/en/about/")}
    for address in (f"{URL}/kontakty/", f"{URL}/en/about/"):
        assert both <= pairs[address]


def test_pictures_of_a_page_are_told_and_answer(site: TinySite) -> None:
    """An image of the map is a file of the site."""
    (url,) = (url for url in listed(site) if location(url) == f"{URL}/novyny/2026/b/")
    images = [str(loc.text) for image in url.iter(IMAGE) for loc in image]
    assert images
    assert all((site.output / image.removeprefix(URL + "/")).is_file() for image in images)


def test_robots_leads_to_the_map(site: TinySite) -> None:
    """robots.txt names the index."""
    assert f"Sitemap: {URL}/sitemap.xml" in site.read("robots.txt")


def test_long_part_is_split(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file holds more addresses than the protocol allows, and none is lost in the split."""
    whole = {location(url) for url in listed(site)}
    monkeypatch.setattr(parts, "LARGEST", 2)
    made = site.base / "split"
    site.build("split")
    files = sorted(made.glob("sitemap-*.xml"))
    roots = [etree.parse(file).getroot() for file in files]
    assert max(len(root) for root in roots) == 2
    assert {location(url) for root in roots for url in root} == whole
    index = etree.parse(made / "sitemap.xml").getroot()
    assert len(index) == len(files)


def test_part_depends_on_its_pages_alone(tmp_path: Path) -> None:
    """A new page of a year rewrites its part and the index, and no other part."""
    tiny = TinySite(tmp_path)
    tiny.write("news/2025/2025-05-05-a.md", news(date="2025-05-05"))
    tiny.write("news/2026/2026-11-20-b.md", news())
    tiny.build()
    tiny.write("news/2026/2026-11-21-c.md", news(date="2026-11-21"))
    written = {path for path in tiny.build().changes.written if path.startswith("sitemap")}
    assert written == {"sitemap.xml", "sitemap-news-2026.xml", "sitemap-lists.xml"}


def test_addresses_are_text() -> None:
    """An ampersand in an address does not break the file."""
    entry = PageEntry(url="https://rada.example/?a=1&b=<2>", modified="", part="x")
    (url,) = etree.fromstring(parts.render_part(page_list("x", (entry,)), 0))
    assert location(url) == entry.url
