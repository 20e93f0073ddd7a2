"""The data sets that a council publishes: names, columns and types.

From the proposal of January 2025 to resolution 835 of 21.10.2015 of the Cabinet of Ministers
(law 2939-VI art. 10-1). Whether it was adopted is not confirmed, so the page says so; its
Cyrillic «І» in some column names is Latin here, its second «motions» is our only one.
"""

from collections.abc import Iterable

from plugins.council.data_sets.acts import LEGAL_ACTS, PROJECTS
from plugins.council.data_sets.people import DEPUTIES, ORG_STRUCTURE
from plugins.council.data_sets.record import (
    FOLDER,
    PERIODICITY,
    PURPOSE,
    Column,
    DataSet,
    Type,
)
from plugins.council.data_sets.register import REGISTER
from plugins.council.data_sets.votes import MOTIONS, VOTINGS
from plugins.council.text import Text

__all__ = [
    "ACT_SCHEMA",
    "BY_KIND",
    "DATA_SETS",
    "DEPUTIES",
    "FOLDER",
    "LEGAL_ACTS",
    "LISTS",
    "MOTIONS",
    "ORG_STRUCTURE",
    "PERIODICITY",
    "PROJECTS",
    "PURPOSE",
    "REGISTER",
    "VOTINGS",
    "Column",
    "DataSet",
    "Type",
    "by_year",
    "list_file",
]

DATA_SETS = (LEGAL_ACTS, PROJECTS, MOTIONS, VOTINGS, DEPUTIES, ORG_STRUCTURE, REGISTER)
"""All sets, in the order in which a person meets them."""

BY_KIND = {"acts": LEGAL_ACTS, "bills": PROJECTS}
"""Kind of content → the data set in which a text of it is a row."""

LISTS = {"acts": "akty", "bills": "proiekty", "sessions": "sesii", "people": "osoby"}
"""Kind of content → the name of its list in JSON."""

ACT_SCHEMA = f"{FOLDER}/act.schema.json"
"""Where the record of an act (data.json) is described to programs."""


def list_file(kind: str, year: int | None = None) -> str:
    """Return the path of a list in JSON: of a year's page, or of the index of its years."""
    return f"{FOLDER}/{LISTS[kind]}{f'-{year}' if year else ''}.json"


def by_year(texts: Iterable[Text]) -> dict[int, list[Text]]:
    """Return texts by the years of their tables, both oldest first.

    A year is that of adoption of an act, of publication of a bill, of a session's beginning.
    """
    found: dict[int, list[Text]] = {}
    for text in texts:
        if text.day is not None:
            found.setdefault(text.day.year, []).append(text)
    return dict(sorted(found.items()))
