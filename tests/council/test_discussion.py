from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.dates import KYIV, Moment
from plugins.council.discussion import Discussion, Stage

START = datetime(2026, 11, 24, 12, tzinfo=KYIV)
MOMENTS = st.integers(-5000, 5000).map(lambda minutes: START + timedelta(minutes=minutes))
DAYS = MOMENTS.map(datetime.date)
DISCUSSIONS = st.builds(
    Discussion,
    consider_on=st.none() | DAYS,
    comments_until=st.none() | DAYS | MOMENTS,
    ending=st.none() | st.sampled_from(("act", "rejected", "report")),
)
ORDER: tuple[Stage, ...] = ("undated", "open", "awaiting", "considered")


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a moment of December 2026 in Kyiv, told in UTC."""
    return datetime(2026, 12, day, hour, minute, tzinfo=KYIV).astimezone(UTC)


@pytest.mark.parametrize(
    ("until", "consider_on", "now", "stage"),
    [
        (datetime(2026, 12, 14, 18, tzinfo=KYIV), None, at(14, 17, 59), "open"),
        (datetime(2026, 12, 14, 18, tzinfo=KYIV), None, at(14, 18), "awaiting"),
        (date(2026, 12, 14), None, at(14, 23, 59), "open"),  # a day without a time counts whole
        (date(2026, 12, 14), None, at(15), "awaiting"),
        (date(2026, 12, 14), date(2026, 12, 18), at(15), "awaiting"),
        (None, date(2026, 12, 18), at(18, 23, 59), "undated"),
        (None, date(2026, 12, 18), at(19), "awaiting"),
        (None, None, at(19), "undated"),
    ],
)
def test_stage_of_what_has_no_outcome(
    until: Moment | None, consider_on: date | None, now: datetime, stage: Stage
) -> None:
    """The term ends at its minute or with its day in Kyiv; without it the day of consideration."""
    assert Discussion(consider_on, until, None).stage(now) == stage


@given(one=DISCUSSIONS, now=MOMENTS, later=st.integers(0, 10000))
def test_stage_changes_at_its_turn_and_at_no_other_moment(
    one: Discussion, now: datetime, later: int
) -> None:
    """Between two moments the stage differs if and only if the turn lies between them."""
    then = now + timedelta(minutes=later)
    turned = one.turns is not None and now < one.turns <= then
    assert (one.stage(now) != one.stage(then)) == turned


@given(one=DISCUSSIONS, now=MOMENTS, later=st.integers(0, 10000))
def test_stage_never_goes_back(one: Discussion, now: datetime, later: int) -> None:
    """No later moment opens again what was closed."""
    then = now + timedelta(minutes=later)
    assert ORDER.index(one.stage(now)) <= ORDER.index(one.stage(then))


@given(one=DISCUSSIONS, now=MOMENTS)
def test_outcome_ends_every_discussion(one: Discussion, now: datetime) -> None:
    """What has an outcome is considered at any moment, and waits for none."""
    if one.ending:
        assert (one.stage(now), one.turns) == ("considered", None)
    else:
        assert one.stage(now) != "considered"


@given(one=DISCUSSIONS, now=MOMENTS)
def test_zone_of_the_question_does_not_matter(one: Discussion, now: datetime) -> None:
    """The same moment told in UTC has the same answer."""
    assert one.stage(now.astimezone(UTC)) == one.stage(now)
