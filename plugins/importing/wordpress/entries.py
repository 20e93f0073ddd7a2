"""The first reading of an export: of every item what addresses and links are made of, no text."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from plugins.importing.markdown import printable
from plugins.importing.refusal import Refusal
from plugins.importing.wordpress.dates import kyiv_moment
from plugins.importing.wordpress.items import Author, Channel, Item, Term
from plugins.importing.wordpress.wxr import read_export

_TAGS = re.compile(r"<[^>]*>")


@dataclass(slots=True, kw_only=True)
class Entry:
    """One item without its text. ``id`` is WordPress's number, one for all types."""

    id: int
    type: str
    status: str
    slug: str
    title: str
    link: str
    guid: str
    parent: int
    moment: datetime | None
    creator: str
    locked: bool
    file: str = ""
    alt: str = ""
    caption: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    old_slugs: tuple[str, ...] = ()
    thumbnail: int = 0
    menu: tuple[str, str, int] = ("", "", 0)

    @property
    def path(self) -> str:
        """The path of its address: ``/2021/05/slug/``."""
        return path_of(self.link)


@dataclass(slots=True)
class Archive:
    """All entries of all exports, by id, in their order."""

    url: str = ""
    entries: dict[int, Entry] = field(default_factory=dict)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    doubled: int = 0
    comments: int = 0
    total: int = 0
    refusals: list[str] = field(default_factory=list)

    @property
    def hosts(self) -> frozenset[str]:
        """The names of the old site's host, with and without www."""
        host = host_of(self.url).removeprefix("www.")
        return frozenset({host, f"www.{host}"} if host else ())


def read_archive(files: Iterable[Path]) -> Archive:
    """Read the entries of exports. What could not be read is in ``refusals``."""
    archive = Archive()
    for file in files:
        try:
            for found in read_export(file):
                if isinstance(found, Channel):
                    _add_channel(archive, found)
                else:
                    _add_item(archive, found)
        except Refusal as error:
            archive.refusals.append(f"{file.name}: {error}")
    return archive


def _add_channel(archive: Archive, channel: Channel) -> None:
    archive.url = archive.url or channel.url
    for term in channel.terms:
        archive.terms.setdefault((term.domain, term.slug), term)
    for author in channel.authors:
        archive.authors.setdefault(author.login, author)


def _add_item(archive: Archive, item: Item) -> None:
    archive.total += 1
    archive.comments += item.comments
    entry = entry_of(item)
    for term in item.terms:
        archive.terms.setdefault((term.domain, term.slug), term)
    if entry.id in archive.entries:
        archive.doubled += 1
        return
    archive.entries[entry.id] = entry


def entry_of(item: Item) -> Entry:
    """Return what is to be remembered of an item."""
    id_ = _whole(item.said("post_id"))
    attachment = item.said("post_type") == "attachment"
    moment = kyiv_moment(item)
    return Entry(
        id=id_,
        type=item.said("post_type") or "post",
        status=item.said("status") or "publish",
        slug=unquote(item.said("post_name")),
        title=plain(item.fields.get("title", "")),
        link=item.said("link"),
        guid=item.said("guid"),
        parent=_whole(item.said("post_parent")),
        moment=moment,
        creator=item.said("creator"),
        locked=bool(item.fields.get("post_password", "").strip()),
        file=(item.one_meta("_wp_attached_file") or upload_of(item.said("attachment_url")))
        if attachment else "",
        alt=plain(item.one_meta("_wp_attachment_image_alt")) if attachment else "",
        caption=plain(item.excerpt) if attachment else "",
        terms=tuple((term.domain, term.slug) for term in item.terms),
        old_slugs=tuple(unquote(one.strip()) for one in item.meta.get("_wp_old_slug", ())),
        thumbnail=_whole(item.one_meta("_thumbnail_id")),
        menu=(
            item.one_meta("_menu_item_type"), item.one_meta("_menu_item_url"),
            _whole(item.one_meta("_menu_item_object_id")),
        ),
    )  # fmt: skip


def plain(text: str) -> str:
    """Return words without tags, entities read (WordPress writes some twice), on one line."""
    words = html.unescape(html.unescape(_TAGS.sub(" ", text)))
    return " ".join(printable(words).split())


def path_of(link: str) -> str:
    """Return the path of an address, decoded, with ``/`` at the end of a page's."""
    try:
        path = unquote(urlsplit(link).path)
    except ValueError:
        return ""
    return path if not path or path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"


def host_of(url: str) -> str:
    """Return the name of an address's host, empty when it has none or is no address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def joined(base: str, url: str) -> str:
    """Return a link as it leads from a page, empty when it is no address."""
    try:
        return urljoin(base, url)
    except ValueError:
        return ""


def upload_of(url: str) -> str:
    """Return the path inside ``wp-content/uploads`` of a file's address, else nothing."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    found = re.search(r"/(?:wp-content/uploads|wp-content/blogs\.dir/\d+/files|files)/(.+)", path)
    return found[1] if found and ".." not in found[1].split("/") else ""


def _whole(text: str) -> int:
    return int(text) if text.strip().isdecimal() and len(text) < 16 else 0
