"""Finding personal data that a Markdown table keeps in columns: a head says what cells are."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found, numbers
from plugins.checks.personal_births import birthday
from plugins.checks.personal_contacts import contacts
from plugins.checks.personal_health import of_row
from plugins.checks.personal_numbers import is_rnokpp, masked

_OF_NUMBERS = pattern(r"рнокпп|\bіпн\b|ідентиф|платник|паспорт|серія", re.I)
_OF_PHONES = pattern(r"\bтел|\bмоб|\bкод\b", re.I)
_OF_BIRTH = pattern(r"дат\w* народж|народжен|р\. ?н\.|д\. ?н\.", re.I)
_OF_SUMS = pattern(
    r"\bгрн|гривен|гривн|\bсум[аи]\b|\bплан\b|\bфакт\b|вартість|видатк|надходж", re.I
)
_SUM = re.compile(r"[ \u00a0*_]*-?[0-9][0-9 \u00a0]*(?:[.,][0-9]{1,3})?[ \u00a0*_]*")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*")
_FIGURES = 10  # of a taxpayer's number, each in a cell of its own, as forms have them


def in_tables(text: str) -> Iterator[Found]:
    """Yield what is personal in rows of tables, each where its row begins."""
    heads: list[str] = []
    offset, before = 0, ""
    for line in text.split("\n"):
        if "|" not in line:
            heads = []
        elif _RULE.fullmatch(line):
            heads = _cells(before)
            yield from _figures(offset - len(before) - 1, heads)
        elif heads:
            for found in _of_row(heads, _cells(line)):
                yield found._replace(offset=offset)
        offset, before = offset + len(line) + 1, line


def without_sums(text: str) -> str:
    """Put spaces where a table has sums: a column whose head says hryvnias holds nobody's number.

    The text stays as long as it was.
    """
    if "\n|" not in text:
        return text
    lines = text.split("\n")
    of_sums: list[bool] = []
    for at, line in enumerate(lines):
        if "|" not in line:
            of_sums = []
        elif _RULE.fullmatch(line):
            of_sums = _columns_of_sums(lines[at - 1]) if at else []
        elif of_sums:
            lines[at] = _row_without_sums(of_sums, line)
    return "\n".join(lines)


def _columns_of_sums(head: str) -> list[bool]:
    """Say of each column whether it holds sums; nothing where there is none, or numbers beside."""
    heads = _cells(head)
    of_sums = [_OF_SUMS.search(one) is not None for one in heads]
    return of_sums if any(of_sums) and not _OF_NUMBERS.search(" ".join(heads)) else []


def _row_without_sums(of_sums: list[bool], line: str) -> str:
    cells = line.split("|")
    first = 1 if line.lstrip().startswith("|") else 0
    for is_sum, number in zip(of_sums, range(first, len(cells)), strict=False):
        if is_sum and _SUM.fullmatch(cells[number]):
            cells[number] = " " * len(cells[number])
    return "|".join(cells)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _of_row(heads: list[str], cells: list[str]) -> Iterator[Found]:
    yield from _figures(0, cells)
    said, row = " ".join(heads), " ".join(cells)
    if named := _OF_NUMBERS.findall(said):
        row_said = f"{' '.join(named)}: {row}"
        yield from numbers(row_said, row_said.lower())
    if _OF_PHONES.search(said):
        yield from contacts(row)
    yield from of_row(said, row)
    for head, cell in zip(heads, cells, strict=False):
        if _OF_BIRTH.search(head):
            yield from birthday(cell)


def _figures(offset: int, cells: list[str]) -> Iterator[Found]:
    """Yield a taxpayer's number of which each figure has a cell of its own."""
    figures = "".join(cell if re.fullmatch("[0-9]", cell) else " " for cell in cells)
    for run in figures.split():
        if len(run) == _FIGURES and is_rnokpp(run):
            yield Found(offset, "РНОКПП (ідентифікаційний номер)", masked(run))
