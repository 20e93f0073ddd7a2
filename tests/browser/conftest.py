"""A real Chromium, and both sites on a server that answers as strictly as the public host."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, sync_playwright

from plugins.incremental.site_server import SiteHandler, SiteServer
from tests.site.built_site import BuiltSite

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder, so that `pytest -m "not browser"` leaves it out."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker("browser")


class StrictHandler(SiteHandler):
    """The site's own server with the headers of a host that forbids all but the site's files."""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a built site on a free port of this machine and give its address."""
    server = SiteServer(0, partial(StrictHandler, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The browser that `make test` found; without it these tests fail, they are never skipped."""
    path = os.environ.get("CHROMIUM")
    assert path, "Немає змінної CHROMIUM. Запустіть make test або CHROMIUM=/шлях/до/chromium pytest"
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def tiny(site: BuiltSite) -> Iterator[str]:
    """The address of the tiny council's site."""
    with served(site.folder) as url:
        yield url


@pytest.fixture(scope="session")
def council(council_site: BuiltSite) -> Iterator[str]:
    """The address of the site of this repository's content."""
    with served(council_site.folder) as url:
        yield url


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """All that the browser complained of, the policy included: nothing by the end of a test.

    A test that provokes a complaint takes it out of the list.
    """
    complaints: list[str] = []
    yield complaints
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def open_page(chromium: Browser, complaints: list[str]) -> Iterator[OpenPage]:
    """A function that opens a page in a profile of its own.

    ``open_page(url, width=360, prepare=…, …)``: ``prepare`` gets the page before it loads, the
    rest are options of Playwright's ``new_context``.
    """

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.location['url']}: {message.text}")

    def on_error(error: Error) -> None:
        complaints.append(str(error))

    contexts = []

    def opened(
        url: str,
        width: int = 1280,
        prepare: Callable[[Page], object] = lambda page: None,
        **options: object,
    ) -> Page:
        viewport = {"width": width, "height": 800}
        context = chromium.new_context(viewport=viewport, locale="uk-UA", **options)  # type: ignore[arg-type]  # handed on as given
        contexts.append(context)
        page = context.new_page()
        page.on("console", on_console)
        page.on("pageerror", on_error)
        prepare(page)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
