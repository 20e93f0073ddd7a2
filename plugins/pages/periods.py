"""Lists in time: the newest on a landing page, then a page a year, a month where a year is long.

There is no «page 2»: a text stays on the page of its own date for ever, so a new text touches
its landing page and its year, whatever the size of the archive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plugins.council.dates import as_date
from plugins.council.text import Text
from plugins.output import Collection

NEWEST = 20  # texts on a landing page
LONG_YEAR = 150  # texts; a longer year is shown by months


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year (``month`` is 0) or a month of a list; ``texts`` newest first.

    ``months`` are those of a long year, newest first, whose own pages hold the texts.
    """

    address: str
    year: int
    month: int
    texts: tuple[Text, ...]
    months: tuple["Period", ...] = ()

    @property
    def size(self) -> int:
        """How many texts belong to the period."""
        return len(self.texts) or sum(month.size for month in self.months)


def years(collection: Collection) -> tuple[Period, ...]:
    """Return the years of a list, newest first."""
    return tuple(
        _year(collection.address, year, tuple(texts)) for year, texts in _by_year(collection)
    )


def _by_year(collection: Collection) -> Iterator[tuple[int, Iterator[Text]]]:
    return groupby(collection.texts, lambda text: _date(text)[0])


def _year(root: str, year: int, texts: tuple[Text, ...]) -> Period:
    address = f"{root}{year}/"
    if len(texts) <= LONG_YEAR:
        return Period(address=address, year=year, month=0, texts=texts)
    months = tuple(
        Period(address=f"{address}misiats-{month:02}/", year=year, month=month, texts=tuple(some))
        for month, some in groupby(texts, lambda text: _date(text)[1])
    )
    return Period(address=address, year=year, month=0, texts=(), months=months)


def _date(text: Text) -> tuple[int, int]:
    assert text.moment is not None
    date = as_date(text.moment)
    return date.year, date.month
