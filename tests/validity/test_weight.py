"""A page is light enough for a phone on a weak network: what gzip makes of it, in bytes."""

import gzip
from pathlib import Path

from lxml import html

from tests.site.built_site import BuiltSite
from tests.validity.page import Page

WITH_FONTS = 60_000
WITHOUT_FONTS = 25_000


def packed(data: bytes) -> int:
    """Return how many bytes go over the wire."""
    return len(gzip.compress(data, 6))


def own_body(page: Page) -> int:
    """Return the weight of a text's own words, which no theme can make lighter."""
    bodies = [one for one in page.every("div") if "prose" in str(one.get("class")).split()]
    return sum(packed(html.tostring(one, encoding="utf-8")) for one in bodies)


def files(page: Page, folder: Path) -> list[Path]:
    """Return the styles and scripts that a page loads."""
    styles = [str(one.get("href")) for one in page.links("stylesheet")]
    scripts = [str(one.get("src")) for one in page.every("script") if one.get("src")]
    return [folder / one.lstrip("/") for one in (*styles, *scripts)]


def test_pages_are_light(built: BuiltSite, pages: tuple[Page, ...]) -> None:
    """HTML, CSS and JS together are within 25 kB without a text's own body, with fonts 60 kB."""
    fonts = sum(file.stat().st_size for file in built.folder.glob("fonts/*.woff2"))
    heavy = []
    for page in pages:
        path = page.address.lstrip("/") + ("index.html" if page.address.endswith("/") else "")
        code = sum(packed(file.read_bytes()) for file in files(page, built.folder))
        weight = packed(built.read(path).encode()) - own_body(page) + code
        if weight > WITHOUT_FONTS or weight + fonts > WITH_FONTS:
            heavy.append(f"{page.address}: {weight} + {fonts}")
    assert not heavy, "\n".join(heavy)
