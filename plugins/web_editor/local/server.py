"""The server that the page of the editor asks: on this machine, for that page alone.

A page of another site, open in the same browser, may send requests here, too. So a question
counts only with the editor's own ``Origin`` and a ``Host`` of this machine (fetch.spec.whatwg.org;
the second stops names that were pointed at 127.0.0.1).
"""

import json
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any

from plugins.web_editor.local.api import Api
from plugins.web_editor.local.desk import DeskError

PATH = "/api/v1"
_LARGEST = 60_000_000  # bytes of a question: a few photos
_LOCK = Lock()  # git works for one at a time


class Handler(BaseHTTPRequestHandler):
    """Answers questions of the page at one of ``origins``."""

    timeout = 60  # seconds for a question to arrive

    def __init__(self, *arguments: Any, api: Api, origins: frozenset[str]) -> None:
        self._api, self._origins = api, origins
        super().__init__(*arguments)

    def do_OPTIONS(self) -> None:
        """Tell the browser whether the page may ask (CORS)."""
        if self._is_ours():
            self._say(HTTPStatus.NO_CONTENT)

    def do_POST(self) -> None:
        """Answer a question."""
        if not self._is_ours():
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST:
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "файл завеликий."})
            return
        try:
            question = json.loads(self.rfile.read(int(length)))
            with _LOCK:
                answer = self._api.answer(question)
        except ValueError as error:  # DeskError among them; JSON that is none
            words = str(error) if isinstance(error, DeskError) else "незрозумілий запит."
            self._say(HTTPStatus.UNPROCESSABLE_ENTITY, {"error": words})
        except OSError as error:
            words = f"диск відмовив: {error.strerror or error}"
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": words})
        else:
            self._say(HTTPStatus.OK, answer)

    def _is_ours(self) -> bool:
        host = self.headers.get("Host", "").rpartition(":")[0]
        ours = self.headers.get("Origin") in self._origins and host in ("localhost", "127.0.0.1")
        if not ours or self.path != PATH:
            self.send_error(HTTPStatus.FORBIDDEN)
        return ours and self.path == PATH

    def _say(self, status: HTTPStatus, answer: Any = None) -> None:
        data = b"" if status == HTTPStatus.NO_CONTENT else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
        self.send_header("Access-Control-Allow-Headers", "content-type")
        self.send_header("Vary", "Origin")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # base's name
        """Stay quiet: the page says what happened."""


class LocalServer(ThreadingHTTPServer):
    """Answers on this machine only. Raises OSError when the port is taken."""

    daemon_threads = True

    def __init__(self, port: int, api: Api, origins: frozenset[str]) -> None:
        super().__init__(("127.0.0.1", port), partial(Handler, api=api, origins=origins))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet when the page has left before the answer came."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)
