"""`make editor`: the site that rebuilds itself, and the place where its editor keeps texts."""

import argparse
import importlib
import signal
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

from plugins.output.admin_policy import ADMIN
from plugins.web_editor.backend import Backend, SettingError, read_backend
from plugins.web_editor.local.api import Api
from plugins.web_editor.local.desk import Desk
from plugins.web_editor.local.repository import repository_of
from plugins.web_editor.local.server import LocalServer

UNUSABLE = 2


def main(arguments: list[str] | None = None) -> int:
    """Serve the editor until interrupted and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        backend = _backend(options.settings)
    except SettingError as error:
        return _refuse(str(error))
    if not backend.local:
        return _refuse("make editor працює лише з WEB_EDITOR = {'backend': 'proxy'}.")
    if not options.folder.is_dir():
        return _refuse(f"Теки {options.folder}/ немає.")
    origins = frozenset(f"http://{host}:{options.port}" for host in ("localhost", "127.0.0.1"))
    port = urlsplit(backend.config["proxy_url"]).port or 80
    top = repository_of(options.folder)
    try:
        server = LocalServer(port, Api(Desk(options.folder), top), origins)
    except OSError:
        return _refuse(
            f"Порт {port} зайнятий: мабуть, редактор уже запущено в іншому терміналі. "
            "Зупиніть його там (Ctrl+C) і повторіть."
        )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    _say(f"Редактор: http://localhost:{options.port}{ADMIN} – відкрийте, коли сайт буде складено.")
    _say(_history(top))
    return _devserver(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.web_editor", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-s", "--settings", type=Path, default=Path("editorconf.py"))
    parser.add_argument("--port", type=int, default=8000)
    return parser


def _backend(conf: Path) -> Backend:
    sys.path.insert(0, str(conf.resolve().parent))
    setting = getattr(importlib.import_module(conf.stem), "WEB_EDITOR", None) or {}
    return read_backend(setting)


def _history(top: Path | None) -> str:
    if top is None:
        return "Тека не є сховищем git: тексти зберігаються у файли, без історії змін."
    return "Кожне збереження записується в історію (git). Надіслати його колегам: git push."


def _devserver(options: argparse.Namespace) -> int:
    """Run the server that rebuilds the site; both end together."""
    command = [sys.executable, "-m", "plugins.incremental", "devserver", str(options.folder)]
    conf = ["-s", str(options.settings), "--port", str(options.port)]
    with subprocess.Popen([*command, *conf]) as process:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: both end
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            return 0


def _refuse(words: str) -> int:
    _say(words)
    return UNUSABLE


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
