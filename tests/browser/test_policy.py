"""A real browser under the real headers: nothing that the site needs is forbidden."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.delivery import rig
from tests.site.built_site import BuiltSite

PAGES = (
    "/",
    "/novyny/",
    "/dokumenty/",
    "/poshuk/?q=рішення",
    "/sesii/",
    "/vidkryti-dani/",
    "/en/",
    "/nema/",
)


def test_pages_work_under_the_policy(
    chromium: Browser, council_site: BuiltSite, tmp_path: Path
) -> None:
    """No page of any kind is blocked anything by the Content Security Policy."""
    (tmp_path / "host").mkdir()
    (tmp_path / "host/current").symlink_to(council_site.folder)
    blocked: list[str] = []
    with rig.nginx(tmp_path / "nginx", tmp_path / "host") as url:
        page = chromium.new_page()
        page.on(
            "console",
            lambda message: blocked.append(message.text) if "Policy" in message.text else None,
        )
        page.on("pageerror", lambda error: blocked.append(str(error)))
        for address in [*PAGES, *council_site.page_of.values()]:
            page.goto(url + address, wait_until="load")
        page.goto(f"{url}/poshuk/?q=рішення", wait_until="networkidle")
        assert page.locator("main a").count() > 3
        page.close()
    assert blocked == []
