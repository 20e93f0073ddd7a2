"""Tables as CSV (RFC 4180) that a spreadsheet in Ukrainian opens rightly and safely."""

import csv
import io
from collections.abc import Iterable, Mapping

from plugins.council.data_sets import DataSet
from plugins.output.json_text import as_json

BOM = "\ufeff"  # without it a spreadsheet takes Ukrainian letters for Windows-1251
NULL = "null"  # the word by which the resolution marks an empty cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, str | None]
"""Values by column; a column that is not there is empty."""


def table(data_set: DataSet, rows: Iterable[Row]) -> str:
    """Return the file: a head of column names, and a line for each row."""
    buffer = io.StringIO()
    buffer.write(BOM)
    writer = csv.writer(buffer, lineterminator="\r\n")
    names = [column.name for column in data_set.columns]
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in names])
    return buffer.getvalue()


def cell(value: str | None) -> str:
    """Return a value as a cell: «null» when empty, and never a formula (CWE-1236).

    An apostrophe before «=» keeps a spreadsheet from running what an editor's text says.
    """
    if not value:
        return NULL
    return f"'{value}" if value.startswith(_FORMULA) else value


def table_metadata(data_set: DataSet, name: str) -> str:
    """Return what the table of that file name means, to lie beside it.

    W3C, CSV on the Web: Metadata Vocabulary for Tabular Data. A reader's ``required`` forbids
    «null», so it stands only at the key; what the resolution requires is ``valueRequired``.
    """
    return as_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "uk"}],
            "url": name,
            "dc:title": data_set.title,
            "dc:description": data_set.description,
            "dc:language": "uk",
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
            "tableSchema": {
                "columns": [
                    {
                        "name": column.name,
                        "titles": [column.name, column.title],
                        "datatype": column.type,
                        "null": NULL,
                        "required": column.name in data_set.key,
                        "schema:valueRequired": column.required,
                    }
                    for column in data_set.columns
                ],
                "primaryKey": list(data_set.key),
            },
        }
    )
