"""A server as hosts are: what is text goes compressed, what is compressed already as it is.

It counts what it sends: a browser does not tell of what its workers ask for.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

TEXTS = frozenset({".html", ".js", ".json", ".css", ".svg", ".xml"})


class Compressing(SimpleHTTPRequestHandler):
    """Sends texts by gzip, and puts how many bytes it sent to ``sizes`` beside the address."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body apart wait 40 ms for one another
    wbufsize = -1

    def __init__(self, *arguments: Any, sizes: list[tuple[str, int]], **named: Any) -> None:
        self._sizes = sizes
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer with a file or with 404."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        text = file.suffix in TEXTS
        data = _compressed(file) if text else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self._sizes.append((self.path, len(data)))
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve a folder on a free port of this machine, give its address and what is sent."""
    sizes: list[tuple[str, int]] = []
    handler = partial(Compressing, directory=str(folder), sizes=sizes)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sizes
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
