"""A preview in a real browser: it says what it is, and to a screen reader too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage, served
from tests.incremental.test_preview import PreviewSite, hidden_part, public_part


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a preview with all sorts of texts."""
    site = PreviewSite(tmp_path_factory.mktemp("preview"))
    public_part(site)
    hidden_part(site)
    site.build()
    with served(Path(site.output)) as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/novyny/2026/b/", "/en/secret/"])
def test_preview_says_what_it_is(
    address: str, scheme: str, open_page: OpenPage, preview: str
) -> None:
    """The banner is the first thing on a page and a landmark; 320 px hold it; axe is content."""
    page = open_page(preview + address, width=320, color_scheme=scheme)
    banner = page.get_by_role("complementary", name="Попередній перегляд")
    expect(banner).to_contain_text("Це не офіційний сайт ради")
    box = banner.bounding_box()
    assert box is not None and box["y"] == 0 and box["width"] == 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = violations(page)
    assert not found, "\n".join(found)


def test_alert_that_is_not_public_stands_only_on_the_home_page(
    open_page: OpenPage, preview: str
) -> None:
    """Marked, whatever the hour; other pages of a preview show none."""
    page = open_page(f"{preview}/")
    expect(page.locator(".notice__title:visible")).to_have_text("[Не завершено] Таємне сповіщення")
    page = open_page(f"{preview}/novyny/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".notice__title:visible")).to_have_count(0)
