"""Links and pictures of an old text: to its new neighbours, to files put into ``content/``."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from plugins.importing.wordpress.entries import (
    Archive,
    Entry,
    host_of,
    joined,
    path_of,
    plain,
    upload_of,
)
from plugins.importing.wordpress.plan import Plan
from plugins.importing.wordpress.uploads import Uploads

_VIDEO = re.compile(r"(?:youtube(?:-nocookie)?\.com/embed/|youtu\.be/)([\w-]{6,})")
_FRAMES = {"iframe", "embed", "object", "video", "audio", "source", "amp-youtube", "lite-youtube"}
_URL = re.compile(r"https?://\S+")
_FILE_NAME = re.compile(
    r"^[\w() .-]*(?:\d{3,}|\.(?:jpe?g|png|gif|webp)|img|dsc|photo|image|screenshot)[\w() .-]*$",
    re.I,
)
_ID = re.compile(r"\bwp-image-(\d+)")
_SIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w+$)")
_NAMES = {
    "youtube.com": "Відео на YouTube", "youtu.be": "Відео на YouTube",
    "vimeo.com": "Відео на Vimeo",
    "facebook.com": "Допис у Facebook", "google.com": "Карта чи документ Google",
    "docs.google.com": "Документ Google", "t.me": "Допис у Telegram",
}  # fmt: skip


@dataclass(slots=True)
class Links:
    """Settles the links of one text. ``left`` says what could not be carried."""

    entry: Entry
    archive: Archive
    plan: Plan
    uploads: Uploads
    sections: dict[str, str]
    left: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    documents: list[tuple[str, str]] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    def settle(self, root: Element) -> None:
        """Settle all links and pictures of a tree in place."""
        captions = _captions(root)
        for element in list(root.iter()):
            if element.tag == "img":
                self._picture(element, captions.get(element, ""))
            elif element.tag in _FRAMES:
                self._frame(element)
            elif element.tag == "form":
                self.left.append("форма")
        for element in list(root.iter()):
            if element.tag == "a" and not element.get("settled"):
                self._link(element)
        for element in root.iter():
            if element.tag == "a" and not element.get("href"):
                element.tag = "span"
            elif element.tag == "ul":
                _open_gallery(element)
            _link_lone_address(element)

    def _picture(self, image: Element, caption: str) -> None:
        sources = (image.get(key) for key in ("data-src", "data-lazy-src", "src"))
        source: str = next(filter(None, sources), "")
        alt = " ".join(image.get("alt", "").split())
        number = image.get("data-id") or (
            found[1] if (found := _ID.search(image.get("class", ""))) else ""
        )
        known = (
            self.archive.entries.get(int(number))
            if number.isdecimal() and len(number) < 16
            else None
        )
        if "s.w.org/images/core/emoji" in source:
            image.tag, image.text = "span", alt
            return
        if source.startswith("data:"):
            self._dropped(image, alt, "зображення, вписане в сам текст (data:)")
            return
        upload = self._upload(source) or (known.file if known and not source else "")
        path = self._take(upload)
        if not path and known and known.file and known.file != upload:
            path = self._take(known.file)
        if path.startswith("images/"):
            image.attrib.clear()
            image.set("src", path)
            image.set("alt", alt or self._described(path, known, caption))
            return
        if not source and known is None:
            self._dropped(image, alt, f"зображення {number}: немає у виписці")
            return
        why = self.uploads.missing.get(upload, "") if upload else "зображення з іншого сайту"
        address = joined(self.archive.url, source or (known.link if known else ""))
        self.left.append(f"зображення {address or number}: {why or 'немає у виписці'}")
        self._linked(
            image,
            address,
            f"Зображення: {alt or caption or PurePosixPath(upload).name or 'на іншому сайті'}",
        )

    def _described(self, path: str, known: Entry | None, caption: str) -> str:
        for words in (known.alt if known else "", caption, known.title if known else ""):
            if words and not _FILE_NAME.match(words):
                return words
        if path not in self.described:
            self.described.append(path)
        return f"Зображення до матеріалу «{self.entry.title}»"[:200]

    def _dropped(self, element: Element, words: str, why: str) -> None:
        self.left.append(why)
        tail = element.tail
        element.clear()
        element.tag, element.text, element.tail = "span", words, tail

    def _linked(self, element: Element, address: str, words: str) -> None:
        tail = element.tail
        element.clear()
        element.tag, element.text, element.tail = "a", words, tail
        element.set("href", address)
        element.set("settled", "yes")

    def _frame(self, element: Element) -> None:
        source = element.get("src") or element.get("data-src") or element.get("data", "")
        if not source:
            inner = element.find(".//source")
            source = inner.get("src", "") if inner is not None else ""
        if element.tag == "source" or not source:
            element.tag = "span"
            return
        if found := _VIDEO.search(source):
            source = f"https://www.youtube.com/watch?v={found[1]}"
        address = joined(self.archive.url, source)
        upload = self._upload(address)
        path = self._take(upload)
        if path:
            self._document(upload, path)
        self._linked(element, path or address, _name(address))
        if upload and not path:
            self.left.append(f"файл {address}: {self.uploads.missing.get(upload, '')}")

    def _link(self, element: Element) -> None:
        typed = element.get("href", "").strip()
        if typed.lower().startswith(("mailto:", "tel:")):
            return
        element.set("href", "")
        picture = next(element.iter("img"), None)
        shown = picture is not None and picture.get("src", "").startswith("images/")
        if not typed or typed.startswith("#") or (shown and self._only_shows(typed)):
            return
        found = self._target(typed)
        if found is None:
            self.left.append(f"посилання {typed[:200]}: сторінки не перенесено, лишилися слова")
        element.set("href", found or "")

    def _only_shows(self, typed: str) -> bool:
        """Whether a link around a picture leads to the picture itself or to its own page."""
        entry = self._entry(typed)
        return bool(self._upload(typed)) or (entry is not None and entry.type == "attachment")

    def _target(self, typed: str) -> str | None:
        """Return the new address of a link, itself when it leads elsewhere, ``None`` to nowhere."""
        address = joined(self.entry.link or self.archive.url, typed)
        host = host_of(address)
        if not address.lower().startswith(("http://", "https://")):
            return None
        if host not in self.archive.hosts:
            return address if host else None
        if upload := self._upload(address):
            path = self._take(upload)
            if path:
                self._document(upload, path)
                return path
            self.left.append(f"файл {address}: {self.uploads.missing.get(upload, '')}")
            return address
        return self._inside(address)

    def _inside(self, address: str) -> str | None:
        path = path_of(address)
        if path in ("", "/") and "?" not in address:
            return "/"
        entry = self._entry(address)
        if entry is not None:
            place = self.plan.places.get(entry.id)
            if place is not None and place.finished and entry.id != self.entry.id:
                return place.path
            if entry.type == "attachment" and entry.file and (taken := self._take(entry.file)):
                self._document(entry.file, taken)
                return taken
            return None
        return self.sections.get(path.lower())

    def _entry(self, address: str) -> Entry | None:
        try:
            query = parse_qs(urlsplit(address).query)
        except ValueError:
            return None
        for key in ("p", "page_id", "attachment_id"):
            number = query.get(key, [""])[0]
            if number.isdecimal() and len(number) < 16:
                return self.archive.entries.get(int(number))
        id_ = self.plan.by_path.get(path_of(address).lower())
        return self.archive.entries.get(id_) if id_ is not None else None

    def _upload(self, address: str) -> str:
        host = host_of(joined(self.archive.url, address))
        return upload_of(address) if host in self.archive.hosts or not self.archive.hosts else ""

    def _take(self, upload: str) -> str:
        path = self.uploads.take(upload) if upload else ""
        if path:
            self.used.append(upload)
        return path

    def _document(self, upload: str, path: str) -> None:
        if path.startswith("files/"):
            self.documents.append((f"/wp-content/uploads/{upload}", f"/{path}"))


def _captions(root: Element) -> dict[Element, str]:
    captions: dict[Element, str] = {}
    for figure in root.iter("figure"):
        caption = next(figure.iter("figcaption"), None)
        words = plain("".join(caption.itertext())) if caption is not None else ""
        captions |= dict.fromkeys(figure.iter("img"), words)
    return captions


def _name(address: str) -> str:
    host = host_of(address).removeprefix("www.")
    return _NAMES.get(host) or f"Вкладений матеріал: {host or PurePosixPath(address).name}"


def _open_gallery(element: Element) -> None:
    """Make a list of nothing but pictures a row of them: so Gutenberg once wrote a gallery."""
    items = list(element)
    if items and all(one.tag == "li" and next(one.iter("img"), None) is not None for one in items):
        for one in (element, *items):
            one.tag = "div"


def _link_lone_address(element: Element) -> None:
    """Make a link of an address that is all that a block holds: WordPress would embed it."""
    if element.tag not in ("p", "div", "li", "td", "figure") or len(element):
        return
    text = (element.text or "").strip()
    if _URL.fullmatch(text):
        link = Element("a", {"href": text})
        host = host_of(text).removeprefix("www.")
        link.text = _NAMES.get(host, text)
        element.text = None
        element.append(link)
