"""A table of votes by name: written by a person in a spreadsheet, saved as CSV beside a session.

The first row is «Депутат» and the numbers of questions, then comes a row a deputy. Rows «За»,
«Проти» … with numbers are totals that must equal the names (law 280/97-ВР art. 59(3): votes by
name are public and a part of the minutes).
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from plugins.council.front_matter import decode
from plugins.council.header_yaml import FrontMatterError

Vote = Literal["За", "Проти", "Утримався", "Не голосував", "Відсутній"]
VOTES: tuple[Vote, ...] = get_args(Vote)
"""What a deputy may do, in the order in which minutes count it."""

_WORDS: dict[str, Vote] = {
    "за": "За",
    "проти": "Проти",
    **dict.fromkeys(
        ("утримався", "утрималася", "утрималась", "утрималися", "утримались"), "Утримався"
    ),
    **dict.fromkeys(("не голосував", "не голосувала", "не голосували"), "Не голосував"),
    **dict.fromkeys(("відсутній", "відсутня", "відсутні"), "Відсутній"),
}  # fmt: skip
_APOSTROPHES = str.maketrans("'ʼ‘`´", "’’’’’")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong on a line of the table, in words for whoever wrote it."""

    line: int
    message: str


class VotesError(ValueError):
    """A table that cannot be relied on; ``faults`` are all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table is known for: the numbers of questions, and names with their lines.

    ``present`` says at how many of its votings each of the deputies was there.
    """

    questions: tuple[str, ...]
    deputies: tuple[tuple[str, int], ...]
    present: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ballots:
    """How one deputy voted, question by question; ``line`` is that of the table."""

    deputy: str
    line: int
    votes: tuple[Vote, ...]


@dataclass(frozen=True)
class VoteTable:
    """A table in which every deputy has a vote on every question."""

    questions: tuple[str, ...]
    rows: tuple[Ballots, ...]

    @property
    def sheet(self) -> Sheet:
        """The table without its votes."""
        return Sheet(
            self.questions,
            tuple((row.deputy, row.line) for row in self.rows),
            tuple(sum(vote != "Відсутній" for vote in row.votes) for row in self.rows),
        )

    @cached_property
    def tallies(self) -> dict[str, dict[Vote, int]]:
        """How many votes of each sort a question got, by its number; what nobody did is 0."""
        columns = zip(*(row.votes for row in self.rows), strict=True)
        counted = (Counter(column) for column in columns)
        return {
            question: {vote: count[vote] for vote in VOTES}
            for question, count in zip(self.questions, counted, strict=True)
        }

    def names(self, question: str) -> dict[Vote, tuple[str, ...]]:
        """Return who voted how on a question, in the order of the table."""
        column = self.questions.index(question)
        return {
            vote: tuple(row.deputy for row in self.rows if row.votes[column] == vote)
            for vote in VOTES
        }

    def of(self, deputy: str) -> dict[str, Vote]:
        """Return the votes of a deputy by question, empty when the table has no such name."""
        for row in self.rows:
            if row.deputy == deputy:
                return dict(zip(self.questions, row.votes, strict=True))
        return {}


def is_vote_table(path: str) -> bool:
    """Whether a file of ``content/`` is a table of votes: any CSV beside sessions."""
    return path.startswith("sessions/") and path.lower().endswith(".csv")


def plain_name(name: str) -> str:
    """Return a name as it is compared: one kind of apostrophe, single spaces."""
    return " ".join(name.split()).translate(_APOSTROPHES)


def read_votes(data: bytes) -> VoteTable:
    """Read a table. Raises VotesError with everything that is wrong."""
    reading = _Reading(_rows(data))
    if reading.faults:
        raise VotesError(tuple(sorted(reading.faults)))
    return VoteTable(reading.questions, tuple(reading.ballots.values()))


def _rows(data: bytes) -> list[tuple[int, list[str]]]:
    """Return rows that have something in them with their lines; spaces are made plain."""
    try:
        text = decode(data)
        delimiter = ";" if ";" in text.partition("\n")[0] else ","
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in row]) for row in reader]
    except FrontMatterError as error:
        raise VotesError((Fault(error.line, str(error)),)) from None
    except csv.Error:
        message = "файл не читається як CSV. Збережіть таблицю знову як «CSV UTF-8»."
        raise VotesError((Fault(1, message),)) from None
    return [(line, cells) for line, cells in rows if any(cells)]


class _Reading:
    """Goes through the rows and remembers what it found, faults included."""

    def __init__(self, rows: list[tuple[int, list[str]]]) -> None:
        self.faults: list[Fault] = []
        self.ballots: dict[str, Ballots] = {}
        first, head = rows[0] if rows else (1, [""])
        self.questions = tuple(_without_empty_end(head[1:]))
        self.faults.extend(_of_head(first, head[0], self.questions))
        if self.faults:
            return  # without its head no row means anything
        totals = [(line, cells) for line, cells in rows[1:] if cells[0].lower() in _WORDS]
        for line, cells in rows[1:]:
            if cells[0].lower() not in _WORDS:
                self._deputy(line, cells)
        if not self.ballots and not self.faults:
            self._fault(first, "у таблиці немає жодного депутата. Допишіть рядок для кожного.")
        if not self.faults:
            self._compare(totals)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(line, message))

    def _deputy(self, line: int, cells: list[str]) -> None:
        name = plain_name(cells[0])
        if not name:
            self._fault(line, "рядок без імені. Напишіть у першій колонці, хто так голосував.")
        elif name in self.ballots:
            first = self.ballots[name].line
            self._fault(line, f"«{name}» уже є в рядку {first}. Лишіть один рядок.")
        votes = [self._vote(line, *one) for one in self._cells(line, cells)]
        self.ballots.setdefault(name, Ballots(name, line, tuple(filter(None, votes))))

    def _cells(self, line: int, cells: list[str]) -> list[tuple[str, str]]:
        """Return (question, what is written), and tell of what stands beyond the questions."""
        given, count = _without_empty_end(cells[1:]), len(self.questions)
        if len(given) > count:
            extra = given[count]
            self._fault(line, f"«{extra}» стоїть далі за останнє питання. Вилучіть зайву клітинку.")
        padded = [*given[:count], *[""] * (count - len(given))]
        return list(zip(self.questions, padded, strict=True))

    def _vote(self, line: int, question: str, written: str) -> Vote | None:
        vote = _WORDS.get(written.lower())
        if not written:
            self._fault(
                line,
                f"немає голосу з питання {question}. Хто був, але не голосував, – «Не голосував»; "
                "кого не було – «Відсутній».",
            )
        elif vote is None:
            self._fault(
                line, f"«{written}» (питання {question}) – не голос. Пишуть: {', '.join(VOTES)}."
            )
        return vote

    def _compare(self, totals: list[tuple[int, list[str]]]) -> None:
        tallies = VoteTable(self.questions, tuple(self.ballots.values())).tallies
        for line, cells in totals:
            vote = _WORDS[cells[0].lower()]
            for question, written in self._cells(line, cells):
                counted = str(tallies[question][vote])
                if written != counted:
                    self._fault(
                        line,
                        f"питання {question}: записано «{written}», а за іменами {counted}. "
                        "Виправте число або голоси.",
                    )


def _of_head(line: int, first: str, questions: tuple[str, ...]) -> Iterator[Fault]:
    if first.lower() not in ("депутат", "депутати") or not questions:
        yield Fault(line, "перший рядок – «Депутат» і номери питань. Напишіть так: Депутат;1;2;3.")
        return
    for place, question in enumerate(questions):
        if not question:
            yield Fault(line, "є колонка без номера питання. Напишіть номер або вилучіть колонку.")
        elif question in questions[:place]:
            yield Fault(line, f"питання {question} стоїть двічі. Лишіть одну колонку.")


def _without_empty_end(cells: list[str]) -> list[str]:
    """Drop the empty cells that spreadsheets leave at the end of a row."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
