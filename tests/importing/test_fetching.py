from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.importing.__main__ import main
from tests.importing.test_wordpress import Move, jpeg
from tests.importing.wxr_files import URL, export, item


class OldSite(BaseHTTPRequestHandler):
    """The old site: one picture, and an address that leads away from it."""

    asked: list[str]

    def do_GET(self) -> None:
        """Answer."""
        self.asked.append(self.path)
        found = self.path == "/wp-content/uploads/2021/05/%D1%84.jpg"
        away = self.path.endswith("away.jpg")
        self.send_response(200 if found else 302 if away else 404)
        if away:
            self.send_header("Location", "http://localhost:1/secret.jpg")
        self.end_headers()
        self.wfile.write(jpeg() if found else b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def old_site() -> Iterator[str]:
    """The address of the old site."""
    OldSite.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), OldSite)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("asked", [True, False])
def test_files_come_from_the_old_site_only_when_asked(
    tmp_path: Path, old_site: str, asked: bool
) -> None:
    """Files come from the old site only when asked."""
    move = Move(tmp_path)
    pictures = "".join(
        f'<p><img src="{URL}/wp-content/uploads/2021/05/{name}.jpg" alt="x"></p>'
        for name in ("ф", "away")
    )
    whole = export(item(1, content=pictures)).replace(URL, old_site)
    (tmp_path / "export.xml").write_text(whole)
    options = move.options()
    del options[options.index("--media") : options.index("--media") + 2]
    assert main([str(tmp_path / "export.xml"), *options, *(["--fetch"] if asked else [])]) == 0
    assert (move.site.content / "images/2021/05/f.jpg").is_file() is asked
    assert bool(OldSite.asked) is asked
    assert not (move.site.content / "images/2021/05/away.jpg").exists()
