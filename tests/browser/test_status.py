"""The editors' report opens from the disk on any screen."""

import pytest

from plugins.status.report import page_of
from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage
from tests.status.site import busy_site, status


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report of a site with everything to look after."""
    folder = tmp_path_factory.mktemp("status")
    file = folder / "stan-materialiv.html"
    file.write_text(page_of(*status(busy_site(folder))), "utf-8")
    return file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_report_is_readable(width: int, scheme: str, open_page: OpenPage, report: str) -> None:
    """No sideways scroll, nothing that axe complains of."""
    page = open_page(report, width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = violations(page)
    assert not found, "\n".join(found)
    titles = page.locator("section li strong")
    assert titles.first.evaluate("element => getComputedStyle(element).display") == "block"
