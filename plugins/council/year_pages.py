"""Pages of a list by year: a text never moves to another page, however many come after it.

The oldest year is the first page, and each leads to the younger one. So a new text changes the
page of its year, and a new year that of the year before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class YearPage:
    """Where a page stands: the ``name`` of its list, its year, the oldest, those on both sides."""

    name: str
    year: int
    first: int
    before: int | None
    after: int | None


def year_pages(name: str, years: Iterable[int]) -> Mapping[int, YearPage]:
    """Return the page of each year."""
    known = sorted(years)
    older = dict(pairwise(known))
    younger = {after: before for before, after in older.items()}
    return {
        year: YearPage(name, year, known[0], younger.get(year), older.get(year)) for year in known
    }
