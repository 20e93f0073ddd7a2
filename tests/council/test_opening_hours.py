from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.opening_hours import (
    OpeningHours,
    Span,
    minutes,
    parse_opening_hours,
    schema_org,
    weekly,
)

DEPARTMENT = parse_opening_hours("Пн–Чт 08:00–17:00, Пт 08:00–15:45, перерва 12:00–12:45")


def test_the_record() -> None:
    """Spans come in order, with the break already cut out."""
    assert parse_opening_hours("Пт 08:00–15:45, перерва 12:00–12:45") == OpeningHours(
        (Span(4, time(8), time(12)), Span(4, time(12, 45), time(15, 45)))
    )


def test_unclear_hours_are_refused() -> None:
    """An editor is told what is wrong."""
    with pytest.raises(ValueError, match="незрозуміле «завтра» у годинах роботи"):
        parse_opening_hours("завтра")


def test_weekly() -> None:
    """Days of equal hours share a row, in Ukrainian and English; closed days have no row."""
    assert weekly(DEPARTMENT) == [
        ("Пн–Чт", "08:00–12:00, 12:45–17:00"),
        ("Пт", "08:00–12:00, 12:45–15:45"),
    ]
    assert [label for label, _ in weekly(DEPARTMENT, "en")] == ["Mon–Thu", "Fri"]
    assert weekly(parse_opening_hours("Пн, Вт, Чт 09:00–10:00")) == [
        ("Пн, Вт", "09:00–10:00"),
        ("Чт", "09:00–10:00"),
    ]


def test_schema_org() -> None:
    """Search engines get the same hours, days of equal hours together."""
    morning, afternoon, friday = schema_org(DEPARTMENT)
    assert morning == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        "opens": "08:00",
        "closes": "12:00",
    }
    assert afternoon["dayOfWeek"] == ["Monday", "Tuesday", "Wednesday", "Thursday"]
    assert (friday["dayOfWeek"], friday["closes"]) == (["Friday"], "15:45")


def test_minutes() -> None:
    """The browser gets seven lists of minutes, empty when closed."""
    day = [[480, 720], [765, 1020]]
    assert minutes(DEPARTMENT) == [day, day, day, day, [[480, 720], [765, 945]], [], []]


bounds = st.lists(st.times().map(lambda t: t.replace(second=0, microsecond=0)), unique=True)


@given(st.lists(bounds.filter(lambda cuts: len(cuts) > 1), min_size=1, max_size=7))
def test_what_is_shown_reads_the_same(week: list[list[time]]) -> None:
    """The rows of any week, joined as text, are read back as that week."""
    spans = tuple(
        Span(day, *hours)
        for day, cuts in enumerate(map(sorted, week))
        for hours in zip(cuts[::2], cuts[1::2], strict=False)
    )
    text = "; ".join(f"{label} {shown}" for label, shown in weekly(OpeningHours(spans)))
    assert parse_opening_hours(text).spans == spans
