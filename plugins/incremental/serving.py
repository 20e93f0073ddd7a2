"""Looking at the site: a server of what is built, and one that rebuilds it after every save."""

import argparse
import importlib
import sqlite3
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from pathlib import Path

from plugins.incremental import notice
from plugins.incremental.build import build
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError, FolderError, RenderError
from plugins.incremental.folders import require_there
from plugins.incremental.settings import Settings, clock, read_settings
from plugins.incremental.site_server import SiteHandler, SiteServer, leave_on_interrupt
from plugins.output.admin_policy import ADMIN

EVENTS = "/_reload"
SCRIPT = "/_reload.js"
# A page tells in the script's address which state it shows, so that no change is missed between
# its loading and the script's. Hidden tabs hold no connection: a browser has six for one site.
_SCRIPT = f"""\
const seen = new URL(document.currentScript.src).search;
let events;
function listen() {{
  events?.close();
  if (document.hidden) return;
  events = new EventSource("{EVENTS}" + seen);
  events.onmessage = () => location.reload();
}}
document.addEventListener("visibilitychange", listen);
listen();
"""
_HEARTBEAT = 15  # seconds after which a silent connection is tried: has the page been closed?
_TICK = 200  # milliseconds between looks at the clock while nothing is saved
_STILL = 20  # milliseconds without a change after which a save is taken as done


class State:
    """What open pages show: the site, or a notice instead of it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        # A number that no earlier process gave: pages left open reload when the server is back.
        self.version = time.time_ns()
        self.notice = notice.waiting()

    def show(self, page: str, changed: bool = True) -> None:
        """Show the notice ``page``, or the site when it is empty; open pages reload.

        They do not when the site was shown before and nothing in it has ``changed``.
        """
        with self._changed:
            if changed or page != self.notice:
                self.version += 1
            self.notice = page
            self._changed.notify_all()

    def is_newer(self, seen: str, seconds: float) -> bool:
        """Tell whether the state is another than ``seen``, waiting for it up to ``seconds``."""
        with self._changed:
            return self._changed.wait_for(lambda: str(self.version) != seen, seconds)


class DevHandler(SiteHandler):
    """A server for editing: pages reload after a build and show what is wrong with a text."""

    def __init__(self, *arguments: object, state: State, **options: object) -> None:
        self._state, self._seen = state, state.version
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # handed on as given

    def do_GET(self) -> None:
        """Serve a page with the reloading script in it, or a notice instead."""
        self._seen = self._state.version  # before the page is read: a build may come between
        path, _, query = self.path.partition("?")
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if path.endswith("/") else file
        if path == EVENTS:
            self._tell_of_change(query)
        elif path == SCRIPT:
            self.send_data(_SCRIPT.encode(), "text/javascript; charset=utf-8", HTTPStatus.OK)
        elif path.startswith(ADMIN) and page.is_file():
            super().do_GET()  # the editor keeps what is being typed, and mends a faulty text
        elif self._state.notice and page.suffix in (".html", ""):
            self.send_page(self._state.notice.encode(), HTTPStatus.SERVICE_UNAVAILABLE)
        elif page.suffix == ".html" and page.is_file():
            self.send_page(page.read_bytes(), HTTPStatus.OK)
        else:
            super().do_GET()

    def send_page(self, page: bytes, status: HTTPStatus) -> None:
        """Answer with a page that reloads itself."""
        script = f'<script src="{SCRIPT}?{self._seen}"></script>'
        super().send_page(page + script.encode(), status)

    def _tell_of_change(self, seen: str) -> None:
        """Keep the connection until the state is another than ``seen`` (server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        while not self._state.is_newer(seen, _HEARTBEAT):
            self.wfile.write(b": alive\n\n")
        self.wfile.write(b"data: changed\n\n")


def serve(folder: Path, port: int) -> int:
    """Serve a built site until interrupted."""
    console = Console()
    if not (folder / "index.html").is_file():
        console.say(f"У теці {folder}/ ще немає сайту. Спершу виконайте: make html")
        return 2
    server = _server(partial(SiteHandler, directory=str(folder)), port, "serve", console)
    if server is None:
        return 2
    console.say(f"Дивіться: {server.url}  (зупинити — Ctrl+C)")
    leave_on_interrupt()
    server.serve_forever()
    return 0


def devserver(options: argparse.Namespace) -> int:
    """Serve the site and rebuild it after every save, until interrupted."""
    console, state = Console(), State()
    settings = read_settings(options.settings, options.folder, options.output)
    try:
        require_there(settings.content)
    except FolderError as error:
        console.say(f"Не виконано: {error}")
        return 2
    handler = partial(DevHandler, directory=str(settings.output), state=state)
    server = _server(handler, options.port, "devserver", console)
    if server is None:
        return 2
    console.say(
        f"Дивіться: {server.url}  (зупинити — Ctrl+C)\n"
        "Сайт оновлюється, щойно збережено текст, дані чи тему. "
        "Після змін у plugins/ чи налаштуваннях запустіть цю команду знову."
    )
    leave_on_interrupt()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _watch(settings, state, console)
    return 0


def _server(
    handler: Callable[..., SiteHandler], port: int, command: str, console: Console
) -> SiteServer | None:
    try:
        return SiteServer(port, handler)
    except (OSError, OverflowError):
        console.say(
            f"Порт {port} зайнятий або недоступний. Оберіть інший: make {command} PORT=8080"
        )
        return None


def _watch(settings: Settings, state: State, console: Console) -> None:
    """Build now, after every save, and when something appears or ends by itself."""
    from watchfiles import watch  # only a person who edits needs it

    _load_all(settings.plugins)
    due: datetime | None = settings.now
    folders = {settings.content, settings.theme, settings.data}
    watched = [folder for folder in folders if folder.is_dir()]
    for saved in watch(*watched, yield_on_timeout=True, rust_timeout=_TICK, step=_STILL):
        now = clock()
        if saved or (due is not None and due <= now):
            due = _build(replace(settings, now=now), state, console)


def _load_all(plugins: Iterable[str]) -> None:
    """Load what makes outputs: a process forked for one build would load it after every save.

    Some plugins make none; what is wrong with another the first build tells.
    """
    for plugin in plugins:
        with suppress(ImportError):
            importlib.import_module(f"{plugin}.outputs")


def _build(settings: Settings, state: State, console: Console) -> datetime | None:
    """Build and show what came of it; return the moment of the next change by itself."""
    started = time.monotonic()
    try:
        report = build(settings, console)
    except ContentError as error:
        _show_problems(error, settings, state, console)
    except FolderError as error:  # perhaps `make html` is at work: try until it is done
        _show_broken(str(error), state, console)
        return settings.now
    except (RenderError, OSError, sqlite3.Error) as error:
        _show_broken(str(error), state, console)
    except Exception:  # noqa: BLE001  # a fault of the code, too, is shown until it is mended
        _show_broken(traceback.format_exc(), state, console)
    else:
        changed = len(report.changes.written) + len(report.changes.removed)
        state.show("", changed=changed > 0)
        console.say(f"Складено за {time.monotonic() - started:.1f} с, змінено файлів: {changed}.")
        return report.next_change
    return None


def _show_problems(error: ContentError, settings: Settings, state: State, console: Console) -> None:
    base, here = settings.content, Path.cwd()
    folder = (base.relative_to(here) if base.is_relative_to(here) else base).as_posix()
    state.show(notice.faulty_texts(error.problems, folder))
    for problem in error.problems:
        console.say(f"{folder}/{problem}")


def _show_broken(words: str, state: State, console: Console) -> None:
    page = notice.broken(words)
    if page != state.notice:
        state.show(page)
        console.say(words)
