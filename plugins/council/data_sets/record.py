"""What a data set is: its name, its columns and where its tables lie."""

from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "date", "integer", "decimal", "anyURI"]

FOLDER = "vidkryti-dani"
"""Where the page of data sets answers and the sets lie below it."""

PURPOSE = "Закон України «Про доступ до публічної інформації», ст. 10-1; постанова КМУ № 835"
PERIODICITY = "щойно з’являється новий запис"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, its title for people and its type (XML Schema).

    ``required`` is what the resolution says of it; a fact that nobody knows is «null» all the same.
    """

    name: str
    title: str
    type: Type = "string"
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set: ``name`` by the resolution, ``slug`` in addresses, what it is for.

    ``key`` are the columns that together tell one row from another. ``yearly`` sets have a table
    for each year, others a single one. ``empty`` says to a person why there may be no rows.
    """

    name: str
    slug: str
    title: str
    description: str
    keywords: tuple[str, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("uid",)
    yearly: bool = True
    formats: tuple[str, ...] = ("CSV",)
    empty: str = ""

    def file(self, year: int | None) -> str:
        """Return the path of the set's table (of a year) in the output folder."""
        return f"{FOLDER}/{self.slug}{f'-{year}' if year else ''}.csv"
