import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.data_sets import DATA_SETS, LEGAL_ACTS, DataSet
from plugins.open_data.tables import BOM, NULL, cell, table

PROPOSED = Path(__file__).parent / "columns.tsv"
NAMES = [column.name for column in LEGAL_ACTS.columns]
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


def read(text: str) -> list[dict[str, str]]:
    """Read a table as any program would."""
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


@given(rows=st.lists(st.dictionaries(st.sampled_from(NAMES), WORDS), max_size=5))
def test_what_is_written_is_read(rows: list[dict[str, str]]) -> None:
    """Every value comes back, an empty one as «null», one that looks like a formula with «'»."""
    expected = [{name: cell(row.get(name)) for name in NAMES} for row in rows]
    assert read(table(LEGAL_ACTS, rows)) == expected


@pytest.mark.parametrize("value", ["=1+1", "+380", "-5", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(value: str) -> None:
    """A spreadsheet shows an editor's text and does not run it."""
    assert cell(value) == f"'{value}"
    assert not cell(value).startswith(("=", "+", "-", "@", "\t"))


def test_empty_is_the_word_of_the_resolution() -> None:
    """An absent column, an empty value and an unknown date are one thing."""
    assert cell(None) == cell("") == NULL


@pytest.mark.parametrize("data_set", DATA_SETS, ids=lambda one: one.name)
def test_columns_are_those_of_the_resolution(data_set: DataSet) -> None:
    """Names, order, types and what is required are as the proposal lists them, letter by letter."""
    with PROPOSED.open(encoding="utf-8", newline="") as lines:
        proposed = list(csv.DictReader(lines, delimiter="\t"))
    expected = [
        (row["column"], row["type"], row["required"] == "req")
        for row in proposed
        if row["set"] == data_set.name
    ]
    assert [(one.name, one.type, one.required) for one in data_set.columns] == expected
    assert all(name.isascii() for name, *_ in expected)
    assert set(data_set.key) <= {name for name, *_ in expected}
