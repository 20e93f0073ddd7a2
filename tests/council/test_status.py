from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.status import (
    CHANGES,
    IN_FORCE,
    Event,
    Standing,
    standing_on,
    takes_effect,
)

START = date(2024, 1, 10)
DAYS = st.integers(-30, 60).map(lambda days: START + timedelta(days))
EVENTS = st.lists(st.builds(Event, DAYS, st.sampled_from(CHANGES)), max_size=6)


def day(number: int) -> date:
    """Return a day of January 2024."""
    return date(2024, 1, number)


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], "in_force"),
        ([Event(day(12), "amended_by")], "amended"),
        ([Event(day(9), "amended_by")], "amended"),
        ([Event(day(12), "suspended_by")], "suspended"),
        ([Event(day(12), "suspended_by"), Event(day(13), "amended_by")], "suspended"),
        ([Event(day(12), "suspended_by"), Event(day(13), "restored_by")], "restored"),
        ([Event(day(12), "restored_by")], "in_force"),
        ([Event(day(12), "repealed_by")], "repealed"),
        ([Event(day(12), "repealed_by"), Event(day(13), "amended_by")], "repealed"),
        ([Event(day(9), "repealed_by")], "never_in_force"),
        ([Event(day(21), "repealed_by")], "in_force"),
    ],
)
def test_standing_ten_days_after_an_act_took_effect(events: list[Event], status: str) -> None:
    """What happened by the day counts, what comes later does not."""
    assert standing_on(day(20), START, events).status == status


def test_act_that_has_not_yet_taken_effect_says_when_it_will() -> None:
    """«Набирає чинності 10 січня»; on that very day it is in force."""
    assert standing_on(day(9), START, []) == Standing("upcoming", START)
    assert standing_on(START, START, []) == IN_FORCE


@given(day=DAYS, events=EVENTS, seed=st.randoms())
def test_order_of_events_does_not_matter(day: date, events: list[Event], seed: object) -> None:
    """Relations are found in any order: the standing is the same."""
    shuffled = list(events)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random of hypothesis
    assert standing_on(day, START, shuffled) == standing_on(day, START, events)


@given(day=DAYS, later=st.integers(0, 90), events=EVENTS)
def test_what_was_repealed_stays_so(day: date, later: int, events: list[Event]) -> None:
    """No later day and no later event brings a repealed act back."""
    before = standing_on(day, START, events)
    if before.status in ("repealed", "never_in_force"):
        assert standing_on(day + timedelta(later), START, events) == before


@given(day=DAYS, events=EVENTS)
def test_future_is_not_known(day: date, events: list[Event]) -> None:
    """Events after the day leave the standing as it is."""
    past = [event for event in events if event.day <= day]
    assert standing_on(day, START, past) == standing_on(day, START, events)


@pytest.mark.parametrize(
    ("published", "effective_from", "normative", "expected"),
    [
        (day(15), day(20), True, day(20)),
        (day(15), None, True, day(15)),
        (day(15), None, False, START),
        (None, None, True, START),
    ],
)
def test_normative_act_takes_effect_on_publication_any_other_on_adoption(
    published: date | None, effective_from: date | None, normative: bool, expected: date
) -> None:
    """Law 280/97-ВР art. 59; a date that is not known is not waited for."""
    assert takes_effect(START, published, effective_from, normative=normative) == expected
