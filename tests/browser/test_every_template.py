"""One page of each template, the longest: what must be true of every page there is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage
from tests.site.built_site import BuiltSite
from tests.site.page_templates import PAGE_TEMPLATES

WIDTHS = (320, 360, 768, 1440)
PHONE, DESK = 360, 1440

CONTROLS = "a[href], button, input, summary"

INK_AND_PAPER = """(control) => {
    for (let e = control; e; e = e.parentElement) {
        const paper = getComputedStyle(e).backgroundColor;
        if (paper !== "rgba(0, 0, 0, 0)") return [getComputedStyle(control).color, paper];
    }
    return [getComputedStyle(control).color, "rgb(255, 255, 255)"];
}"""
"""The colour of an element's words and the colour behind it."""

MOVING = """[...document.querySelectorAll("*")]
    .filter((e) => {
        const style = getComputedStyle(e);
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
        return times.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
    })
    .map((e) => e.outerHTML.slice(0, 80))"""
"""The elements that something would move."""

OpenTemplate = Callable[..., Page]


def stay(page: Page) -> None:
    """Keep a page at an old address from leading on, so that one can look at it."""

    def answer(route: Route) -> None:
        first = page.url == "about:blank"
        if route.request.is_navigation_request() and not first:
            route.fulfill(status=204)
        else:
            route.continue_()

    page.route("**/*", answer)


@pytest.fixture
def open_template(open_page: OpenPage, council: str, council_site: BuiltSite) -> OpenTemplate:
    """A function that opens the longest page of a template."""

    def opened(template: str, **options: object) -> Page:
        prepare = stay if template == "redirect.html" else lambda page: None
        address = council_site.page_of[template]
        return open_page(council + address, prepare=prepare, **options)

    return opened


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_accessible(template: str, open_template: OpenTemplate) -> None:
    """axe finds nothing of any impact, on a phone and on a desk, in light and in dark."""
    page = open_template(template)
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = violations(page)
            assert not found, "\n".join([f"{page.url} {width} {scheme}", *found])


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_no_sideways_scroll(template: str, open_template: OpenTemplate) -> None:
    """Nothing of the page stands beyond its right edge, from the smallest phone to a desk."""
    page = open_template(template)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} {width}"


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_readable_without_javascript(template: str, open_template: OpenTemplate) -> None:
    """Without scripts the page has its heading and words, and every link of the main part shows.

    What a reader opens by hand opens without scripts too.
    """
    page = open_template(template, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    for link in page.locator("main a:not(.drawer a, details a)").all():
        assert link.is_visible(), link.get_attribute("href")


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_controls_stay_in_forced_colours(template: str, open_template: OpenTemplate) -> None:
    """With colours of the system no control vanishes: each has words in a colour of their own."""
    page = open_template(template, forced_colors="active", width=PHONE)
    for control in page.locator(CONTROLS).all():
        if control.is_visible():
            ink, paper = control.evaluate(INK_AND_PAPER)
            assert ink != paper, control.evaluate("e => e.outerHTML")


@pytest.mark.parametrize("template", PAGE_TEMPLATES)
def test_still_with_reduced_motion(template: str, open_template: OpenTemplate) -> None:
    """Nothing moves for a reader who asked for that, not even scrolling to a place."""
    page = open_template(template, reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
