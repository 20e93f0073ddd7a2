"""What texts are counted and chosen by: kind, body, year, status, topic; a few bytes a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.council.text import Text
from plugins.output import Site

FIRST_DAY = date(1990, 1, 1).toordinal()
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


@dataclass(frozen=True, slots=True)
class Names:
    """The values of each facet with their names, in an order that the numbers of columns mean."""

    kinds: Mapping[str, str]
    bodies: Mapping[str, str]
    statuses: Mapping[str, str]
    topics: Mapping[str, str]


KINDS = (
    "news", "announcements", "reports", "bills", "sessions", "minutes", "pages", "units", "people",
    "services",
)  # fmt: skip
STATUSES = (
    "in_force", "amended", "suspended", "restored", "repealed", "upcoming", "never_in_force",
)


def names_of(site: Site) -> Names:
    """Return what the site calls the values of facets."""
    words, vocabulary = site.theme.words("uk"), site.vocabulary
    marks = {EXPIRED: words["expired_mark"], WITHDRAWN: words["withdrawn_mark"]}
    return Names(
        kinds={
            **{slug: entry.name() for slug, entry in vocabulary.act_kinds.items()},
            **{kind: words[f"kind_{kind}"] for kind in KINDS},
        },
        bodies={slug: entry.name() for slug, entry in vocabulary.bodies.items()},
        statuses={**{one: words[f"status_{one}"] for one in STATUSES}, **marks},
        topics={slug: entry.name() for slug, entry in vocabulary.topics.items()},
    )


def status_of(text: Text, site: Site) -> str:
    """Return how a text stands: «expired» and «withdrawn», of an act whether it is in force."""
    if text.withdrawn:
        return WITHDRAWN
    if text.path in site.register.expired:
        return EXPIRED
    return site.register.standing(text).status if text.kind == "acts" else ""


def facts_of(id_: int, text: Text, status: str) -> Facts:
    """Return what a text is chosen by."""
    kind = text.act_kind if text.kind == "acts" else text.kind
    day = max(text.day.toordinal() - FIRST_DAY, 1) if text.day is not None else 0
    return Facts(id_, kind, text.body, status, text.topics, day)


def facets(facts: Iterable[Facts], names: Names, ids: int) -> bytes:
    """Return the columns of all texts, one after another, each as long as there are ids.

    Kind, body and status by their places in ``names``, from 1 (0 means none: no text has such
    an id when its kind is 0); topics as bits, a column for each eight; the difference of days to
    the text before, two bytes in two columns.
    """
    places = [_places(one) for one in (names.kinds, names.bodies, names.statuses)]
    topics = {slug: at for at, slug in enumerate(names.topics)}
    columns = [bytearray(ids) for _ in range(3 + (len(topics) + 7) // 8)]
    days = [0] * ids
    for one in facts:
        for column, place, slug in zip(
            columns, places, (one.kind, one.body, one.status), strict=False
        ):
            column[one.id] = place.get(slug, 0)
        for slug in one.topics:
            columns[3 + topics[slug] // 8][one.id] |= 1 << (topics[slug] % 8)
        days[one.id] = one.day
    steps = [(day - before) & 0xFFFF for before, day in zip([0, *days], days, strict=False)]
    return b"".join([
        *columns, bytes(step & 255 for step in steps), bytes(step >> 8 for step in steps),
    ])  # fmt: skip


def _places(names: Mapping[str, str]) -> dict[str, int]:
    return {slug: at for at, slug in enumerate(names, 1)}
