"""The sitemap as a function of the planned pages (sitemaps.org 0.9, images, hreflang)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from plugins.output import Output, PageEntry, Site

_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_XHTML = "http://www.w3.org/1999/xhtml"

LARGEST = 50_000  # addresses in one file, by the protocol


def outputs(site: Site, planned: tuple[Output, ...]) -> Iterable[Output]:
    """Return the index and its parts: a new page touches one part and the index."""
    parts: dict[str, list[PageEntry]] = {}
    for output in planned:
        if output.entry is not None:
            parts.setdefault(output.entry.part, []).append(output.entry)
    files = {name: tuple(sorted(parts[name], key=_url)) for name in sorted(parts)}
    split = {
        f"sitemap-{name}{f'-{number}' if number else ''}.xml": chunk
        for name, entries in files.items()
        for number, chunk in enumerate(_chunks(entries))
    }
    modified = tuple((path, max(e.modified for e in chunk)) for path, chunk in split.items())
    return [
        Output(path="sitemap.xml", inputs=(site.url, modified), render=render_index),
        *(Output(path=path, inputs=(chunk,), render=render_part) for path, chunk in split.items()),
    ]


def _url(entry: PageEntry) -> str:
    return entry.url


def _chunks(entries: tuple[PageEntry, ...]) -> list[tuple[PageEntry, ...]]:
    return [entries[start : start + LARGEST] for start in range(0, len(entries), LARGEST)]


def render_index(url: str, parts: tuple[tuple[str, str], ...]) -> bytes:
    """Return the index; a part changed when the newest of its pages did."""
    root = Element("sitemapindex", {"xmlns": _NS})
    for path, modified in parts:
        part = SubElement(root, "sitemap")
        SubElement(part, "loc").text = f"{url}/{path}"
        if modified:
            SubElement(part, "lastmod").text = modified
    return _xml(root)


def render_part(entries: tuple[PageEntry, ...]) -> bytes:
    """Return one part: addresses, days of change, other languages, pictures."""
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


def _xml(root: Element) -> bytes:
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
