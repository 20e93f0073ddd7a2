"""The neighbours of some texts: what rules must know of the archive to judge these, and no more.

To make a record of each of 20,000 cards takes longer than all else that the check of one saved file
does. A card that has neither the address nor the identity of a text somewhere in it, and that the
text does not name, cannot be at odds with it; cards are asked as they lie in the store, as strings.
"""

from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import NamedTuple

from plugins.council.files import ContentFile
from plugins.council.problem import Problem
from plugins.council.text import Details, Text
from plugins.incremental import archive
from plugins.incremental.cards import load_text
from plugins.incremental.reading import Content, details_in
from plugins.incremental.store import Store

_OF_ALL = ("sessions", "people", "minutes", "units", "data")
"""Kinds of which rules count or name all: votes, deputies, phones of offices."""


class _Row(NamedTuple):
    path: str
    card: str
    problems: str


def near_content(store: Store, place: Callable[[str], str], files: Set[str]) -> Content | None:
    """Return the files asked about and their neighbours, ``None`` where rules must know all."""
    if any(not path.endswith(".md") or path.partition("/")[0] in _OF_ALL for path in files):
        return None
    if any(not path.isascii() for path in files) or store.has_alike(_starts(files)):
        return None
    details = details_in(store)
    own = [_text(row, details) for row in map(_Row._make, store.sources_at(files)) if row.card]
    if any(one.sort == "act" and text.kind != "news" for text in own for one in text.mentions):
        return None  # what is in force hangs on acts that are named by acts that are named …
    signs = {sign for text in own for sign in _signs(text)}
    if not all(map(str.isascii, signs)):
        return None
    near = {*files, *(path for text in own for path in named(text)), *store.holding(signs)}
    rows = [_Row._make(row) for row in store.sources_at(near)]
    return Content(
        texts=tuple(_text(row, details) for row in rows if _is_text(row) and row.card),
        faulty=frozenset(row.path for row in rows if not row.card and _problems(row)),
        files=dict(_files(rows)),
        place=place,
        problems=tuple(one for row in rows for one in _problems(row)),
    )


def _starts(files: Set[str]) -> set[str]:
    """Return the paths and the folders above them: no other may differ in capitals only."""
    return {*files, *(path[: at + 1] for path in files for at, s in enumerate(path) if s == "/")}


def named(text: Text) -> Iterator[str]:
    """Yield the paths and identities that a text names."""
    yield from (reference.target for reference in text.references)
    yield from (mention.target for mention in text.mentions)


def _signs(text: Text) -> Iterator[str]:
    """Yield what another card holds that has to do with this text, in small letters."""
    yield f'"{text.path}"'.lower()
    yield f'"{text.identity}"'.lower()
    for address in (text.address, *text.aliases):
        yield f'"{address.rstrip("/")}'.lower()
    yield from (f'"{one.target}"'.lower() for one in text.mentions if one.sort == "act")


def _is_text(row: _Row) -> bool:
    return row.path.endswith(".md")


def _text(row: _Row, details: Callable[[str], Details]) -> Text:
    return load_text(row.path, row.card, partial(details, row.path))


def _files(rows: list[_Row]) -> Iterator[tuple[str, ContentFile]]:
    for row in rows:
        if row.card and not _is_text(row):
            yield row.path, archive.load_file(row.card)


def _problems(row: _Row) -> tuple[Problem, ...]:
    return archive.load_problems(row.problems) if row.problems else ()
