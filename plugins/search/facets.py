"""What texts are counted and chosen by: kind, body, year, status, topic; a few bytes a text."""

import json
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.output import Site

FIRST_YEAR = 1989
FIRST_DAY = date(FIRST_YEAR, 12, 31).toordinal()
EXPIRED, WITHDRAWN = "expired", "withdrawn"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text is chosen by: slugs; ``day`` is an ordinal from 1990, 0 when it has none."""

    id: int
    kind: str
    body: str
    status: str
    topics: tuple[str, ...]
    day: int


Named = tuple[tuple[str, str], ...]
"""Slugs with their names; their order matters, so no mapping."""


@dataclass(frozen=True, slots=True)
class Names:
    """The values of each facet with their names, in an order that the numbers of columns mean."""

    kinds: Named
    bodies: Named
    statuses: Named
    topics: Named


KINDS = (
    "news", "announcements", "reports", "bills", "sessions", "minutes", "pages", "units", "people",
    "services",
)  # fmt: skip
STATUSES = (
    "in_force",
    "amended",
    "suspended",
    "restored",
    "repealed",
    "upcoming",
    "never_in_force",
)


def names_of(site: Site) -> Names:
    """Return what the site calls the values of facets."""
    words, vocabulary = site.theme.words("uk"), site.vocabulary
    return Names(
        kinds=(*_named(vocabulary.act_kinds), *((kind, words[f"kind_{kind}"]) for kind in KINDS)),
        bodies=_named(vocabulary.bodies),
        statuses=(
            *((one, words[f"status_{one}"]) for one in STATUSES),
            (EXPIRED, words["expired_mark"]), (WITHDRAWN, words["withdrawn_mark"]),
        ),
        topics=_named(vocabulary.topics),
    )  # fmt: skip


def _named(entries: Mapping[str, Entry]) -> Named:
    return tuple((slug, entry.name()) for slug, entry in entries.items())


def status_of(text: Text, site: Site) -> str:
    """Return how a text stands: «expired» and «withdrawn», of an act whether it is in force."""
    if text.withdrawn:
        return WITHDRAWN
    if text.path in site.register.expired:
        return EXPIRED
    return site.register.standing(text).status if text.kind == "acts" else ""


def kind_of(text: Text) -> str:
    """Return the kind by which a text is chosen, of an act «rishennia»."""
    return text.act_kind if text.kind == "acts" else text.kind


def facts_of(id_: int, text: Text, status: str) -> Facts:
    """Return what a text is chosen by."""
    day = max(text.day.toordinal() - FIRST_DAY, 1) if text.day is not None else 0
    return Facts(id_, kind_of(text), text.body, status, text.topics, day)


def facets(facts: Iterable[Facts], names: Names, ids: int) -> bytes:
    """Return what every query needs: a sort of each text, and its year.

    Sorts are (kind, body, status), each by its place in ``names`` from 1, as JSON in a head whose
    length stands first (four bytes); then three columns as long as there are ids: the number of
    the sort in two, years from 1990 in one. No text has an id whose sort is 0.
    """
    places = [_places(one) for one in (names.kinds, names.bodies, names.statuses)]
    sorts: dict[tuple[int, ...], int] = {(0, 0, 0): 0}
    columns = [bytearray(ids) for _ in range(3)]
    for one in facts:
        slugs = (one.kind, one.body, one.status)
        sort = tuple(place.get(slug, 0) for place, slug in zip(places, slugs, strict=True))
        number = sorts.setdefault(sort, len(sorts))
        columns[0][one.id], columns[1][one.id] = number & 255, number >> 8
        columns[2][one.id] = one.day and date.fromordinal(one.day + FIRST_DAY).year - FIRST_YEAR
    head = json.dumps(list(sorts), separators=(",", ":")).encode()
    return struct.pack("<I", len(head)) + head + b"".join(columns)


def topics(facts: Iterable[Facts], names: Names, ids: int) -> bytes:
    """Return the topics of all texts as bits, a column for each eight."""
    places = {slug: at for at, (slug, _) in enumerate(names.topics)}
    columns = [bytearray(ids) for _ in range((len(places) + 7) // 8)]
    for one in facts:
        for slug in one.topics:
            columns[places[slug] // 8][one.id] |= 1 << (places[slug] % 8)
    return b"".join(columns)


def days(facts: Iterable[Facts], ids: int) -> bytes:
    """Return the days of all texts from 1990, low bytes and high bytes in two columns."""
    low, high = bytearray(ids), bytearray(ids)
    for one in facts:
        low[one.id], high[one.id] = one.day & 255, one.day >> 8
    return bytes(low + high)


def _places(names: Named) -> dict[str, int]:
    return {slug: at for at, (slug, _) in enumerate(names, 1)}
