"""Old addresses of WordPress by number, where no server leads on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage


def answered(page: Page) -> None:
    """Let the page of the old number be there."""
    page.route("**/p/12/", lambda route: route.fulfill(body="<title>12</title>"))


@pytest.mark.parametrize("query", ["?p=12", "?page_id=12", "?attachment_id=12"])
def test_a_number_leads_on(query: str, open_page: OpenPage, tiny: str) -> None:
    """The home page leads from the number to the page that lies for it."""
    page = open_page(f"{tiny}/{query}", prepare=answered)
    expect(page).to_have_url(re.compile(r"/p/12/$"))


@pytest.mark.parametrize("query", ["", "?p=a", "?p=12&x=1", "?p=//example.org"])
def test_nothing_else_does(query: str, open_page: OpenPage, tiny: str) -> None:
    """Another question leaves the home page where it is."""
    page = open_page(f"{tiny}/{query}")
    expect(page).to_have_url(f"{tiny}/{query}")
