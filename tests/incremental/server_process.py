"""A server as an editor's terminal runs it: a real process on a free port of this machine."""

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.incremental.commands import environment
from tests.incremental.tiny_site import ROOT

PATIENCE = 20  # seconds, for a machine busy with other tests


@dataclass(frozen=True)
class Server:
    """A running server; ``log`` is the file of all that it has said."""

    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        """The address of the home page, without a slash at the end."""
        found = re.search(r"http://localhost:(\d+)/", self.said())
        return f"http://127.0.0.1:{found[1]}" if found else ""

    def said(self) -> str:
        """Return all that the server has said."""
        return self.log.read_text("utf-8")

    def wait_until_said(self, words: str, times: int = 1) -> None:
        """Wait until the server has said ``words`` so many times."""
        until = time.monotonic() + PATIENCE
        while self.said().count(words) < times:
            assert time.monotonic() < until and self.process.poll() is None, self.said()
            time.sleep(0.02)

    def ask(self, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
        """Return the answer for an address, sent exactly as it stands, and its body."""
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=PATIENCE)
        connection.request(method, path)
        response = connection.getresponse()
        try:
            return response, response.read()
        finally:
            connection.close()

    def interrupt(self) -> int:
        """Press Ctrl+C and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(line: list[str], log: Path, **changes: str) -> Iterator[Server]:
    """Run the command of a server on a free port until the end of the block."""
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [*line, "--port", "0"], cwd=ROOT, env=environment(**changes), stdout=said, stderr=said
        ) as process,
    ):
        try:
            server = Server(process, log)
            server.wait_until_said("Дивіться: ")
            yield server
        finally:
            process.kill()
