"""Cards: what the list of results shows of a text, a few texts a file."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.council.header import Person
from plugins.council.text import Text
from plugins.output import LazyBody, Site
from plugins.search.packing import packed

SHOWN = 500  # characters of a text from which an excerpt is cut


@dataclass(frozen=True, slots=True)
class Card:
    """A text with its body and its files: pairs of title and address; ``digest`` covers all."""

    id: int
    text: Text
    body: LazyBody
    files: tuple[tuple[str, str], ...]
    digest: str


def card_of(id_: int, text: Text, files: tuple[str, ...], known: str, site: Site) -> Card:
    """Return the card of a text; ``known`` is what it is known by."""
    titles = {one.file: one.title for one in text.header.attachments}
    named = tuple(
        (titles.get(path, path.rpartition("/")[2]), site.files[path].address) for path in files
    )
    return Card(id_, text, site.body(text), named, known)


def render_cards(cards: tuple[Card, ...]) -> bytes:
    """Return some cards as JSON, compressed: by id an address, title, number, day,
    language, text, files."""
    return packed(json.dumps(
        {str(one.id): _fields(one) for one in cards},
        ensure_ascii=False, separators=(",", ":"), sort_keys=True,
    ).encode())  # fmt: skip


def _fields(card: Card) -> list[object]:
    text = card.text
    day = text.day.isoformat() if text.day is not None else ""
    return [text.address, text.title, text.number, day, text.lang, _shown(card), card.files]


def _shown(card: Card) -> str:
    header = card.text.header
    parts = [header.summary, header.position if isinstance(header, Person) else ""]
    words = " ".join(filter(None, [*parts, card.body.text().replace("\n", " ")]))
    if len(words) <= SHOWN:
        return words
    return words[:SHOWN].rpartition(" ")[0] + "…"


def by_file(members: Iterable[int], in_file: int) -> dict[int, list[int]]:
    """Return ids by the number of the file of cards they lie in."""
    files: dict[int, list[int]] = {}
    for one in members:
        files.setdefault(one // in_file, []).append(one)
    return files
