"""What a page says of itself: titles and descriptions that are unique across the site."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal
from urllib.parse import quote

from plugins.council.files import ContentFile
from plugins.council.renditions import fallback
from plugins.pages.json_ld import breadcrumbs as breadcrumb_node
from plugins.pages.json_ld import json_ld
from plugins.pages.section_cards import CARD_HEIGHT, CARD_WIDTH, card_address
from plugins.pages.shared import Shared
from plugins.pages.view import Feed, Link, Meta

_RESERVED = re.compile(rb"[^A-Za-z0-9_.~/-]+")
_BLANK = re.compile(r"\{\w+\}")
LONGEST = 200  # characters of a description; more is not shown anywhere


def page_meta(
    shared: Shared, *, title: str, description: str, address: str,
    crumbs: tuple[Link, ...] = (), nodes: Iterable[Mapping[str, Any]] = (),
    section: str = "", photo: ContentFile | None = None, photo_alt: str = "",
    og_type: Literal["website", "article"] = "website", published: str = "", modified: str = "",
    indexed: bool = True, alternates: tuple[Link, ...] = (), feeds: tuple[Feed, ...] = (),
    eli: tuple[tuple[str, str], ...] = (),
) -> Meta:  # fmt: skip
    """Return the head of a page; ``section`` chooses the card image where there is no photo."""
    plain = fallback(photo) if photo else None
    crumb_nodes = [breadcrumb_node(crumbs, shared)] if crumbs else []
    return Meta(
        title=title,
        description=_shortened(description),
        canonical=shared.absolute(address),
        json_ld=json_ld([*nodes, *crumb_nodes]),
        og_type=og_type,
        image=shared.absolute(plain.address if plain else card_address(section, shared.lang)),
        image_alt=photo_alt or title,
        image_width=plain.width if plain else CARD_WIDTH,
        image_height=plain.height if plain else CARD_HEIGHT,
        published=published,
        modified=modified,
        indexed=indexed and shared.indexed,
        eli=eli,
        alternates=alternates,
        feeds=feeds,
    )


def way(above: tuple[Link, ...], title: str, address: str, shared: Shared) -> tuple[Link, ...]:
    """Return the breadcrumbs of a page, from the home page to itself."""
    home = Link(title=shared.word("home"), url=shared.frame.home)
    return (home, *above, Link(title=title, url=address, current=True))


def full_title(shared: Shared, *parts: str) -> str:
    """Return «Назва – Розділ – Краматорська міська рада»."""
    return " – ".join([*filter(None, parts), shared.frame.site_name])


def _shortened(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def feeds_of(address: str, name: str, shared: Shared) -> tuple[Feed, ...]:
    """Return the two feeds of a list, as the feeds plugin publishes them; a preview has none."""
    if shared.is_preview:
        return ()
    title = shared.word("feed_title", name=name)
    return (
        Feed(type="application/atom+xml", title=f"{title} (Atom)", url=f"{address}feed.xml"),
        Feed(type="application/feed+json", title=f"{title} (JSON)", url=f"{address}feed.json"),
    )


def report_href(title: str, address: str, shared: Shared) -> str:
    """Return a ready letter «Помилка на сторінці …» (RFC 6068)."""
    if not shared.mail:
        return ""
    subject = _quoted(shared.words["report_subject"], title)
    body = _quoted(shared.words["report_body"], shared.absolute(address))
    return f"mailto:{shared.mail}?subject={subject}&body={body}"


def _quoted(pattern: str, part: str) -> str:
    """Return the pattern with ``part`` in its one blank, as a part of an address."""
    before, after = _quoted_around(pattern)
    return f"{before}{_RESERVED.sub(_escaped, part.encode()).decode()}{after}"


def _escaped(found: re.Match[bytes]) -> bytes:
    """Return what ``quote`` would: it asks of every byte, this of every word."""
    return b"%" + found[0].hex("%").upper().encode()


@cache
def _quoted_around(pattern: str) -> tuple[str, str]:
    before, after = _BLANK.split(pattern)
    return quote(before), quote(after)
