"""`make bench-saved`: how soon a saved text is to be seen in an open page of `make devserver`.

From the moment a text is saved until the page that the browser asks for again, once the server
has told it to, holds the new words. Drawing it is the browser's.
"""

import argparse
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from tests.benchmarks.changes import lone_acts
from tests.benchmarks.corpus import make_corpus
from tests.benchmarks.document import Document
from tests.benchmarks.ours import Ours
from tests.benchmarks.surroundings import environment, place

_READY = "Складено"
_URL = re.compile(r"http://localhost:(\d+)/")
_RELOAD = re.compile(r"/_reload\.js\?(\d+)")
PATIENCE = 600  # seconds for the first build


def main(arguments: list[str] | None = None) -> int:
    """Measure and print the times of all saves and their median, in seconds."""
    parser = argparse.ArgumentParser(prog="make bench-saved", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[5000])
    parser.add_argument("--turns", type=int, default=7)
    options = parser.parse_args(arguments)
    for size in options.sizes:
        times = list(_measured(size, options.turns))
        each = " ".join(f"{one:.2f}" for one in times)
        print(f"{size:,} documents: {median(times):.2f} s from save to page ({each})")
    return 0


def _measured(size: int, turns: int) -> Iterator[float]:
    documents = make_corpus(size)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place(size)) as folder:
        site = Ours(Path(folder) / "ours")
        site.start(documents)
        with _serving(site) as port:
            for turn, act in enumerate(lone_acts(documents)[:turns]):
                time.sleep(1)  # an editor, too, looks at what came of the last save
                yield _saved(site, act, f"Доповнення {turn} (зразок).", port)


def _saved(site: Ours, act: Document, words: str, port: int) -> float:
    seen = _RELOAD.search(_page(port, act.address))
    assert seen is not None, "the page reloads by itself"
    events = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    events.request("GET", f"/_reload?{seen[1]}")
    answer = events.getresponse()
    saved = time.perf_counter()
    site.put(replace(act, text=f"{act.text}\n{words}\n"))
    while b"changed" not in answer.readline():
        pass
    page = _page(port, act.address)
    took = time.perf_counter() - saved
    assert words in page
    events.close()
    return took


def _page(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", address)
    page = connection.getresponse().read().decode()
    connection.close()
    return page


@contextmanager
def _serving(site: Ours) -> Iterator[int]:
    """Run `make devserver` until the end of the block; the value is its port."""
    command = [sys.executable, "-m", "plugins.incremental", "devserver", "content", "-o", "output"]
    log = site.folder / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*command, "--port", "0"], cwd=site.folder, stdout=said, stderr=said, env=environment()
        )
        try:
            until = time.monotonic() + PATIENCE
            while _READY not in (text := log.read_text("utf-8")):
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the server did not start:\n{text}")
                time.sleep(0.1)
            port = _URL.search(text)
            assert port is not None
            yield int(port[1])
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
