"""What headers say that only this report asks: each is read once, and no more of it is kept."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.council.header_base import Excuse
from plugins.council.text import Text
from plugins.output import Site


class Said(NamedTuple):
    """A text with its date of review, its excuses, and whether it has a summary and an owner."""

    text: Text
    review_by: date | None
    excuses: tuple[Excuse, ...]
    summary: bool
    owner: bool


def said_by(site: Site) -> tuple[Said, ...]:
    """Return what all texts say, in order of their paths."""
    return tuple(_all(site))


def _all(site: Site) -> Iterator[Said]:
    for text in site.all_texts:
        header = text.header
        owner = header.owner is not None
        yield Said(text, header.review_by, header.allow, bool(header.summary), owner)
