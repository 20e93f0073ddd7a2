"""An export of WordPress (WXR 1.0–1.2) as a stream of items: one at a time, whatever its size.

No document type is accepted, so there are no entities to grow and nothing from outside to read.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote
from xml.parsers import expat

from plugins.importing.refusal import Refusal
from plugins.importing.wordpress.items import Author, Channel, Item, Term

_CHUNK = 1 << 18  # bytes
_LARGEST = 60_000_000  # characters of one item
_MOST = 40_000_000_000  # bytes of one unpacked file
_BAD = bytes(one for one in range(32) if one not in (9, 10, 13))  # in WordPress's CDATA often
_DEEPEST = 40
_NOT_ONE = "це не виписка WordPress. Зробіть її в адмінці: Інструменти → Експорт → Весь вміст."
_ITEM = b"<item>"
_OPENING = re.compile(rb"<rss\b[^>]*>")
_SHOWN = 10  # broken items that are named
_FIELDS = {
    "title", "link", "pubDate", "guid", "post_id", "post_date", "post_date_gmt", "post_name",
    "status", "post_parent", "post_type", "post_password", "menu_order", "attachment_url",
    "creator", "post_modified", "post_modified_gmt",
}  # fmt: skip


def is_export(file: Path) -> bool:
    """Whether a file begins as an export does."""
    try:
        with _opened(file) as stream:
            return b"<rss" in stream.read(_CHUNK)
    except (OSError, EOFError, zlib.error):
        return False


def read_export(file: Path) -> Iterator[Channel | Item]:
    """Yield the channel and the items of an export; one that is broken is passed over.

    Raises Refusal for what is none, and, after all that could be read, for a file that is cut
    short or has broken items.
    """
    reader = _Reader(file.name)
    broken: list[str] = []
    try:
        with _opened(file) as stream:
            for chunk in _chunks(stream):
                rest = chunk
                while rest:
                    rest = reader.feed(rest, broken)
                    yield from reader.taken()
        reader.end()
        yield from reader.taken()
    except expat.ExpatError as error:
        yield from reader.taken()
        raise Refusal(reader.complaint(error)) from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield from reader.taken()
        raise Refusal("архів .gz обривається або пошкоджений. Завантажте виписку знову.") from None
    if broken:
        raise Refusal(
            f"пошкоджені записи не перенесено: {', '.join(broken[:_SHOWN])}; решту перенесено. "
            "Завантажте виписку знову й повторіть: перенесене не подвоїться."
        )


def _chunks(stream: BufferedIOBase) -> Iterator[bytes]:
    """Yield a file in pieces, without signs that no XML may hold. Raises Refusal when too large."""
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > _MOST:
            raise Refusal("виписка завелика. Розділіть її на частини.")
        yield chunk.translate(None, _BAD)


def _opened(file: Path) -> BufferedIOBase:
    with file.open("rb") as head:
        packed = head.read(2) == b"\x1f\x8b"
    return gzip.open(file, "rb") if packed else file.open("rb")


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._item: Item | None = None
        self._record: dict[str, str] = {}
        self._attributes: dict[str, str] = {}
        self._url = ""
        self._terms: list[Term] = []
        self._authors: list[Author] = []
        self._ready: list[Channel | Item] = []
        self._told = self._rss = False
        self._opening = b""  # the tag in which all stands, with the namespaces
        self._lost = False  # from an error to the next item
        self._last = ""
        self._fed = 0  # bytes
        self._parser = self._new_parser()

    def _new_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def feed(self, chunk: bytes, broken: list[str]) -> bytes:
        """Read a piece and return what is left of it to be read.

        After an error among the items the next one is looked for; the broken one is named in
        ``broken``. Raises ExpatError before the first item.
        """
        if self._lost:
            at = chunk.find(_ITEM)
            if at < 0:
                return b""
            self._begin_anew()
            chunk = chunk[at:]
        if not self._opening and (found := _OPENING.search(chunk)):
            self._opening = found[0]
        self._fed += len(chunk)
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError:
            if not (self._told and self._opening):
                raise
            broken.append(self._name_of_broken())
            self._lost = True
            at = self._parser.ErrorByteIndex - (self._fed - len(chunk))
            return chunk[max(at, len(_ITEM)) :]
        return b""

    def _begin_anew(self) -> None:
        """Make a parser that stands where items begin."""
        self._lost = False
        self._item, self._path, self._text = None, [], []
        self._parser = self._new_parser()
        opening = self._opening + b"<channel>"
        self._parser.Parse(opening, False)
        self._fed = len(opening)

    def _name_of_broken(self) -> str:
        title = self._item.said("title") if self._item else ""
        return f"«{title[:60]}»" if title else f"після «{self._last[:60]}»"

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def taken(self) -> list[Channel | Item]:
        ready, self._ready = self._ready, []
        return ready

    def complaint(self, error: expat.ExpatError) -> str:
        if not self._rss:
            return _NOT_ONE
        return (
            f"виписка обривається або пошкоджена на рядку {error.lineno}: перенесено все до нього. "
            "Завантажте її знову й повторіть: перенесене не подвоїться."
        )

    def _doctype(self, *_: object) -> NoReturn:
        raise Refusal(
            "у виписці є DOCTYPE, якого WordPress не пише. Такому файлу не можна довіряти."
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        uri, _, name = tag.rpartition("}")
        if not self._path and name != "rss":
            raise Refusal(_NOT_ONE)
        self._rss = True
        if name == "encoded" and "excerpt" in uri:
            name = "excerpt"
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise Refusal("елементи виписки вкладено надто глибоко.")
        self._text, self._length = [], 0
        self._attributes = attributes
        if self._path == ["rss", "channel", "item"]:
            self._tell_channel()
            self._item = Item()
        elif len(self._path) == 3 or name in ("postmeta", "comment"):
            self._record = {}

    def _data(self, text: str) -> None:
        self._length += len(text)
        if self._length > _LARGEST:
            raise Refusal("запис виписки завеликий (понад 60 млн знаків).")
        self._text.append(text)

    def _end(self, tag: str) -> None:
        name = self._path.pop()
        text = "".join(self._text)
        self._text = []
        if self._item is None:
            self._end_in_channel(name, text)
        elif self._path == ["rss", "channel"]:
            self._ready.append(self._item)
            self._last = self._item.said("title")
            self._item = None
        else:
            self._end_in_item(self._item, name, text)

    def _end_in_channel(self, name: str, text: str) -> None:
        if self._path == ["rss"]:
            self._tell_channel()
        if self._path != ["rss", "channel"]:
            self._record[name] = text.strip()
            return
        record = self._record
        match name:
            case "base_blog_url" | "base_site_url":
                self._url = text.strip() or self._url
            case "link":
                self._url = self._url or text.strip()
            case "author":
                login = record.get("author_login", "")
                self._authors.append(Author(login, record.get("author_display_name") or login))
            case "category":
                self._add_term("category", "category_nicename", "cat_name", "category_parent")
            case "tag":
                self._add_term("post_tag", "tag_slug", "tag_name", "")
            case "term":
                taxonomy = record.get("term_taxonomy", "")
                self._add_term(taxonomy, "term_slug", "term_name", "term_parent")

    def _add_term(self, domain: str, slug: str, name: str, parent: str) -> None:
        said = self._record
        self._terms.append(
            Term(
                domain=domain,
                slug=unquote(said.get(slug, "")),
                name=said.get(name, ""),
                parent=unquote(said.get(parent, "")),
            )
        )

    def _tell_channel(self) -> None:
        if not self._told:
            self._told = True
            self._ready.append(Channel(self._url, tuple(self._terms), tuple(self._authors)))

    def _end_in_item(self, item: Item, name: str, text: str) -> None:
        where = self._path[3:]
        if where:
            self._record[name] = text
            return
        match name:
            case "encoded":
                item.content = text
            case "excerpt":
                item.excerpt = text
            case "category":
                domain = self._attributes.get("domain", "category")
                name = unquote(self._attributes.get("nicename", ""))
                item.terms.append(Term(domain, name, text.strip()))
            case "postmeta":
                key = self._record.get("meta_key", "").strip()
                item.meta.setdefault(key, []).append(self._record.get("meta_value", ""))
            case "comment":
                item.comments += 1
            case _ if name in _FIELDS:
                item.fields[name] = text
