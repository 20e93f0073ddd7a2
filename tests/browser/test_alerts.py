"""Alerts of the city: shown in their time everywhere, gone after it without a new build."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage

NOW, LATER = "Воду вимкнено (зразок)", "Роботи на сайті (зразок)"

DURING_NOW = "2026-11-24T10:00:00Z"  # 12:00 in Kyiv; the alert is from 08:00 to 18:00
AFTER_NOW = "2026-11-24T16:00:00Z"  # 18:00 in Kyiv, the very end
DURING_LATER = "2026-11-25T20:00:00Z"  # 22:00 in Kyiv, the very beginning

PAGES = ("/", "/novyny/", "/dokumenty/miska-rada/rishennia/2025/1/", "/404.html", "/poshuk/")


def clock(moment: str) -> Callable[[Page], None]:
    """Return what sets the browser's clock."""
    return lambda page: page.clock.set_fixed_time(moment)


def shown(page: Page) -> list[str]:
    """Return the titles of alerts that a reader sees, once the file of alerts has been read."""
    page.wait_for_load_state("networkidle")
    return page.locator(".notice__title:visible").all_inner_texts()


@pytest.mark.parametrize("address", PAGES)
def test_alert_is_on_every_page_in_its_time(address: str, open_page: OpenPage, tiny: str) -> None:
    """The alert of this hour stands on each page once, the one to come on none yet."""
    assert shown(open_page(tiny + address, prepare=clock(DURING_NOW))) == [NOW]


@pytest.mark.parametrize("address", PAGES)
def test_alert_vanishes_by_itself(address: str, open_page: OpenPage, tiny: str) -> None:
    """Once it is over an alert is on no page, though the site was built while it was on."""
    assert shown(open_page(tiny + address, prepare=clock(AFTER_NOW))) == []


@pytest.mark.parametrize("address", PAGES)
def test_alert_appears_by_itself(address: str, open_page: OpenPage, tiny: str) -> None:
    """When its time comes an alert stands on each page, though the site was built before."""
    assert shown(open_page(tiny + address, prepare=clock(DURING_LATER))) == [LATER]


def test_home_has_alerts_without_javascript(open_page: OpenPage, tiny: str) -> None:
    """The home page holds as HTML the alert of the hour when it was built, and only that."""
    page = open_page(f"{tiny}/", java_script_enabled=False)
    expect(page.locator(".notice__title")).to_have_text([NOW])
    expect(page.locator(".notice__when")).to_have_text(["Час дії: 24 листопада 2026, 08:00–18:00"])
    page.locator(".notice").get_by_role("link").click()
    expect(page).to_have_url(f"{tiny}/kontakty/")


def test_alert_keeps_to_its_language(open_page: OpenPage, tiny: str) -> None:
    """An English page shows no alert that is only in Ukrainian."""
    assert shown(open_page(f"{tiny}/en/contacts/", prepare=clock(DURING_NOW))) == []


def test_closed_alert_stays_closed(open_page: OpenPage, tiny: str) -> None:
    """Once closed, an alert does not come back on the next page of the visit."""
    page = open_page(f"{tiny}/novyny/", prepare=clock(DURING_NOW), width=360)
    assert shown(page) == [NOW]
    page.locator(".notice__close").click()
    assert shown(page) == []
    page.goto(f"{tiny}/dokumenty/")
    assert shown(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/novyny/"])
def test_alert_is_accessible(address: str, scheme: str, open_page: OpenPage, tiny: str) -> None:
    """axe finds nothing with an alert on the page."""
    page = open_page(tiny + address, prepare=clock(DURING_NOW), color_scheme=scheme, width=360)
    assert shown(page) == [NOW]
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("answer", ["no connection", "fault of the server", "not JSON"])
def test_page_stands_without_the_file_of_alerts(
    answer: str, open_page: OpenPage, tiny: str, complaints: list[str]
) -> None:
    """When the file does not come, the page is as it was and its other scripts work."""

    def fail(route: Route) -> None:
        if answer == "no connection":
            route.abort()
        else:
            route.fulfill(status=500 if answer == "fault of the server" else 200, body="{")

    def prepare(page: Page) -> None:
        page.clock.set_fixed_time(DURING_NOW)
        page.route("**/alerts.json", fail)

    page = open_page(f"{tiny}/", prepare=prepare)
    assert shown(page) == [NOW]
    expect(page.locator(".hours__now")).to_contain_text("відчиниться")
    assert all("alerts.json" in one for one in complaints)
    complaints.clear()  # the browser itself tells that a file did not come


@pytest.mark.parametrize("address", ["/", "/novyny/"])
def test_open_page_follows_the_clock(address: str, open_page: OpenPage, tiny: str) -> None:
    """A page that stays open shows an alert at its minute and takes it away at its end."""

    def prepare(page: Page) -> None:
        page.clock.install(time="2026-11-25T19:59:00Z")  # a minute before the later one begins

    page = open_page(tiny + address, prepare=prepare)
    assert shown(page) == []
    page.clock.run_for(61_000)
    expect(page.locator(".notice__title:visible")).to_have_text([LATER])
    expect(page.locator(".notice__when:visible")).to_contain_text("Час дії: 25 листопада 2026")
    page.clock.fast_forward(24 * 3600 * 1000)
    expect(page.locator(".notice__title:visible")).to_have_count(0)


def test_page_looked_at_again_asks_for_new_alerts(open_page: OpenPage, tiny: str) -> None:
    """Whoever comes back to an open page sees what was published meanwhile, the gravest first."""
    page = open_page(f"{tiny}/novyny/", prepare=clock(DURING_NOW))
    assert shown(page) == [NOW]
    fixed = {"lang": "uk", "text": "Зразок.", "when": "Діє з 10:00", "link": ""}
    times = {"starts": "2026-11-24T10:00+02:00", "ends": ""}
    fresh = [
        {**fixed, **times, "level": level, "title": f"Рівень {level}"}
        for level in ("info", "emergency", "warning", "danger")
    ]
    page.route("**/alerts.json", lambda route: route.fulfill(json=fresh))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    titles = [f"Рівень {level}" for level in ("emergency", "danger", "warning", "info")]
    expect(page.locator(".notice__title:visible")).to_have_text(titles)
    expect(page.locator("[data-alerts]")).to_have_attribute("aria-live", "assertive")
    assert not violations(page)


@pytest.mark.parametrize("level", ["info", "warning", "danger", "emergency"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_alert_of_any_level_covers_nothing_for_good(
    level: str, scheme: str, open_page: OpenPage, tiny: str
) -> None:
    """On 320 px it leaves half of the screen, ends below the page, and axe is content."""
    long = {
        "lang": "uk", "level": level, "title": "Довга назва сповіщення про зразкову подію " * 3,
        "text": "Зразок довгого тексту сповіщення для людей. " * 12, "link": "/kontakty/",
        "when": "Час дії: 24 листопада 2026, 08:00–18:00", "starts": "", "ends": "",
    }  # fmt: skip

    def prepare(page: Page) -> None:
        page.clock.set_fixed_time(DURING_NOW)
        page.route("**/alerts.json", lambda route: route.fulfill(json=[long]))

    page = open_page(f"{tiny}/novyny/", prepare=prepare, width=320, color_scheme=scheme)
    expect(page.locator(".alerts")).to_be_visible()
    height = page.evaluate("document.querySelector('.alerts').offsetHeight / innerHeight")
    assert height <= 0.5
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = violations(page)
    assert not found, "\n".join(found)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    gap = """document.querySelector('.alerts').getBoundingClientRect().top
        - document.querySelector('.footer').getBoundingClientRect().bottom"""
    assert page.evaluate(gap) >= 0
    page.get_by_role("button", name="Закрити").last.click()
    expect(page.locator(".alerts")).to_be_hidden()


def test_alert_of_the_home_page_is_printed(open_page: OpenPage, tiny: str) -> None:
    """On paper it stands with its time; the copy at the foot of the window does not."""
    page = open_page(f"{tiny}/", prepare=clock(DURING_NOW))
    page.emulate_media(media="print")
    expect(page.locator(".notices .notice__when")).to_be_visible()
    expect(page.locator(".alerts")).to_be_hidden()
