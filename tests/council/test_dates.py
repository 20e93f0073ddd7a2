from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.dates import (
    KYIV,
    as_date,
    instant,
    iso,
    long_date,
    long_moment,
    month_title,
    numeric_date,
    over,
    parse_moment,
    period,
)

DAY = date(2026, 11, 23)
HALF_PAST_TWO = datetime(2026, 11, 23, 14, 30, tzinfo=KYIV)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-23", DAY),
        ("23.11.2026", DAY),
        ("  23.11.2026\n", DAY),
        ("2026-11-23 14:30", HALF_PAST_TWO),
        ("23.11.2026\u00a014:30", HALF_PAST_TWO),
        ("2026-11-23T14:30", HALF_PAST_TWO),
        ("23.11.2026 14:30:00", HALF_PAST_TWO),
        ("2026-11-23T12:30:00Z", HALF_PAST_TWO),
        ("2026-11-23T12:30:00.000Z", HALF_PAST_TWO),
        ("2026-11-23T14:30:00+02:00", HALF_PAST_TWO),
        ("2026-11-23 14:30 +0200", HALF_PAST_TWO),
        ("2026-11-23T07:30-05", HALF_PAST_TWO),
        (DAY, DAY),
        (datetime(2026, 11, 23, 14, 30), HALF_PAST_TWO),  # noqa: DTZ001 — YAML gives such
        (datetime(2026, 11, 23, 12, 30, 0, 5, tzinfo=UTC), HALF_PAST_TWO),
    ],
)
def test_parse_moment(written: object, moment: date) -> None:
    """Both spellings, with and without a time, and YAML's own values are read."""
    assert parse_moment(written) == moment
    assert type(parse_moment(written)) is type(moment)


def test_a_time_is_of_kyiv() -> None:
    """A moment read from text knows its zone, in summer and in winter."""
    winter = parse_moment("2026-11-23 14:30")
    summer = parse_moment("2026-07-01 14:30")
    assert isinstance(winter, datetime)
    assert isinstance(summer, datetime)
    assert (winter.tzinfo, winter.utcoffset()) == (KYIV, timedelta(hours=2))
    assert (summer.tzinfo, summer.utcoffset()) == (KYIV, timedelta(hours=3))


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    """On the last Sunday of October 03:30 is summer time unless a zone says otherwise."""
    assert iso(parse_moment("2026-10-25 03:30")) == "2026-10-25T03:30+03:00"
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert iso(parse_moment(second)) == "2026-10-25T03:30+02:00"
    assert iso(parse_moment("2026-10-25T01:30Z")) == "2026-10-25T03:30+02:00"


def test_a_time_of_greenwich_may_be_tomorrow_here() -> None:
    """What a program wrote in UTC is shown on the day that it was in Kyiv."""
    assert iso(parse_moment("2026-07-05T23:30:00Z")) == "2026-07-06T02:30+03:00"


NEUTRAL = "Напишіть дату так: 2026-11-23 або 23.11.2026."


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("05.11.26", "«05.11.26» не є датою. Напишіть 2026-11-05 або 05.11.2026."),
        (
            "5.11.2026 9.30",
            "«5.11.2026 9.30» не є датою. Напишіть 2026-11-05 09:30 або 05.11.2026 09:30.",
        ),
        ("11/05/2026", f"«11/05/2026» не є датою. {NEUTRAL}"),
        ("завтра", f"«завтра» не є датою. {NEUTRAL}"),
        ("2026-11-23Z", f"«2026-11-23Z» не є датою. {NEUTRAL}"),
        (
            "2026-11-23T14:30+25:00",
            "«2026-11-23T14:30+25:00»: такого часу немає. Час пишуть від 00:00 до 23:59.",
        ),
        ("٢٠٢٦-١١-٢٣", f"«٢٠٢٦-١١-٢٣» не є датою. {NEUTRAL}"),
        ("", f"«» не є датою. {NEUTRAL}"),
        (None, f"«» не є датою. {NEUTRAL}"),
        (20261123, f"«20261123» не є датою. {NEUTRAL}"),
        (True, f"«True» не є датою. {NEUTRAL}"),
        ("31.02.2026", "дня 31 лютого не існує. У цьому місяці 2026 року днів: 28."),
        ("2026-04-31", "дня 31 квітня не існує. У цьому місяці 2026 року днів: 30."),
        ("2026-04-00", "дня 0 квітня не існує. У цьому місяці 2026 року днів: 30."),
        ("23.13.2026", "місяця 13 не існує. Місяці мають номери від 1 до 12."),
        ("1899-12-31", "рік 1899 поза межами 1900–2200. Перевірте рік."),
        ("2201-01-01 10:00", "рік 2201 поза межами 1900–2200. Перевірте рік."),
        (date(26, 11, 5), "рік 26 поза межами 1900–2200. Перевірте рік."),
        (datetime(1, 1, 1, tzinfo=UTC), "рік 1 поза межами 1900–2200. Перевірте рік."),
        (
            "2026-11-23 24:00",
            "«2026-11-23 24:00»: такого часу немає. Час пишуть від 00:00 до 23:59.",
        ),
        (
            "2026-03-29 03:30",
            "29.03.2026 часу 03:30 немає: годинники переводять вперед. Напишіть на годину пізніше.",
        ),
    ],
)
def test_what_is_no_moment_is_refused_in_words(value: object, message: str) -> None:
    """A wrong date is refused, and the right spelling named only when it is certain."""
    with pytest.raises(ValueError) as error:
        parse_moment(value)
    assert str(error.value) == message


@given(days)
def test_both_spellings_come_back(day: date) -> None:
    """What iso and numeric_date write, parse_moment reads as the same day."""
    assert parse_moment(iso(day)) == parse_moment(numeric_date(day)) == day


@given(st.datetimes(datetime(1970, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_iso_names_the_same_instant(moment: datetime) -> None:
    """Whatever the zone a moment came in, its ISO form in Kyiv is the same point of time."""
    read = parse_moment(moment)
    assert datetime.fromisoformat(iso(read)) == moment.replace(microsecond=0)


def test_iso() -> None:
    """A date stays a date; a moment has Kyiv's offset and seconds only if it has any."""
    assert iso(DAY) == "2026-11-23"
    assert iso(HALF_PAST_TWO) == "2026-11-23T14:30+02:00"
    assert iso(HALF_PAST_TWO.replace(month=7, second=5)) == "2026-07-23T14:30:05+03:00"


def test_a_late_evening_elsewhere_is_the_next_day_in_kyiv() -> None:
    """The day of a moment is Kyiv's day, whatever its own zone."""
    west = datetime(2026, 11, 22, 20, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert as_date(west) == DAY
    assert as_date(DAY) == DAY
    assert long_moment(west) == "23 листопада 2026, 03:00"


def test_a_bare_date_begins_at_midnight_in_kyiv() -> None:
    """Dates and moments compare by their instants."""
    assert instant(DAY) == datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
    assert instant(DAY) < instant(HALF_PAST_TWO) == HALF_PAST_TWO


def test_dates_in_words() -> None:
    """Dates are in Ukrainian and English words, a time only when there is one."""
    assert long_date(HALF_PAST_TWO) == "23 листопада 2026"
    assert long_date(DAY, "en") == "23 November 2026"
    assert long_moment(DAY) == "23 листопада 2026"
    assert long_moment(HALF_PAST_TWO) == "23 листопада 2026, 14:30"
    assert long_moment(HALF_PAST_TWO, "en") == "23 November 2026, 14:30"
    assert numeric_date(date(2026, 2, 1)) == "01.02.2026"


def test_month_title() -> None:
    """A month as a heading is in the nominative with a capital letter."""
    assert month_title(2026, 11) == "Листопад 2026"
    assert month_title(2026, 5, "en") == "May 2026"


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2026-12-01 10:00", "2026-12-01 12:00", "1 грудня 2026, 10:00–12:00"),
        (
            "2026-12-01 10:00",
            "2026-12-03 12:00",
            "1 грудня 2026, 10:00 – 3 грудня 2026, 12:00",
        ),
        ("2026-12-01", "2026-12-03", "1–3 грудня 2026"),
        ("2026-11-30", "2026-12-03", "30 листопада 2026 – 3 грудня 2026"),
        ("2025-12-01", "2026-12-03", "1 грудня 2025 – 3 грудня 2026"),
        ("2026-12-01", "2026-12-01", "1 грудня 2026"),
        ("2026-12-01 10:00", "2026-12-01 10:00", "1 грудня 2026, 10:00"),
        ("2026-12-01 10:00", "2026-12-01", "1 грудня 2026, 10:00"),
        ("2026-12-01", "2026-12-01 12:00", "1 грудня 2026"),
        ("2026-12-01 10:00", "2026-12-02", "1 грудня 2026, 10:00 – 2 грудня 2026"),
    ],
)
def test_period(starts: str, ends: str, expected: str) -> None:
    """A period repeats no more of its second moment than is needed."""
    assert period(parse_moment(starts), parse_moment(ends)) == expected


def test_period_in_english_and_without_an_end() -> None:
    """A period speaks English too, and may have no end."""
    ends = HALF_PAST_TWO.replace(hour=16, minute=0)
    assert period(HALF_PAST_TWO, ends, "en") == "23 November 2026, 14:30–16:00"
    assert period(HALF_PAST_TWO, None) == "23 листопада 2026, 14:30"


def test_a_day_without_a_time_is_over_when_it_ends() -> None:
    """«До 2 грудня» lasts through the second; a moment with a time is over at that time."""
    assert iso(over(date(2026, 12, 2))) == "2026-12-03T00:00+02:00"
    moment = datetime(2026, 12, 2, 18, tzinfo=KYIV)
    assert over(moment) == moment
