"""The number of each text in the index: its line in the ledger, for ever the same.

Texts not yet in the ledger stand after it by their dates, each month with room to spare: one that
comes late moves the others of its month, not all that are younger.
"""

from collections.abc import Iterator

from plugins.council.text import Text
from plugins.output import Site

WITHOUT_PAGE = "alerts"
LEAST = 16  # ids of a month

Months = dict[tuple[int, int], list[Text]]
"""Texts by year and month; those without a date by zeros."""


def numbered(site: Site) -> Iterator[tuple[int, Text]]:
    """Yield every text that has a page, with its number."""
    lines: dict[str, int] = {}
    for at, line in enumerate(site.ledger):
        lines.setdefault(line.identity, at)  # one that moved has another line, and its first id
    new: Months = {}
    for text in site.register.texts:
        if text.kind == WITHOUT_PAGE:
            continue
        if (own := lines.get(text.identity)) is not None and text.lang == "uk":
            yield own, text
        else:
            month = (text.day.year, text.day.month) if text.day is not None else (0, 0)
            new.setdefault(month, []).append(text)
    yield from _in_months(new, len(site.ledger))


def _in_months(months: Months, first: int) -> Iterator[tuple[int, Text]]:
    """Yield the texts of each month in its room; those that find none follow all months."""
    every, late = list(_all_months(months)), []
    most = room(sum(map(len, months.values())), len(every))
    for month in every:
        texts = sorted(months.get(month, ()), key=_by_moment)
        yield from enumerate(texts[:most], first)
        late += texts[most:]
        first += most
    yield from enumerate(sorted(late, key=_by_moment), first)


def _all_months(months: Months) -> Iterator[tuple[int, int]]:
    """Yield all months of each year that has one: the first text of a month moves nothing."""
    for year in sorted({year for year, _ in months}):
        yield from ((year, month) for month in (range(1, 13) if year else (0,)))


def room(texts: int, months: int) -> int:
    """Return how many ids each month has: a power of two, twice as many as it needs or more.

    It is another only when the archive has doubled, and then all ids are.
    """
    mean = -(-texts // max(months, 1))
    return max(LEAST, 1 << max(2 * mean - 1, 0).bit_length())


def _by_moment(text: Text) -> tuple[float, str]:
    return -text.order[0], text.path
