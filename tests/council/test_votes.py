from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.votes import VOTES, Vote, VotesError, VoteTable, read_votes

NAMES = st.lists(st.text("абвгґ", min_size=2, max_size=4), min_size=1, max_size=6, unique=True)


def table(*rows: str) -> VoteTable:
    """Return what is read of a table with these rows."""
    return read_votes("\n".join(rows).encode())


def faults(*rows: str) -> list[str]:
    """Return what is wrong with a table, each fault with its line."""
    with pytest.raises(VotesError) as caught:
        table(*rows)
    return [f"{fault.line}: {fault.message}" for fault in caught.value.faults]


def nonzero(tally: dict[Vote, int]) -> dict[Vote, int]:
    """Return the votes that somebody gave."""
    return {vote: count for vote, count in tally.items() if count}


@pytest.mark.parametrize(
    ("written", "vote"),
    [
        ("За", "За"), ("за", "За"), ("ЗА", "За"), ("Проти", "Проти"),
        ("Утримався", "Утримався"), ("утрималась", "Утримався"), ("Утрималася", "Утримався"),
        ("утримались", "Утримався"), ("утрималися", "Утримався"),
        ("Не голосував", "Не голосував"), ("не голосувала", "Не голосував"),
        ("Не  голосували", "Не голосував"), ("Відсутній", "Відсутній"),
        ("відсутня", "Відсутній"), ("відсутні", "Відсутній"),
    ],
)  # fmt: skip
def test_every_word_is_understood(written: str, vote: Vote) -> None:
    """A vote may be written of a man, a woman or several, in any letters."""
    assert table("Депутат;1", f"А;{written}").rows[0].votes == (vote,)


@pytest.mark.parametrize(
    "data",
    [
        "Депутат;1;2\nА;За;Проти\n",
        "\ufeffДепутат;1;2\r\nА;За;Проти\r\n",
        "Депутат,1,2\nА,За,Проти\n",
        'депутат;1;2;;\n"А";"За"; Проти ;;\n;;;;\n\n',
        "Депутати;1;2\nА;За;Проти\nЗа;1;0\nПроти;0;1\nВідсутні;0;0\n",
    ],
)
def test_tables_of_every_spreadsheet_are_one(data: str) -> None:
    """BOM, line ends, separators, quotes, empty cells and totals change nothing."""
    read = read_votes(data.encode())
    assert read.questions == ("1", "2")
    assert read.of("А") == {"1": "За", "2": "Проти"}


def test_a_table_says_who_voted_how() -> None:
    """Tallies count, names are those of the table in its order."""
    read = table("Депутат;1;2.1", "Б;За;Проти", "А;За;Відсутня", "В;Утримався;Проти")
    assert nonzero(read.tallies["1"]) == {"За": 2, "Утримався": 1}
    assert nonzero(read.tallies["2.1"]) == {"Проти": 2, "Відсутній": 1}
    assert read.names("1")["За"] == ("Б", "А")
    assert read.of("Г") == {}


def test_names_are_compared_with_one_apostrophe() -> None:
    """However an apostrophe is typed, it is one name; the sheet knows its line."""
    read = table("Депутат;1", "Мар'яна  Зразкова;За")
    assert read.sheet.questions == ("1",)
    assert read.sheet.deputies == (("Мар’яна Зразкова", 2),)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([""], ["1: перший рядок – «Депутат» і номери питань. Напишіть так: Депутат;1;2;3."]),
        (
            ["Прізвище;1", "А;За"],
            ["1: перший рядок – «Депутат» і номери питань. Напишіть так: Депутат;1;2;3."],
        ),
        (
            ["Депутат", "А"],
            ["1: перший рядок – «Депутат» і номери питань. Напишіть так: Депутат;1;2;3."],
        ),
        (
            ["Депутат;1;;3", "А;За;;За"],
            ["1: є колонка без номера питання. Напишіть номер або вилучіть колонку."],
        ),
        (["Депутат;1;1", "А;За;За"], ["1: питання 1 стоїть двічі. Лишіть одну колонку."]),
        (
            ["Депутат;1", "За;0"],
            ["1: у таблиці немає жодного депутата. Допишіть рядок для кожного."],
        ),
        (
            ["Депутат;1;2", "А;За"],
            [
                "2: немає голосу з питання 2. Хто був, але не голосував, – «Не голосував»; "
                "кого не було – «Відсутній»."
            ],
        ),
        (
            ["Депутат;1", "А;+"],
            [
                "2: «+» (питання 1) – не голос. Пишуть: За, Проти, Утримався, Не голосував, "
                "Відсутній."
            ],
        ),
        (
            ["Депутат;1", "А;За;Проти"],
            ["2: «Проти» стоїть далі за останнє питання. Вилучіть зайву клітинку."],
        ),
        (
            ["Депутат;1", ";За"],
            ["2: рядок без імені. Напишіть у першій колонці, хто так голосував."],
        ),
        (["Депутат;1", "А;За", "А;За"], ["3: «А» уже є в рядку 2. Лишіть один рядок."]),
        (
            ["Депутат;1;2", "А;За;Проти", "За;2;0", "Проти;0;"],
            [
                "3: питання 1: записано «2», а за іменами 1. Виправте число або голоси.",
                "4: питання 2: записано «», а за іменами 1. Виправте число або голоси.",
            ],
        ),
        (["Депутат;1", "А;За\x07"], ["2: недрукований знак U+0007 після «А;За». Вилучіть його."]),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(rows: list[str], told: list[str]) -> None:
    """Whatever is wrong is told with the line and how to write it."""
    assert faults(*rows) == told


def test_all_faults_are_told_at_once() -> None:
    """Nobody mends a table one fault at a time."""
    assert len(faults("Депутат;1;2", "А;так;За", "Б;За", "А;ні;За", ";За;За;За")) == 6


def test_another_encoding_is_told() -> None:
    """A table saved as Windows-1251 is refused by its line."""
    with pytest.raises(VotesError, match="не в кодуванні UTF-8"):
        read_votes("Депутат;1\nА;За\n".encode("cp1251"))


@given(NAMES, st.data())
def test_tallies_equal_names_in_any_order(names: list[str], data: st.DataObject) -> None:
    """Each question has as many votes as deputies, and no order of rows changes a tally."""
    questions = data.draw(st.integers(1, 4))
    ballots = st.lists(st.sampled_from(VOTES), min_size=questions, max_size=questions)
    rows = [";".join([name, *data.draw(ballots)]) for name in names]
    head = ";".join(["Депутат", *map(str, range(1, questions + 1))])
    read = table(head, *rows)
    for question, tally in read.tallies.items():
        assert sum(tally.values()) == len(names)
        assert tally == {vote: len(who) for vote, who in read.names(question).items()}
    assert table(head, *data.draw(st.permutations(rows))).tallies == read.tallies
    assert table(head, *rows, *totals(read)) == read


def totals(read: VoteTable) -> Iterable[str]:
    """Return rows of totals that agree with the names."""
    for vote in VOTES:
        yield ";".join([vote, *(str(tally[vote]) for tally in read.tallies.values())])
