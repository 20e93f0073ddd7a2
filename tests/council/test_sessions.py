from datetime import UTC, date, datetime

import pytest

from plugins.council.sessions import (
    anchor,
    composition,
    considered,
    question_result,
    result_of,
    told_from,
)


@pytest.mark.parametrize(
    ("in_favour", "of", "result"),
    [
        (22, 42, "прийнято"),
        (21, 42, "не прийнято"),
        (22, 43, "прийнято"),
        (21, 43, "не прийнято"),
        (0, 42, "не прийнято"),
        (42, None, None),
    ],
)
def test_more_than_half_of_the_full_composition_decides(
    in_favour: int, of: int | None, result: str | None
) -> None:
    """Half is not enough, who came does not matter, and nothing is claimed of the unknown."""
    assert result_of(in_favour, of) == result


def test_a_convocation_may_have_a_composition_of_its_own() -> None:
    """It comes before that of the body; without either nothing is known."""
    body = {"composition": 42, "convocations": [{"number": 7, "composition": 36}, {"number": 8}]}
    assert [composition(body, number) for number in (7, 8, 9)] == [36, 42, 42]
    assert composition({"convocations": None, "composition": None}, 8) is None


def test_what_is_missing_is_told_from_the_end_of_the_next_day() -> None:
    """A session of 2 October leaves the whole third for its video, in Kyiv's time."""
    assert told_from(date(2026, 10, 2)) == datetime(2026, 10, 3, 21, tzinfo=UTC)


def test_a_question_has_a_place() -> None:
    """Its number makes the address."""
    assert [anchor(item) for item in ("1", "2.1", "3-а")] == [
        "pytannia-1", "pytannia-2-1", "pytannia-3-a",
    ]  # fmt: skip


def test_what_the_minutes_say_comes_before_the_count() -> None:
    """A stated result stands; without it votes are counted; without votes nothing is known."""
    body = {"composition": 42}
    assert question_result("не розглядали", None, body, 8) == "не розглядали"
    assert question_result("не прийнято", 42, body, 8) == "не прийнято"
    assert question_result(None, 22, body, 8) == "прийнято"
    assert question_result(None, None, body, 8) is None


def test_an_agenda_becomes_what_was_done_when_its_record_is_due() -> None:
    """Until then only what was voted on is told of."""
    day, due = date(2026, 10, 2), datetime(2026, 10, 3, 21, tzinfo=UTC)
    assert considered(("1", "2"), ("2",), day, due.replace(hour=20)) == ("2",)
    assert considered(("1", "2"), ("2",), day, due) == ("1", "2")
