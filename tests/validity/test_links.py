"""Whatever a page refers to is there, and it is ours."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag

from lxml.html import HtmlElement

from tests.site.built_site import URL, BuiltSite
from tests.validity.page import Page

ONLY_READ = ("canonical", "alternate")
"""Links that a browser does not follow by itself; a foreign address there loads nothing."""


def references(page: Page) -> Iterator[tuple[HtmlElement, str]]:
    """Yield every address on a page with the element that has it."""
    for element in page.every():
        for name in ("href", "src", "action", "poster", "data-alerts"):
            if (value := element.get(name)) is not None:
                yield element, value
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]
    for meta in page.every("meta"):
        if meta.get("http-equiv") == "refresh":
            yield meta, str(meta.get("content")).partition("url=")[2]
        elif meta.get("property") in ("og:url", "og:image"):
            yield meta, str(meta.get("content"))


def answers(built: BuiltSite) -> frozenset[str]:
    """Return every address at which a static host would answer."""
    files = (path for path in built.folder.rglob("*") if path.is_file())
    paths = (path.relative_to(built.folder).as_posix() for path in files)
    return frozenset(f"{URL}/{path.removesuffix('index.html')}" for path in paths)


def places(page: Page) -> set[str]:
    """Return the fragments of a page."""
    return {str(one.get("id")) for one in page.every() if one.get("id")}


def test_every_link_answers(built: BuiltSite, pages: tuple[Page, ...]) -> None:
    """Every href, src, srcset and action inside the site leads to a page or a file of it."""
    known = answers(built)
    broken = [
        f"{page.address}: {reference}"
        for page in pages
        for _, reference in references(page)
        if (target := unquote(urldefrag(page.absolute(reference)).url)).startswith(URL)
        and target.partition("?")[0] not in known
    ]
    assert not broken, "\n".join(broken)


def test_every_fragment_is_there(pages: tuple[Page, ...]) -> None:
    """A link to a place of a page leads to an element with that id."""
    known = {page.url: places(page) for page in pages}
    broken = []
    for page in pages:
        for _, reference in references(page):
            target, fragment = urldefrag(page.absolute(reference))
            if fragment and target in known and unquote(fragment) not in known[target]:
                broken.append(f"{page.address}: {reference}")
    assert not broken, "\n".join(broken)


def test_every_id_is_used_once(pages: tuple[Page, ...]) -> None:
    """No two places of a page have one name, so a link to a place means one place."""
    twice = [
        f"{page.address}: {one}"
        for page in pages
        for ids in [[one.get("id") for one in page.every() if one.get("id")]]
        for one in sorted({str(name) for name in ids if ids.count(name) > 1})
    ]
    assert not twice, "\n".join(twice)


def test_nothing_is_loaded_from_elsewhere(pages: tuple[Page, ...]) -> None:
    """Pictures, styles, scripts, fonts and forms are of this site: no reader is told to others."""
    foreign = [
        f"{page.address}: {reference}"
        for page in pages
        for element, reference in references(page)
        if element.tag != "a"
        and element.get("rel") not in ONLY_READ
        and not page.absolute(reference).startswith(f"{URL}/")
    ]
    assert not foreign, "\n".join(foreign)


def test_links_of_the_site_name_no_host(pages: tuple[Page, ...]) -> None:
    """A link from page to page has no host in it, so the site works wherever it is put."""
    absolute = [
        f"{page.address}: {link.get('href')}"
        for page in pages
        for link in page.every("a")
        if str(link.get("href")).startswith(URL)
    ]
    assert not absolute, "\n".join(absolute)


def test_every_page_is_reachable(pages: tuple[Page, ...]) -> None:
    """Every page that search engines may show can be reached by links from the home page."""
    targets = {
        page.url: {urldefrag(page.absolute(str(a.get("href")))).url for a in page.every("a")}
        for page in pages
    }
    seen, waiting = set[str](), [f"{URL}/"]
    while waiting:
        if (url := waiting.pop()) not in seen:
            seen.add(url)
            waiting.extend(targets.get(url, ()))
    assert [page.address for page in pages if page.indexed and page.url not in seen] == []
