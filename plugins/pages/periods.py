"""Lists in time: the newest on a landing page, then a page a year, a month where a year is long.

There is no «page 2»: a text stays on the page of its own date for ever, so a new text touches
its landing page and its year, whatever the size of the archive.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from plugins.council.text import Text
from plugins.output import Collection

NEWEST = 20  # texts on a landing page
LONG_YEAR = 150  # texts; a longer year is shown by months


Periods = Mapping[str, tuple["Period", ...]]
"""Years of each list, by its address."""


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
    def newest(self) -> Text:
        """The newest text of the period."""
        return self.texts[0] if self.texts else self.months[0].newest

    @property
    def all_texts(self) -> tuple[Text, ...]:
        """All that belongs to the period, newest first."""
        return self.texts or tuple(text for month in self.months for text in month.texts)

    @property
    def size(self) -> int:
        """How many texts belong to the period."""
        return len(self.texts) or sum(month.size for month in self.months)


def years(collection: Collection) -> tuple[Period, ...]:
    """Return the years of a list, newest first as its texts are; all of them have a date."""
    found = _alike(collection.texts, attrgetter("day.year"))
    return tuple([_year(collection.address, year, texts) for year, texts in found])


def _alike(
    texts: tuple[Text, ...], of: Callable[[Text], int]
) -> Iterator[tuple[int, tuple[Text, ...]]]:
    """Yield the texts of each year or month, newest first as they are.

    Its end is looked for by halves: every build asks this of every list, a text stands in six.
    """
    start = 0
    while start < len(texts):
        one = of(texts[start])
        end = bisect_right(texts, -one, start, key=lambda text: -of(text))
        yield one, texts[start:end]
        start = end


def _year(root: str, year: int, texts: tuple[Text, ...]) -> Period:
    address = f"{root}{year}/"
    if len(texts) <= LONG_YEAR:
        return Period(address=address, year=year, month=0, texts=texts)
    months = tuple(
        Period(address=f"{address}misiats-{month:02}/", year=year, month=month, texts=some)
        for month, some in _alike(texts, attrgetter("month"))
    )
    return Period(address=address, year=year, month=0, texts=(), months=months)
