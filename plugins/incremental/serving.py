"""Looking at the site: a server with the real 404 page, and one that rebuilds on every save."""

import argparse
import html
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.incremental.build import build
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError, FolderError, RenderError
from plugins.incremental.settings import Settings, read_settings

RELOAD_PATH = "/_reload"
RELOAD = (
    f'<script>new EventSource("{RELOAD_PATH}").onmessage=()=>location.reload()</script>'.encode()
)


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a built site as a web host would, with its own 404 page."""

    extensions_map = {  # noqa: RUF012  # the base class's way of configuring
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".js": "text/javascript",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with 404.html and the right status."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._send_page(page.read_bytes(), HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Let the browser ask again each time: what it sees here changes all the time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # base's name
        """Stay quiet: a person looks at pages, not at a log."""

    def _send_page(self, data: bytes, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


class State:
    """What the watcher tells open browsers: how many builds there were, and what is wrong."""

    def __init__(self) -> None:
        """Begin with the first build."""
        self._changed = threading.Condition()
        self.version = 0
        self.fault = ""

    def tell(self, fault: str) -> None:
        """Wake every browser; ``fault`` is empty after a good build."""
        with self._changed:
            self.version += 1
            self.fault = fault
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the version once it is newer than ``seen``, or after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, seconds)
            return self.version


class DevHandler(SiteHandler):
    """A server for editing: pages reload after a build and show what is wrong with a text."""

    def __init__(self, *arguments: object, state: State, **options: object) -> None:
        """Keep what the watcher tells."""
        self._state = state
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed on as given

    def do_GET(self) -> None:
        """Serve a page with the reloading script in it, or the faults instead."""
        if self.path == RELOAD_PATH:
            self._stream()
        elif self._state.fault and self._page() is not None:
            self._send_page(_fault_page(self._state.fault), HTTPStatus.OK)
        elif (page := self._page()) is not None:
            self._send_page(page.read_bytes() + RELOAD, HTTPStatus.OK)
        else:
            super().do_GET()

    def _page(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        return page if page.suffix == ".html" and page.is_file() else None

    def _stream(self) -> None:
        """Tell the browser of every build (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = self._state.version
        try:
            while True:
                version = self._state.wait(seen, 15)
                self.wfile.write(b"data: new\n\n" if version != seen else b": alive\n\n")
                self.wfile.flush()
                seen = version
        except OSError:
            return  # the page was closed


def _fault_page(fault: str) -> bytes:
    title = "Текст потребує виправлення"
    return (
        f'<!doctype html><html lang="uk"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><pre>{html.escape(fault)}</pre>"
        "<p>Збережіть виправлений файл, і сторінка оновиться сама.</p>"
    ).encode() + RELOAD


def serve(folder: Path, port: int) -> int:
    """Serve a built site until interrupted."""
    console = Console()
    if not (folder / "index.html").is_file():
        console.say(f"У теці {folder}/ ще немає сайту. Спершу виконайте: make html")
        return 2
    return _run(partial(SiteHandler, directory=str(folder)), port, console)


def devserver(options: argparse.Namespace) -> int:
    """Serve the site and rebuild it after every save, until interrupted."""
    console, state = Console(), State()
    settings = read_settings(options.settings, options.folder, options.output)
    _build(settings, console, state)
    threading.Thread(target=_watch, args=(options, console, state), daemon=True).start()
    handler = partial(DevHandler, directory=str(settings.output), state=state)
    return _run(handler, options.port, console)


def _run(handler: Callable[..., SiteHandler], port: int, console: Console) -> int:
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        console.say(f"Порт {port} зайнятий. Оберіть інший: make serve PORT=8080")
        return 2
    server.daemon_threads = True
    console.say(f"Дивіться: http://localhost:{server.server_port}/  (зупинити — Ctrl+C)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        console.say("")
    return 0


def _watch(options: argparse.Namespace, console: Console, state: State) -> None:
    from watchfiles import watch  # only a person who edits needs it

    settings = read_settings(options.settings, options.folder, options.output)
    for _ in watch(settings.content, settings.theme, raise_interrupt=False):
        fresh = read_settings(options.settings, options.folder, options.output)
        _build(fresh, console, state)


def _build(settings: Settings, console: Console, state: State) -> None:
    try:
        report = build(settings, console)
        state.tell("")
        console.say(f"Складено, змінено файлів: {len(report.changes.written)}.")
    except ContentError as error:
        fault = "\n".join(map(str, error.problems))
        state.tell(fault)
        console.say(fault)
    except (FolderError, RenderError, OSError, sqlite3.Error) as error:
        state.tell(str(error))
        console.say(str(error))
