"""Lists for programs, a page for each year: a text never moves to another page.

``next`` leads to the younger year and is written once there is one; ``first`` is the oldest.
Which year is the last only the index says (``akty.json``), so that a new year changes the
index and one page, whatever the size of the archive.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from plugins.council.data_sets import FOLDER


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a list stands: the ``name`` of the list, its year, the years around it."""

    name: str
    year: int
    first: int
    before: int | None
    after: int | None


def places(name: str, years: Iterable[int]) -> Mapping[int, Place]:
    """Return the place of each year's page."""
    known = sorted(years)
    neighbours = pairwise([None, *known, None])
    before, after = {}, {}
    for one, other in neighbours:
        if other is not None:
            before[other] = one
        if one is not None:
            after[one] = other
    return {one: Place(name, one, known[0], before[one], after[one]) for one in known}


def list_path(name: str, year: int | None = None) -> str:
    """Return the path of a page of a list, or of the index of its years."""
    return f"{FOLDER}/{name}{f'-{year}' if year else ''}.json"


def links(place: Place, url: str) -> dict[str, str]:
    """Return the addresses of the page itself and of those beside it."""
    years = {
        "self": place.year, "first": place.first, "prev": place.before, "next": place.after,
    }  # fmt: skip
    found = {name: _address(place.name, year, url) for name, year in years.items() if year}
    return {**found, "index": f"{url}/{list_path(place.name)}"}


def page(place: Place, key: str, records: list[dict[str, Any]], url: str) -> str:
    """Return a page of a list: its records stand under ``key``."""
    about = {"year": place.year, "total": len(records), "links": links(place, url)}
    return as_json({**about, key: records})


def render_index(name: str, years: tuple[tuple[int, int], ...], url: str) -> str:
    """Return the years of a list, oldest first, with how many texts each has."""
    known = sorted(years)
    return as_json({
        "total": sum(total for _, total in known),
        "links": {
            "first": _address(name, known[0][0], url), "last": _address(name, known[-1][0], url),
        },
        "years": [
            {"year": year, "total": total, "url": _address(name, year, url)}
            for year, total in known
        ],
    })  # fmt: skip


def _address(name: str, year: int, url: str) -> str:
    return f"{url}/{list_path(name, year)}"


def as_json(value: object) -> str:
    """Return JSON that people can read and programs compare."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
