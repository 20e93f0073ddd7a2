"""The sitemap as a function of the planned pages (sitemaps.org 0.9, images, hreflang)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from plugins.output import Output, PageEntry, PageList, Site

_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_XHTML = "http://www.w3.org/1999/xhtml"

LARGEST = 50_000  # addresses in one file, by the protocol


def outputs(site: Site, lists: tuple[PageList, ...]) -> Iterable[Output]:
    """Return the index and its parts: a new page touches one part and the index."""
    parts = {
        f"sitemap-{one.part}{f'-{number}' if number else ''}.xml": (one, number)
        for one in lists
        for number in range(-(-one.count // LARGEST))
    }
    modified = tuple((path, one.modified) for path, (one, _) in parts.items())
    return [
        Output(path="sitemap.xml", inputs=(site.url, modified), render=render_index),
        *(Output(path=path, inputs=part, render=render_part) for path, part in parts.items()),
    ]


def render_index(url: str, parts: tuple[tuple[str, str], ...]) -> bytes:
    """Return the index; a part changed when the newest of its pages did."""
    root = Element("sitemapindex", {"xmlns": _NS})
    for path, modified in parts:
        part = SubElement(root, "sitemap")
        SubElement(part, "loc").text = f"{url}/{path}"
        if modified:
            SubElement(part, "lastmod").text = modified
    return _xml(root)


def render_part(pages: PageList, number: int) -> bytes:
    """Return one part: addresses, days of change, other languages, pictures."""
    entries = sorted(pages.read(), key=_url)[number * LARGEST : (number + 1) * LARGEST]
    root = Element("urlset", {"xmlns": _NS, "xmlns:image": _IMAGE, "xmlns:xhtml": _XHTML})
    for entry in entries:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = entry.url
        if entry.modified:
            SubElement(url, "lastmod").text = entry.modified
        for lang, other in entry.alternates:
            link = {"rel": "alternate", "hreflang": lang, "href": other}
            SubElement(url, "xhtml:link", link)
        for image in entry.images:
            one = SubElement(url, "image:image")
            SubElement(one, "image:loc").text = image
    return _xml(root)


def _url(entry: PageEntry) -> str:
    return entry.url


def _xml(root: Element) -> bytes:
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
