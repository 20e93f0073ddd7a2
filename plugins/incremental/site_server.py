"""A web host on this machine: a built site with its real 404 page and the right media types."""

import os
import signal
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a built site as a web host would: its own 404 page, no listings of folders."""

    # Told here in full, for else they depend on what is installed on the machine.
    extensions_map = {  # noqa: RUF012  # the base class's way of configuring
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".pdf": "application/pdf",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def translate_path(self, path: str) -> str:
        """Return the file of an address; one that no file can have is simply not found."""
        return super().translate_path(path).replace("\0", "�")

    def list_directory(self, path: str | os.PathLike[str]) -> BytesIO | None:
        """Answer 404 for a folder without a page: a web host shows no listings."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with 404.html and the right status."""
        page = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self.send_page(page.read_bytes(), HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def send_page(self, page: bytes, status: HTTPStatus) -> None:
        """Answer with a page."""
        self.send_data(page, "text/html; charset=utf-8", status)

    def send_data(self, data: bytes, media_type: str, status: HTTPStatus) -> None:
        """Answer with ``data``, or with its headers alone when only they are asked for."""
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        """Let the browser keep nothing: its copies are by the second, two builds may share one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # base's name
        """Stay quiet: a person looks at pages, not at a log."""


class SiteServer(ThreadingHTTPServer):
    """Answers on this machine only; open connections do not keep it from ending.

    Raises OSError or OverflowError when the port cannot be had; port 0 means any free one.
    """

    daemon_threads = True

    def __init__(self, port: int, handler: Callable[..., SiteHandler]) -> None:
        super().__init__(("127.0.0.1", port), handler)

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://localhost:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet when a reader has left before the answer came: readers do."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def leave_on_interrupt() -> None:
    """Make Ctrl+C end this process and the workers forked from it at once, without a traceback.

    A build may be killed at any moment: the next one repairs what it left.
    """
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(0))
