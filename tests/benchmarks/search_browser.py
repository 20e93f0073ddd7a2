"""What searches find in Chromium, how many bytes and how much time a query takes there."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.search_queries import Query
from tests.benchmarks.search_server import served

LONG_TASKS = """() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
            window.longest = Math.max(window.longest, duration);
        }
    }).observe({ type: "longtask", buffered: true });
}"""
READY = "() => typeof search === 'function'"


@dataclass
class Timed:
    """Of some queries: ``first`` in an empty browser, ``warm`` on an open page, ``again`` there.

    Milliseconds; ``sizes`` are bytes of the first, all but the page; ``longest`` is the longest
    task of the main thread, in all of that.
    """

    first: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    longest: float = 0


class Searching:
    """A browser over a built site."""

    def __init__(self, chromium: Browser, url: str, sent: list[tuple[str, int]]) -> None:
        self._chromium, self._url, self._sent = chromium, url, sent

    def answers(self, engine: str, queries: Sequence[Query]) -> list[list[str]]:
        """Return the ten addresses that an engine gives to each query."""
        page = self._open(engine)
        found = [_asked(page, query.typed)[0] for query in queries]
        page.context.close()
        return found

    def timed(self, engine: str, queries: Sequence[Query]) -> Timed:
        """Return what queries take."""
        times = Timed()
        for query in queries:
            page = self._chromium.new_context().new_page()
            self._sent.clear()
            began = time.monotonic()
            self._go(page, engine)
            _asked(page, query.typed)
            times.first.append(1000 * (time.monotonic() - began))
            times.sizes.append(sum(size for path, size in self._sent if ".html" not in path))
            _longest(page, times)
            page.context.close()
        page = self._open(engine)
        for kept in (times.warm, times.again):
            kept += [_asked(page, query.typed)[1] for query in queries]
        _longest(page, times)
        return times

    def _open(self, engine: str) -> Page:
        page = self._chromium.new_context().new_page()
        self._go(page, engine)
        page.evaluate("() => open().then(() => null)")
        return page

    def _go(self, page: Page, engine: str) -> None:
        page.goto(f"{self._url}/bench/{engine}.html")
        page.wait_for_function(READY)
        page.evaluate(LONG_TASKS)


@contextmanager
def searching(site: Path) -> Iterator[Searching]:
    """Open a browser, CHROMIUM, over a built site."""
    with sync_playwright() as playwright, served(site) as (url, sent):
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
        )
        yield Searching(chromium, url, sent)
        chromium.close()


def _asked(page: Page, typed: str) -> tuple[list[str], float]:
    """Return addresses and milliseconds as the page itself sees them."""
    found: tuple[list[str], float] = page.evaluate(
        """async (typed) => {
            const began = performance.now();
            const addresses = await search(typed);
            return [addresses, performance.now() - began];
        }""",
        typed,
    )
    return found


def _longest(page: Page, times: Timed) -> None:
    times.longest = max(times.longest, float(page.evaluate("window.longest")))
