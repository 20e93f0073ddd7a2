"""Lists for programs, a page for each year: a text never moves to another page.

``next`` leads to the younger year and is written once there is one; ``first`` is the oldest.
Which year is the last only the index says (``akty.json``), so that a new year changes the
index and one page, whatever the size of the archive.
"""

from typing import Any

from plugins.council.data_sets import list_file
from plugins.council.year_pages import YearPage
from plugins.output.json_text import as_json


def links(place: YearPage, url: str) -> dict[str, str]:
    """Return the addresses of the page itself and of those beside it."""
    years = {
        "self": place.year, "first": place.first, "prev": place.before, "next": place.after,
    }  # fmt: skip
    found = {name: _address(place.name, year, url) for name, year in years.items() if year}
    return {**found, "index": f"{url}/{list_file(place.name)}"}


def page(place: YearPage, key: str, records: list[dict[str, Any]], url: str) -> str:
    """Return a page of a list: its records stand under ``key``."""
    about = {"year": place.year, "total": len(records), "links": links(place, url)}
    return as_json({**about, key: records})


def render_index(kind: str, years: tuple[tuple[int, int], ...], url: str) -> str:
    """Return the years of a list of texts of a kind, oldest first, with how many each has."""
    known = sorted(years)
    ends = (known[0], known[-1]) if known else ()
    return as_json({
        "total": sum(total for _, total in known),
        "links": {
            name: _address(kind, year, url)
            for name, (year, _) in zip(("first", "last"), ends, strict=False)
        },
        "years": [
            {"year": year, "total": total, "url": _address(kind, year, url)}
            for year, total in known
        ],
    })  # fmt: skip


def _address(kind: str, year: int, url: str) -> str:
    return f"{url}/{list_file(kind, year)}"
