from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.council.vocabulary import read_vocabulary
from plugins.council.working_days import Calendar, Holiday, easter
from tests.incremental.tiny_site import DATA

CALENDAR = read_vocabulary({"law.yaml": DATA["law.yaml"].encode()}).law.calendar
"""The calendar of the site's own data: peace until 23 February 2022, then martial law."""

DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))
COUNTS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-16", "2026-11-16", 0),  # the day itself is not counted
        ("2026-11-16", "2026-11-17", 1),
        ("2026-11-16", "2026-11-23", 5),  # from a Monday to the next
        ("2026-11-20", "2026-11-23", 1),  # over a weekend
        ("2026-11-20", "2026-11-22", 0),  # to a Sunday
        ("2026-11-21", "2026-11-23", 1),  # from a Saturday
        ("2026-11-23", "2026-11-16", -5),
        ("2021-08-23", "2021-08-25", 1),  # Independence Day in peace
        ("2026-08-21", "2026-08-25", 2),  # ... and under martial law
        ("2021-04-30", "2021-05-11", 4),  # 1 May, Easter and 9 May on weekends: 3, 4, 10 May off
        ("2020-12-31", "2021-01-11", 5),  # 1 and 7 January
        ("2017-04-28", "2017-05-03", 1),  # 2 May was a holiday until 2017
        ("2018-04-30", "2018-05-03", 2),
        ("2022-02-22", "2022-02-24", 2),  # the first day of the regime
    ],
)
def test_working_days_between(start: str, end: str, days: int) -> None:
    """Weekends are off, holidays in peace; the first day is not counted, the last is."""
    assert CALENDAR.between(date.fromisoformat(start), date.fromisoformat(end)) == days


@pytest.mark.parametrize(
    ("year", "day"),
    [(2019, "04-28"), (2020, "04-19"), (2021, "05-02"), (2024, "05-05"), (2025, "04-20")],
)
def test_easter(year: int, day: str) -> None:
    """Easter as it was kept."""
    assert easter(year).isoformat() == f"{year}-{day}"


@given(DAYS, COUNTS)
def test_after_is_the_earliest_day_with_the_count(day: date, count: int) -> None:
    """So many working days on, and on the day before it not yet."""
    there = CALENDAR.after(day, count)
    assert CALENDAR.between(day, there) == count
    assert there == day or CALENDAR.between(day, there - timedelta(days=1)) < count


@given(DAYS, COUNTS)
def test_before_is_the_latest_day_with_the_count(day: date, count: int) -> None:
    """So many working days back, and on the day after it no longer."""
    there = CALENDAR.before(day, count)
    assert CALENDAR.between(there, day) == count
    assert there == day or CALENDAR.between(there + timedelta(days=1), day) < count


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(first: date, second: date, third: date) -> None:
    """From one day to another and on to a third is from the first to the third."""
    whole = CALENDAR.between(first, second) + CALENDAR.between(second, third)
    assert whole == CALENDAR.between(first, third)


@settings(deadline=None)
@given(DAYS, st.integers(0, 500))
def test_count_is_that_of_single_days(start: date, length: int) -> None:
    """The arithmetic over weeks gives what asking every day would."""
    days = [start + timedelta(days=number + 1) for number in range(length)]
    assert CALENDAR.between(start, max(days, default=start)) == sum(map(CALENDAR.works, days))


def test_holidays_need_not_be_worked() -> None:
    """Without a regime a holiday is off, also the day that stands for one on a weekend."""
    calendar = Calendar((Holiday(month=8, day=24),))
    assert not calendar.works(date(2026, 8, 24))
    assert [calendar.works(date(2024, 8, day)) for day in (23, 24, 25, 26, 27)] == [
        True, False, False, False, True,
    ]  # fmt: skip
