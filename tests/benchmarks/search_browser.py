"""How long a search takes in Chromium, on a server on this machine."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.search_queries import Query
from tests.browser.conftest import served

LONG_TASKS = """() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
            window.longest = Math.max(window.longest, duration);
        }
    }).observe({ type: "longtask" });
}"""


@dataclass(frozen=True)
class Timed:
    """Milliseconds: an empty profile, an open page, the same query again; the longest task."""

    first: list[float]
    warm: list[float]
    again: list[float]
    longest: float


def timed(site: Path, queries: Sequence[Query]) -> Timed:
    """Return how long queries take on a built site."""
    with sync_playwright() as playwright, served(site) as url:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        first = [_first(chromium, url, query.typed) for query in queries]
        page = chromium.new_page()
        page.goto(f"{url}/poshuk/")
        page.evaluate(LONG_TASKS)
        warm = [_typed(page, query.typed) for query in queries]
        again = [_typed(page, query.typed) for query in queries]
        longest = float(page.evaluate("window.longest"))
        chromium.close()
    return Timed(first, warm, again, longest)


def _first(chromium: Browser, url: str, typed: str) -> float:
    page = chromium.new_context().new_page()
    began = time.monotonic()
    page.goto(f"{url}/poshuk/?q={quote(typed)}")
    page.locator("[data-done]").wait_for(state="attached")
    took = 1000 * (time.monotonic() - began)
    page.context.close()
    return took


def _typed(page: Page, typed: str) -> float:
    page.locator("[data-search]").evaluate("one => { delete one.dataset.done; }")
    page.locator("#q").fill(typed)
    began = time.monotonic()
    page.locator("#q").press("Enter")
    page.locator("[data-done]").wait_for(state="attached")
    return 1000 * (time.monotonic() - began)
