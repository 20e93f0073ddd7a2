"""Which links lead from the built site to other sites, and on which pages they stand."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*\bhref="(https?://[^"\s]+)"')
SHOWN = 5  # pages told for a link: a wrong one in the menu of a topic may stand on a hundred


def outside_links(folder: Path, own: str) -> Mapping[str, tuple[str, ...]]:
    """Return the pages of each link that the texts of a built site have, both in order.

    What the frame of every page links to is left out: it is the same on all. ``own`` is the
    address of the site itself; its pages are left out, but for those that the folder has not:
    whoever typed the whole address of a page of ours is told when it is gone.
    """
    found: dict[str, list[str]] = {}
    for page in sorted(folder.rglob("*.html")):
        address = "/" + page.relative_to(folder).as_posix().removesuffix("index.html")
        for url in _links_of(page.read_text("utf-8")):
            if (url == own or url.startswith(f"{own}/")) and _is_there(folder, url[len(own) :]):
                continue
            pages = found.setdefault(url, [])
            if len(pages) < SHOWN and address not in pages:
                pages.append(address)
    return {url: tuple(found[url]) for url in sorted(found)}


def _links_of(html: str) -> Iterator[str]:
    main = _MAIN.search(html)
    yield from (unescape(found[1]) for found in _LINK.finditer(main[0] if main else ""))


def _is_there(folder: Path, address: str) -> bool:
    path = unquote(urlsplit(address).path).lstrip("/")
    file = (folder / path).resolve()
    inside = file.is_relative_to(folder.resolve())
    return inside and (file.is_file() or (file / "index.html").is_file())
