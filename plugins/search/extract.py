"""What is kept of a text for search when it is read: its words, counted. No dictionary yet."""

import json
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from plugins.council.header import Contact, Header, Person, Session
from plugins.council.markdown import Body
from plugins.council.text import Text
from plugins.output.extract import Extract
from plugins.search.attached import words_of_file
from plugins.search.folding import TABLE, fold
from plugins.search.scanning import Scanned, scan

IN_TITLE = 0
IN_TEXT = 1
BESIDE = 2
_MONTHS = tuple(TABLE["months"])


def words_of_text(text: Text, body: Body) -> str:
    """Return the words of a title and a text as JSON, see ``counted``."""
    header = text.header
    title = scan(f"{text.title}\n{text.number}")
    said = [*_said(header), body.text]
    if text.day is not None:
        title.joined.append(text.day.isoformat())
        said.append(f"{text.day.day} {_MONTHS[text.day.month - 1]} {text.day.year}")
    return dumped(counted(title, scan("\n".join(said))))


def counted(title: Scanned, text: Scanned) -> dict[str, list[int]]:
    """Return for each word: how often in the title, how often in the text, what stands beside it.

    That is a bit for each next word, by its hash, and eight bits higher one for each word before:
    enough to tell, of many texts, the few in which words stand as in a quoted phrase.
    """
    found: dict[str, list[int]] = {}
    for where, scanned in ((IN_TITLE, title), (IN_TEXT, text)):
        for word in (*scanned.words, *scanned.joined):
            found.setdefault(word, [0, 0, 0])[where] += 1
        for word, following in zip(scanned.words, scanned.words[1:], strict=False):
            found[word][BESIDE] |= bit_of(following)
            found[following][BESIDE] |= bit_of(word) << 8
    return found


@lru_cache(1 << 16)
def bit_of(word: str) -> int:
    """Return the bit, one of eight, by which a word is known beside another."""
    return 1 << (crc32(fold(word).encode()) & 7)


def dumped(found: dict[str, list[int]]) -> str:
    """Return counted words as JSON: a list of words, then their numbers."""
    return json.dumps(
        [list(found), *zip(*found.values(), strict=True)] if found else [[], [], [], []],
        ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip


def _said(header: Header) -> Iterator[str]:
    """Yield what a header says to readers beside the title."""
    yield header.summary
    for name in ("place", "author", "position", "address"):
        yield getattr(header, name, "")
    if isinstance(header, Contact):
        yield from (*header.phones, *header.email)
    if isinstance(header, Person):
        for mandate in header.mandates:
            yield from (mandate.faction, mandate.office, *mandate.commissions)
    if isinstance(header, Session):
        for question in header.agenda:
            yield from (question.title, question.reporter)


EXTRACT = Extract("search", words_of_text, words_of_file)
