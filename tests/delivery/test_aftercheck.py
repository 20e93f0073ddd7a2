"""After a switch the real server is asked; what is wrong is undone without anybody's help."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import write_site


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with a release of «one»."""
    write_site(tmp_path / "public", "one")
    return tmp_path


def name(base: Path) -> str:
    """Return the live release's name."""
    return (base / "host/current").readlink().parts[1]


@pytest.fixture
def stale(base: Path) -> Iterator[str]:
    """The address of a server that shows an old copy, whatever is deployed."""
    write_site(base / "copy", "one")
    handler = functools.partial(Quiet, directory=str(base / "copy"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_server_shows_another_release(base: Path, stale: str) -> None:
    """A server that does not show the new release gets the old one back, and the log says why."""
    lines = rig.FOLDER + "patience = 0\n"
    rig.target(base, lines, base / "host", stale)
    assert rig.deploy(base).returncode == 0
    before = name(base)
    write_site(base / "public", "two")
    ran = rig.deploy(base)
    assert (ran.returncode, "сервер показує інший випуск" in ran.stderr) == (1, True), ran.stderr
    assert name(base) == before
    assert f"-> {before}: /release.json" in (base / "host/log").read_text()


def test_a_page_is_wrong(base: Path, tmp_path: Path) -> None:
    """A server that spoils one page in the sample is enough."""
    rig.target(base, rig.FOLDER + "patience = 0\n", base / "host")
    rig.deploy(base)
    with rig.nginx(tmp_path / "nginx", base / "host") as url:
        conf = tmp_path / "nginx/server.conf"
        conf.write_text(conf.read_text() + "location = /p/3/ { return 200 spoilt; }\n")
        rig.reload(tmp_path / "nginx")
        rig.target(base, rig.FOLDER + "patience = 2\n", base / "host", url)
        before = name(base)
        write_site(base / "public", "two")
        ran = rig.deploy(base)
    assert (ran.returncode, "/p/3/: сервер дає не ті байти" in ran.stderr) == (1, True), ran.stderr
    assert name(base) == before


def test_nobody_answers(base: Path) -> None:
    """A first release with no server before it stays, and the fault is told."""
    lines = rig.FOLDER + "patience = 0\n"
    rig.target(base, lines, base / "host", f"http://127.0.0.1:{rig.free_port()}")
    ran = rig.deploy(base)
    assert (ran.returncode, "сервер не відповідає" in ran.stderr) == (1, True), ran.stderr
    assert "Traceback" not in ran.stderr
