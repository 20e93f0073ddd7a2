"""One build measured from outside: the whole process with its children, from start to exit."""

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.site import Site
from tests.benchmarks.surroundings import environment

EVERY = 0.02  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    """What a build took: ``wall`` and ``cpu`` (user and system) in seconds, pages in files.

    ``peak`` is in bytes, 0 when it was not watched.
    """

    wall: float
    cpu: float
    peak: int
    written: int
    pages: int


class BuildError(Exception):
    """A build failed; the message is what it said."""


def measure(site: Site, *, watch_memory: bool) -> Run:
    """Build the site once. Watching the memory slows a build, so it is not done when timing.

    Raises BuildError when the build fails.
    """
    before = _pages(site.output)
    with tempfile.TemporaryFile("w+") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            site.command, cwd=site.folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            env=environment(), start_new_session=True,
        )  # fmt: skip
        memory = _Memory(process.pid, watched=watch_memory)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = memory.stop()
        if process.returncode:
            said.seek(0)
            raise BuildError(f"{site.name}: {said.read()}")
    after = _pages(site.output)
    written = sum(before.get(path) != stamp for path, stamp in after.items())
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, written, len(after))


class _Memory:
    """The peak of the sum of PSS over a session: a page that forks share is counted once.

    ``ru_maxrss`` would tell of the largest process only, and a sum of RSS would count what
    forked workers share as often as there are workers.
    """

    def __init__(self, session: int, *, watched: bool) -> None:
        self._session = session
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        if watched:
            self._thread.start()

    def stop(self) -> int:
        self._done.set()
        if self._thread.ident:
            self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._done.wait(EVERY):
            self._peak = max(self._peak, sum(map(_pss, _processes(self._session))))


def _processes(session: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and os.getsid(int(folder.name)) == session:
                found.append(int(folder.name))
        except ProcessLookupError:  # it has just ended
            continue
    return found


def _pss(process: int) -> int:
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    for line in rollup.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _pages(output: Path) -> dict[str, int]:
    """Return when each HTML file was written, in nanoseconds."""
    return {str(file): file.stat().st_mtime_ns for file in output.rglob("*.html")}
