"""The sitemap names exactly the pages that search engines may show."""

from lxml.etree import fromstring

from tests.site.built_site import URL, BuiltSite
from tests.validity.page import Page

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def located(built: BuiltSite, file: str) -> list[str]:
    """Return the addresses that a file of the sitemap names, without those of pictures."""
    return [str(one.text) for one in fromstring(built.read(file).encode()).iter(f"{NS}loc")]


def parts(built: BuiltSite) -> list[str]:
    """Return the files that the index names."""
    return [url.removeprefix(f"{URL}/") for url in located(built, "sitemap.xml")]


def test_sitemap_is_exactly_the_indexed_pages(built: BuiltSite, indexed: tuple[Page, ...]) -> None:
    """Every page that may be shown stands in one part, once, and nothing else does."""
    listed = [url for part in parts(built) for url in located(built, part)]
    assert sorted(listed) == sorted(page.url for page in indexed)


def test_index_names_every_part(built: BuiltSite) -> None:
    """Each part of the sitemap in the folder is named by the index, and robots.txt names that."""
    files = sorted(file.name for file in built.folder.glob("sitemap-*.xml"))
    assert sorted(parts(built)) == files
    assert f"Sitemap: {URL}/sitemap.xml" in built.read("robots.txt")


def test_sitemap_and_pages_agree_on_languages(built: BuiltSite, indexed: tuple[Page, ...]) -> None:
    """A translation named in the sitemap is named on the page, by the same address."""
    on_pages = {
        (page.url, str(one.get("hreflang")), str(one.get("href")))
        for page in indexed
        for one in page.links("alternate")
        if one.get("hreflang")
    }
    for part in parts(built):
        for url in fromstring(built.read(part).encode()).iter(f"{NS}url"):
            for link in url.iter(f"{XHTML}link"):
                named = str(link.get("hreflang")), str(link.get("href"))
                assert (str(url.findtext(f"{NS}loc")), *named) in on_pages
