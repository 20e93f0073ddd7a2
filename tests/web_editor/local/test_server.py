"""The server answers the editor's own page and nobody else."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from plugins.web_editor.local.api import Api
from plugins.web_editor.local.desk import Desk
from plugins.web_editor.local.server import LocalServer

OURS = "http://localhost:8000"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalServer]:
    """A server on a free port."""
    server = LocalServer(0, Api(Desk(tmp_path), None), frozenset({OURS}))
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(
    server: LocalServer, body: str = '{"action": "info"}', method: str = "POST",
    path: str = "/api/v1", **headers: str,
) -> tuple[int, bytes, dict[str, str]]:  # fmt: skip
    """Return status, body and headers of an answer."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    fixed = {"Origin": OURS, "Content-Type": "application/json"}
    connection.request(method, path, body.encode(), {**fixed, **headers})
    response = connection.getresponse()
    return response.status, response.read(), dict(response.getheaders())


def test_our_page(server: LocalServer) -> None:
    """Our page gets an answer that its browser lets it read."""
    status, body, headers = ask(server)
    assert status == 200 and json.loads(body)["publish_modes"] == ["simple"]
    assert headers["Access-Control-Allow-Origin"] == OURS
    assert ask(server, "", method="OPTIONS")[0] == 204


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost:9999"},
        {"Origin": ""}, {"Host": "evil.example:8081"},
    ],
)  # fmt: skip
def test_other_pages(server: LocalServer, headers: dict[str, str]) -> None:
    """Another site, another server of this machine, a name pointed at 127.0.0.1: refused."""
    for method in ("POST", "OPTIONS"):
        status, _, said = ask(server, method=method, **headers)
        assert status == 403 and "Access-Control-Allow-Origin" not in said


@pytest.mark.parametrize(
    ("body", "words"),
    [("{", "незрозумілий"), ('{"action": "rm"}', "незрозумілий"), ("[1]", "незрозумілий")],
)
def test_nonsense(server: LocalServer, body: str, words: str) -> None:
    """Nonsense is refused in words, and the server goes on."""
    status, said, _ = ask(server, body)
    assert status == 422 and words in json.loads(said)["error"]
    assert ask(server)[0] == 200


def test_too_large(server: LocalServer) -> None:
    """A question larger than any photo is not read."""
    assert ask(server, **{"Content-Length": "999999999"})[0] == 413
    assert ask(server, path="/etc/passwd")[0] == 403
