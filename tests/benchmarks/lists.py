"""The lists of the site by the theme's rules, for generators that must be told of each.

A landing page has the newest twenty and leads to years; a year above 150 texts leads to months,
which hold its texts. ``plugins/pages/periods.py`` does the same for our own site.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.council.vocabulary import Vocabulary
from plugins.pages.periods import LONG_YEAR
from tests.benchmarks.document import Document

SECTION_NAMES = {"dokumenty": "Документи", "novyny": "Новини", "oholoshennia": "Оголошення"}


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: ``periods`` are addresses of its years or months, newest first."""

    address: str
    title: str
    periods: tuple[str, ...]
    below: tuple[str, ...]
    is_landing: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """Which lists there are, decided once for a corpus; later texts join them."""

    sizes: Counter[str]

    def of(self, document: Document) -> tuple[str, ...]:
        """Return the addresses of all list pages that count the text."""
        found = []
        for root in document.lists:
            year = f"{root}{document.moment.year}/"
            found += [root, year]
            if self.sizes[year] > LONG_YEAR:
                found.append(f"{year}misiats-{document.moment.month:02}/")
        return tuple(found)

    def crumbs(self, document: Document) -> tuple[str, ...]:
        """Return the addresses of the lists above the text, the nearest last."""
        own = [one for one in self.of(document) if document.address.startswith(one)]
        return tuple(sorted(own, key=len))


def lists_of(documents: Iterable[Document]) -> Lists:
    """Count the texts of every landing page and year."""
    sizes: Counter[str] = Counter()
    for document in documents:
        for root in document.lists:
            sizes.update((root, f"{root}{document.moment.year}/"))
    return Lists(sizes)


def list_pages(documents: Iterable[Document], lists: Lists, words: Vocabulary) -> list[ListPage]:
    """Return every list page that has a text."""
    addresses = sorted({address for document in documents for address in lists.of(document)})
    roots = {address for document in documents for address in document.lists}
    children: dict[str, list[str]] = {}
    for address in addresses:
        children.setdefault(parent(address), []).append(address)
    return [
        ListPage(
            address=address,
            title=_title(address, words),
            periods=tuple(c for c in reversed(children.get(address, ())) if c not in roots),
            below=tuple(c for c in children.get(address, ()) if c in roots),
            is_landing=address in roots,
        )
        for address in addresses
    ]


def parent(address: str) -> str:
    """Return the address above: ``/novyny/2021/`` → ``/novyny/``."""
    return address.rstrip("/").rpartition("/")[0] + "/"


def _title(address: str, words: Vocabulary) -> str:
    last = address.rstrip("/").rpartition("/")[2]
    entry = words.topics.get(last) or words.bodies.get(last) or words.act_kinds.get(last)
    if entry:
        return entry.name()
    return SECTION_NAMES.get(last) or last.replace("misiats-", "Місяць ")
