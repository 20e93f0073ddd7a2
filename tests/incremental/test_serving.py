"""`make serve` and `make devserver` without a browser: answers, words and exit codes."""

import fcntl
import socket
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.council.dates import KYIV
from tests.incremental.commands import engine, run
from tests.incremental.server_process import PATIENCE, Server, serving
from tests.incremental.tiny_site import TinySite, news, text

PAGES = {
    "index.html": "<h1>Головна</h1>",
    "404.html": "<h1>Такої сторінки немає</h1>",
    "novyny/2026/index.html": "<h1>Новини</h1>",
}
TYPES = {
    "a.avif": "image/avif", "a.css": "text/css; charset=utf-8", "a.csv": "text/csv; charset=utf-8",
    "a.jpg": "image/jpeg", "a.js": "text/javascript; charset=utf-8", "a.json": "application/json",
    "a.pdf": "application/pdf", "a.png": "image/png", "a.svg": "image/svg+xml",
    "a.webp": "image/webp", "a.woff2": "font/woff2", "atom.xml": "application/xml",
    "robots.txt": "text/plain; charset=utf-8", "index.html": "text/html; charset=utf-8",
}  # fmt: skip
SERVE = [sys.executable, "-m", "plugins.incremental", "serve"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a built site, and a file beside the site that is nobody's business."""
    base = tmp_path_factory.mktemp("served")
    (base / "secret.html").write_text("таємниця")
    for name, words in {**dict.fromkeys(TYPES, "x"), **PAGES}.items():
        file = base / "output" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)
    with serving([*SERVE, str(base / "output")], base / "log") as server:
        yield server


@pytest.mark.parametrize("name", TYPES)
def test_media_types(server: Server, name: str) -> None:
    """Every file of a site has the media type that a web host gives it."""
    response, _ = server.ask(f"/{name}")
    assert (response.status, response.getheader("Content-Type")) == (200, TYPES[name])


@pytest.mark.parametrize(
    "path",
    ["/nema/", "/novyny/", "/a%00b", "/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html"],
)
def test_only_pages_of_the_site(server: Server, path: str) -> None:
    """What is no page is the site's 404: also a folder, a zero byte and a way out of the site."""
    response, body = server.ask(path)
    assert (response.status, body.decode()) == (404, PAGES["404.html"])


def test_head_has_no_body(server: Server) -> None:
    """HEAD gets the status and the length of what GET would get, and nothing more."""
    for path, status, page in (("/", 200, "index.html"), ("/nema/", 404, "404.html")):
        response, body = server.ask(path, "HEAD")
        assert (response.status, body) == (status, b"")
        assert response.getheader("Content-Length") == str(len(PAGES[page].encode()))


def test_address_of_a_folder_gets_its_slash(server: Server) -> None:
    """An address without the slash at the end leads to the one with it."""
    response, _ = server.ask("/novyny/2026")
    assert (response.status, response.getheader("Location")) == (301, "/novyny/2026/")


def test_interrupt_is_quiet(tmp_path: Path) -> None:
    """Ctrl+C ends the server with 0 and without a word."""
    (tmp_path / "index.html").write_text("x")
    with serving([*SERVE, str(tmp_path)], tmp_path / "log") as server:
        time.sleep(0.1)
        before = server.said()
        assert (server.interrupt(), server.said()) == (0, before)


def test_busy_port_is_said_plainly(server: Server, tmp_path: Path) -> None:
    """A port that cannot be had ends either command with 2 and the way out."""
    (tmp_path / "index.html").write_text("x")
    TinySite(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        for line in ([*SERVE, str(tmp_path)], engine(tmp_path, "devserver")):
            done = run([*line, "--port", port])
            assert (done.returncode, "Traceback" in done.stderr) == (2, False)
            assert f"Порт {port} зайнятий" in done.stderr
    assert run([*SERVE, str(tmp_path), "--port", "99999"]).returncode == 2


def test_nothing_to_show_is_said_plainly(tmp_path: Path) -> None:
    """Without a site, or without texts, the commands say what to do and end with 2."""
    done = run([*SERVE, str(tmp_path)])
    assert (done.returncode, "make html" in done.stderr) == (2, True)
    done = run([*engine(tmp_path, "devserver"), "--port", "0"])
    assert (done.returncode, "INPUTDIR" in done.stderr) == (2, True)


def test_devserver_in_one_evening(tmp_path: Path) -> None:
    """Quick saves are built together, another build is waited for, open pages let Ctrl+C work."""
    site = TinySite(tmp_path)
    with serving(engine(tmp_path, "devserver"), tmp_path / "log") as server:
        server.wait_until_said("Складено")
        for number in range(5):
            site.write("news/2026/2026-11-20-a.md", news(f"Новина {number}"))
        server.wait_until_said("Складено", 2)
        time.sleep(0.5)
        assert 2 <= server.said().count("Складено") <= 3
        assert "Новина 4" in server.ask("/novyny/")[1].decode()

        with next((tmp_path / ".build").glob("output-*/lock")).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            built = server.said().count("Складено")
            site.write("news/2026/2026-11-20-a.md", news("Остання новина"))
            server.wait_until_said("інша збірка")
        server.wait_until_said("Складено", built + 1)
        assert "Остання новина" in server.ask("/novyny/")[1].decode()

        host, port = server.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as page:
            version = server.ask("/")[1].decode().partition("/_reload.js?")[2].partition('"')[0]
            page.sendall(f"GET /_reload?{version} HTTP/1.0\r\n\r\n".encode())
            assert page.recv(12) == b"HTTP/1.0 200"
            assert server.interrupt() == 0
        assert "Traceback" not in server.said()
        assert server.said().count("інша збірка") == 1


def test_what_is_due_appears_without_a_save(tmp_path: Path) -> None:
    """A text for a later moment is built when the moment comes, though nothing is saved."""
    site = TinySite(tmp_path)
    due = datetime.now(KYIV) + timedelta(seconds=5)
    site.write("pages/zgodom.md", text("Згодом", publish_at=f"{due:%Y-%m-%dT%H:%M:%S}"))
    # An empty SOURCE_DATE_EPOCH lets the clock run.
    with serving(engine(tmp_path, "devserver"), tmp_path / "log", SOURCE_DATE_EPOCH="") as server:
        server.wait_until_said("Складено")
        until = time.monotonic() + PATIENCE
        while server.ask("/zgodom/")[0].status != 200 and time.monotonic() < until:
            time.sleep(0.1)
        assert server.ask("/zgodom/")[0].status == 200
        assert datetime.now(KYIV) >= due.replace(microsecond=0)
