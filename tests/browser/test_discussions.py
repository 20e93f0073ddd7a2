"""A discussion closes by the reader's clock, on its page and in lists, without a new build."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

CONSULTATION = "/konsultatsii/2026/dytiachyi-maidanchyk/"
"""Open until 11 December 2026, 18:00 in Kyiv, which is 16:00 in UTC."""

OPEN = "Обговорення відкрито до 11 грудня 2026, 18:00"
AWAITED = "Обговорення завершено – очікується звіт"


@pytest.mark.parametrize(
    ("moment", "words"), [("2026-12-11T15:59:59Z", OPEN), ("2026-12-11T16:00:00Z", AWAITED)]
)
@pytest.mark.parametrize("address", [CONSULTATION, "/konsultatsii/", "/obhovorennia/"])
def test_stage_by_the_clock(
    address: str, moment: str, words: str, open_page: OpenPage, tiny: str
) -> None:
    """A reader anywhere sees the stage of this moment, and only that one."""
    page = open_page(
        tiny + address,
        timezone_id="Asia/Tokyo",
        prepare=lambda page: page.clock.set_fixed_time(moment),
    )
    expect(page.locator(".stage:visible")).to_have_text([words])


def test_page_left_open_closes_by_itself(open_page: OpenPage, tiny: str) -> None:
    """At the end of the term the words change and the way to comment goes."""
    page = open_page(
        tiny + CONSULTATION, prepare=lambda page: page.clock.install(time="2026-12-11T15:59:30Z")
    )
    letter = page.get_by_role("link", name="Надіслати зауваження листом")
    expect(letter).to_be_visible()
    page.clock.run_for(60_000)
    expect(page.locator(".stage:visible")).to_have_text([AWAITED])
    expect(letter).to_be_hidden()


def test_stage_without_javascript(open_page: OpenPage, tiny: str) -> None:
    """Without scripts the page says what was true when it was made, until when, and how."""
    page = open_page(tiny + CONSULTATION, java_script_enabled=False)
    expect(page.locator(".stage:visible")).to_have_text([OPEN])
    href = page.locator(".discussion a.button").get_attribute("href") or ""
    assert href.startswith("mailto:zauvazhennia@example.org?subject=")
