from datetime import date

import pytest

from plugins.council.misspelt_dates import meant_by


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("05.11.26", (date(2026, 11, 5), "")),
        ("5.11.2026", (date(2026, 11, 5), "")),
        ("5.11.2026 р.", (date(2026, 11, 5), "")),
        ("2026.11.05", (date(2026, 11, 5), "")),
        ("2026/11/5", (date(2026, 11, 5), "")),
        ("23/11/2026", (date(2026, 11, 23), "")),
        ("23-11-2026", (date(2026, 11, 23), "")),
        ("5 Листопада 2026 року", (date(2026, 11, 5), "")),
        ("05.11.2026, 9:30", (date(2026, 11, 5), " 09:30")),
        ("2026-11-05 14.30", (date(2026, 11, 5), " 14:30")),
        ("2026-11-05t9:30", (date(2026, 11, 5), " 09:30")),
        ("5 листопада 2026 року о 14:30", (date(2026, 11, 5), " 14:30")),
    ],
)
def test_a_date_that_has_one_meaning_is_understood(text: str, meant: tuple[date, str]) -> None:
    """A date whose day, month and year nobody can confuse is told in the right spelling."""
    assert meant_by(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "11/05/2026",
        "05-11-2026",
        "11/23/2026",
        "05.11.91",
        "31.02.26",
        "5.13.2026",
        "2026/11-05",
        "5.11.2026 25:00",
        "5 листопад 2026",
        "завтра",
        "2026",
        "",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    """Where day and month could be confused, or no such day exists, no date is offered."""
    assert meant_by(text) is None
