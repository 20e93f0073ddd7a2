"""One item of an export becomes one text of ``content/``, checked before it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from plugins.council.dates import KYIV
from plugins.council.draft import draft_text
from plugins.council.markdown.html_tree import TooDeepError, to_tree
from plugins.council.text_reading import read_text
from plugins.importing.markdown import Style, printable, to_markdown
from plugins.importing.wordpress.classic import paragraphs, without_blocks
from plugins.importing.wordpress.entries import Archive, Entry, plain
from plugins.importing.wordpress.items import Item
from plugins.importing.wordpress.links import Links
from plugins.importing.wordpress.mapping import Correspondence
from plugins.importing.wordpress.plan import Place, Plan
from plugins.importing.wordpress.shortcodes import Shortcodes
from plugins.importing.wordpress.uploads import Uploads

_TITLE, _SUMMARY = 500, 300  # characters, by the schema
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp")
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_EMPTY = "Текст цього матеріалу на попередньому сайті був порожнім."


@dataclass(slots=True)
class Written:
    """The text of an item, and what of it stayed behind."""

    text: str
    finished: bool
    left: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    documents: list[tuple[str, str]] = field(default_factory=list)
    used: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all items share."""

    archive: Archive
    plan: Plan
    how: Correspondence
    uploads: Uploads
    sections: dict[str, str]
    now: datetime


def write_post(item: Item, entry: Entry, place: Place, around: Surroundings) -> Written:
    """Return the text of an item. What cannot pass the site's check is written as plain words."""
    links = Links(entry, around.archive, around.plan, around.uploads, around.sections)
    shortcodes = Shortcodes(lambda: _own_pictures(entry, around.archive))
    known = _header(item, entry, place, around, links)
    body = _body(item, links, shortcodes)
    left = [*shortcodes.left, *links.left]
    finished = place.finished and entry.moment is not None
    text = draft_text(place.folder, known, body or _EMPTY, finished=finished)
    if not body:
        left.append("текст порожній")
    faults = [
        one for one in read_text(place.path, text.encode()).problems if one.severity == "error"
    ]
    if faults:
        left += [
            f"не пройшло перевірки, лишилися самі слова: {faults[0].field}: {faults[0].message}"
        ]
        text = draft_text(place.folder, known, _words_alone(item), finished=False)
        finished = False
    return Written(text, finished, left, links.described, links.documents, links.used)


def _header(
    item: Item, entry: Entry, place: Place, around: Surroundings, links: Links
) -> Mapping[str, object]:
    known: dict[str, object] = {"title": entry.title[:_TITLE] or f"Матеріал {entry.id}"}
    if place.folder != "pages" and entry.moment is not None:
        known["date"] = entry.moment
    if summary := plain(re.sub(r"\[[^\]]*\]", " ", item.excerpt)):
        known["summary"] = _shortened(summary)
    if topics := [t for _, name in entry.terms for t in around.how.topics.get(name, ())]:
        known["topics"] = list(dict.fromkeys(topics))
    if owner := around.how.authors.get(entry.creator):
        known["owner"] = owner
    if entry.status == "future" and entry.moment is not None and entry.moment > around.now:
        known["publish_at"] = entry.moment
    if place.aliases:
        known["aliases"] = list(place.aliases)
    known |= _featured(entry, around.archive, links)
    return known


def _featured(entry: Entry, archive: Archive, links: Links) -> dict[str, object]:
    picture = archive.entries.get(entry.thumbnail)
    if picture is None or not picture.file:
        return {}
    holder = Element("div")
    image = SubElement(holder, "img", {"data-id": str(picture.id)})
    links.settle(holder)
    if image.tag != "img":
        return {}
    return {"image": image.get("src"), "image_alt": image.get("alt")}


def _shortened(text: str) -> str:
    if len(text) <= _SUMMARY:
        return text
    return text[: _SUMMARY - 1].rpartition(" ")[0].rstrip(",;:–— ") + "…"


def _body(item: Item, links: Links, shortcodes: Shortcodes) -> str:
    text, left, blocks = without_blocks(printable(item.content))
    links.left += left
    text = shortcodes.to_html(text)
    try:
        root = to_tree(text if blocks else paragraphs(text))
        links.settle(root)
        return to_markdown(root, Style())
    except (TooDeepError, RecursionError):
        links.left.append("теги вкладено надто глибоко, лишилися самі слова")
        return _words_alone(item)


def _words_alone(item: Item) -> str:
    """Return the words of a text, each line a paragraph: what passes any check."""
    root = Element("div")
    bare = _CODE.sub(" ", printable(item.content))
    for line in re.split(r"\n|<(?:p|br|div|li|tr|h\d)\b[^>]*>", bare):
        words = plain(line)
        for start in range(0, len(words), 4000):
            SubElement(root, "p").text = words[start : start + 4000]
    return to_markdown(root, Style())


def _own_pictures(entry: Entry, archive: Archive) -> list[int]:
    return [
        one.id for one in archive.entries.values()
        if one.parent == entry.id != 0 and one.file.lower().endswith(_PICTURES)
    ]  # fmt: skip


def now_in_kyiv() -> datetime:
    """Return the present moment."""
    return datetime.now(KYIV)
