"""The walk along outside links, against servers of this machine."""

import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.council.link_report import LinkReport, TroubledLink, read_report, report_text
from plugins.outside_links.__main__ import main
from plugins.outside_links.collecting import outside_links
from tests.incremental.commands import environment
from tests.incremental.tiny_site import NOW, ROOT

ANSWERS = {"/ok": 200, "/moved": 301, "/found": 302, "/gone": 404, "/former": 410, "/no": 403,
           "/fault": 500, "/slow": 200}  # fmt: skip
SLOW = 4  # seconds, twice as long as the command waits here


class Server(BaseHTTPRequestHandler):
    """Answers as its address says."""

    def do_GET(self) -> None:
        """Answer a request."""
        code = ANSWERS.get(self.path, 404)
        if self.path == "/slow":
            time.sleep(SLOW)
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve on a free port, which is given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that goes away
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def certified_by_nobody(folder: Path) -> ssl.SSLContext:
    """Return a context with a certificate that its own server has signed."""
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key"), "-out", str(folder / "cert")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    return context


def page(folder: Path, path: str, *urls: str) -> None:
    """Write a page of a built site with links in its text, and one in its frame."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    links = "".join(f'<p><a class="x" href="{url}">…</a></p>' for url in urls)
    frame = '<header><a href="https://frame.example/">…</a></header>'
    file.write_text(f"<html><body>{frame}<main>{links}</main></body></html>", "utf-8")


def test_only_links_of_texts_to_other_sites_are_asked(tmp_path: Path) -> None:
    """Neither the frame nor the site itself; each once, with the pages where it stands."""
    own = "https://rada.example"
    page(
        tmp_path,
        "index.html",
        "/novyny/",
        f"{own}/gone/",
        f"{own}/index.html",
        own,
        f"{own}/?a=1",
        "https://a.example/?x=1&amp;y=2",
    )
    page(tmp_path, "novyny/index.html", "https://a.example/?x=1&amp;y=2", "mailto:a@b.example")
    page(tmp_path, "404.html", f"{own}.evil.example/")
    assert outside_links(tmp_path, own) == {
        "https://a.example/?x=1&y=2": ("/", "/novyny/"),
        f"{own}.evil.example/": ("/404.html",),
        f"{own}/gone/": ("/",),  # of the site itself, and not there
    }


def test_every_sort_of_trouble_is_told(tmp_path: Path) -> None:
    """What is gone, moved, refused, late, insecure and not there at all; what answers is not."""
    site, report = tmp_path / "site", tmp_path / "links.json"
    with serving() as port, serving(certified_by_nobody(tmp_path)) as secure:
        at = f"http://127.0.0.1:{port}"
        page(site, "a/index.html", *(at + path for path in ANSWERS), f"https://127.0.0.1:{secure}/")
        page(site, "b/index.html", f"{at}/gone", "http://127.0.0.1:1/")
        options = ["--local", "--timeout", "2", "--report", str(report)]
        assert main([str(site), "https://rada.example", *options]) == 0
    found = read_report(report.read_text("utf-8"))
    assert found.checked == 10
    told = {one.url.removeprefix(at): (one.trouble, one.code) for one in found.links}
    assert told == {
        "/moved": ("moved", 301), "/gone": ("gone", 404), "/former": ("gone", 410),
        "/no": ("refused", 403), "/fault": ("refused", 500), "/slow": ("timeout", 0),
        f"https://127.0.0.1:{secure}/": ("secure", 0), "http://127.0.0.1:1/": ("unreachable", 0),
    }  # fmt: skip
    by_url = {one.url: one for one in found.links}
    assert by_url[f"{at}/moved"].to == f"{at}/ok"
    assert by_url[f"{at}/gone"].pages == ("/a/", "/b/")


def test_own_network_is_not_asked_for_anybody(tmp_path: Path) -> None:
    """A link to the machine's own network is passed over: an editor's account may be stolen."""
    with serving() as port:
        page(tmp_path, "index.html", f"http://127.0.0.1:{port}/gone")
        report = tmp_path / "links.json"
        assert main([str(tmp_path), "https://rada.example", "--report", str(report)]) == 0
    assert read_report(report.read_text("utf-8")).links == ()


def test_command_says_what_it_lacks(tmp_path: Path) -> None:
    """Without a built site it says how to have one; no traceback."""
    line = [
        sys.executable,
        "-m",
        "plugins.outside_links",
        str(tmp_path / "nema"),
        "https://x.example",
    ]
    done = subprocess.run(line, cwd=ROOT, env=environment(), capture_output=True, text=True)
    assert done.returncode == 2
    assert "make publish" in done.stderr
    assert "Traceback" not in done.stderr


def test_report_reads_what_it_wrote() -> None:
    """A report is the same after a round trip; what is none is refused."""
    link = TroubledLink(url="https://a.example/", trouble="gone", code=404, pages=("/a/",))
    report = LinkReport(moment=NOW, checked=1, links=(link,))
    assert read_report(report_text(report)) == report
    for words in ("", "[]", "{}", '{"links": [{}]}'):
        with pytest.raises(ValueError):
            read_report(words)
