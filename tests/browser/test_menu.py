"""The main menu on a phone, by keyboard and by finger, and the way past it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage

PHONE, DESK = 360, 1280


def press_until(page: Page, key: str, selector: str) -> None:
    """Press a key until the element is focused."""
    wanted = page.locator(selector)
    for _ in range(20):
        page.keyboard.press(key)
        if wanted.evaluate("e => e === document.activeElement"):
            return
    pytest.fail(f"до {selector} клавішею {key} не дійти")


@pytest.mark.parametrize("scripts", [True, False])
def test_menu_by_keyboard(scripts: bool, open_page: OpenPage, tiny: str) -> None:
    """Enter opens the menu, Tab goes into it, Escape closes it and gives the focus back."""
    page = open_page(f"{tiny}/novyny/", width=PHONE, java_script_enabled=scripts)
    menu = page.locator("#menu")
    expect(menu).to_be_hidden()
    press_until(page, "Tab", ".header__menu")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    press_until(page, "Tab", "#menu a[href='/dokumenty/']")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".header__menu")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_menu_by_touch(scripts: bool, open_page: OpenPage, tiny: str) -> None:
    """A finger opens the menu, closes it by its button, opens it again and follows a link."""
    page = open_page(f"{tiny}/", width=PHONE, has_touch=True, java_script_enabled=scripts)
    page.tap(".header__menu")
    expect(page.locator("#menu")).to_be_visible()
    page.tap("#menu .drawer__close")
    expect(page.locator("#menu")).to_be_hidden()
    page.tap(".header__menu")
    page.tap("#menu a[href='/dokumenty/']")
    expect(page).to_have_url(f"{tiny}/dokumenty/")
    expect(page.locator("#menu")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_menu_is_accessible(scheme: str, open_page: OpenPage, tiny: str) -> None:
    """axe finds nothing with the menu open."""
    page = open_page(f"{tiny}/novyny/", width=PHONE, color_scheme=scheme)
    page.locator(".header__menu").click()
    found = violations(page)
    assert not found, "\n".join(found)


def test_menu_is_always_there_on_a_desk(open_page: OpenPage, tiny: str) -> None:
    """A wide screen shows the menu at once, without a button, and marks where one is."""
    page = open_page(f"{tiny}/dokumenty/", width=DESK)
    expect(page.locator(".header__menu")).to_be_hidden()
    expect(page.locator("#menu a[aria-current]")).to_have_text("Документи")
    expect(page.locator("#menu a[aria-current]")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_skip_link(width: int, open_page: OpenPage, tiny: str) -> None:
    """The first Tab shows the way to the text, Enter takes the reader past the menu."""
    page = open_page(f"{tiny}/novyny/", width=width)
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(scheme: str, open_page: OpenPage, tiny: str) -> None:
    """Whatever Tab comes to on the home page has an outline around it."""
    page = open_page(f"{tiny}/", color_scheme=scheme)
    stops = page.locator("a[href]:visible, button:visible").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        style, width, html = page.evaluate(
            """(() => {
                const e = document.activeElement, style = getComputedStyle(e);
                return [style.outlineStyle, parseFloat(style.outlineWidth), e.outerHTML];
            })()"""
        )
        assert style != "none" and width >= 2, html
