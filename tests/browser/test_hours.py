"""«Зараз відчинено»: by the clock of Kyiv, wherever the reader's own clock is."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

OFFICE = "/pidrozdily/kantseliariia/"
"""Пн–Чт 08:00–17:00, Пт 08:00–15:45, перерва 12:00–12:45."""

NIGHT = "/pidrozdily/cherhova-sluzhba/"
"""Щодня 02:30–06:00: clocks change at 03:00 and at 04:00."""

MOMENTS = [
    (OFFICE, "2026-11-24T05:59:00Z", "Зачинено, відчиниться сьогодні о 08:00"),
    (OFFICE, "2026-11-24T06:00:00Z", "Зараз відчинено до 12:00"),
    (OFFICE, "2026-11-24T09:59:59Z", "Зараз відчинено до 12:00"),
    (OFFICE, "2026-11-24T10:00:00Z", "Зачинено, відчиниться сьогодні о 12:45"),
    (OFFICE, "2026-11-24T10:45:00Z", "Зараз відчинено до 17:00"),
    (OFFICE, "2026-11-24T15:00:00Z", "Зачинено, відчиниться завтра о 08:00"),
    (OFFICE, "2026-11-24T22:30:00Z", "Зачинено, відчиниться сьогодні о 08:00"),  # Wednesday in Kyiv
    (OFFICE, "2026-11-27T13:44:00Z", "Зараз відчинено до 15:45"),
    (OFFICE, "2026-11-27T13:45:00Z", "Зачинено, відчиниться у понеділок о 08:00"),
    (OFFICE, "2026-11-29T12:00:00Z", "Зачинено, відчиниться завтра о 08:00"),
    (OFFICE, "2026-07-06T04:59:00Z", "Зачинено, відчиниться сьогодні о 08:00"),  # summer time
    (OFFICE, "2026-07-06T05:00:00Z", "Зараз відчинено до 12:00"),
    # 29 March 2026: after 02:59 comes 04:00.
    (NIGHT, "2026-03-29T00:29:00Z", "Зачинено, відчиниться сьогодні о 02:30"),
    (NIGHT, "2026-03-29T00:59:00Z", "Зараз відчинено до 06:00"),
    (NIGHT, "2026-03-29T02:59:00Z", "Зараз відчинено до 06:00"),
    (NIGHT, "2026-03-29T03:00:00Z", "Зачинено, відчиниться завтра о 02:30"),
    (OFFICE, "2026-03-30T05:00:00Z", "Зараз відчинено до 12:00"),
    # 25 October 2026: the hour from 03:00 to 04:00 comes twice.
    (NIGHT, "2026-10-24T23:29:00Z", "Зачинено, відчиниться сьогодні о 02:30"),
    (NIGHT, "2026-10-25T00:30:00Z", "Зараз відчинено до 06:00"),
    (NIGHT, "2026-10-25T01:30:00Z", "Зараз відчинено до 06:00"),
    (NIGHT, "2026-10-25T03:59:00Z", "Зараз відчинено до 06:00"),
    (NIGHT, "2026-10-25T04:00:00Z", "Зачинено, відчиниться завтра о 02:30"),
    (OFFICE, "2026-10-26T05:59:00Z", "Зачинено, відчиниться сьогодні о 08:00"),
]


@pytest.mark.parametrize(("address", "moment", "words"), MOMENTS, ids=[one[1] for one in MOMENTS])
def test_open_or_closed_in_kyiv(
    address: str, moment: str, words: str, open_page: OpenPage, tiny: str
) -> None:
    """A reader in New York sees whether it is open in Kyiv at this moment, and what comes next."""
    page = open_page(
        tiny + address,
        timezone_id="America/New_York",
        prepare=lambda page: page.clock.set_fixed_time(moment),
    )
    expect(page.locator(".hours__now")).to_have_text(words)


def test_words_follow_the_clock(open_page: OpenPage, tiny: str) -> None:
    """A page left open says by itself that the office has closed."""
    page = open_page(
        tiny + OFFICE, prepare=lambda page: page.clock.install(time="2026-11-24T14:59:30Z")
    )
    now = page.locator(".hours__now")
    expect(now).to_have_text("Зараз відчинено до 17:00")
    page.clock.run_for(60_000)
    expect(now).to_have_text("Зачинено, відчиниться завтра о 08:00")


def test_hours_without_javascript(open_page: OpenPage, tiny: str) -> None:
    """Without scripts the timetable itself is there, and nothing pretends to know the time."""
    page = open_page(tiny + OFFICE, java_script_enabled=False)
    expect(page.locator(".contact__hours")).to_contain_text("08:00–12:00, 12:45–17:00")
    expect(page.locator(".hours__now")).to_have_text("Час київський")
