"""The generated configurations, read by the real servers."""

import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.delivery.server.apache import htaccess
from plugins.delivery.server.caddy import caddyfile
from plugins.delivery.server.files import server_files, write_files
from plugins.delivery.server.hosted import headers_file
from plugins.delivery.server.media_types import media_type
from plugins.delivery.server.policy import HEADERS, headers, value_for
from plugins.delivery.server.redirects import read_redirects
from plugins.delivery.web import Answer, ask
from tests.delivery import rig
from tests.delivery.small_site import OLD, asset, files_of, write_site

CSS, _ = asset("css", "one")
MODULES = Path("/usr/lib/apache2/modules")


@contextmanager
def apache(folder: Path, releases: Path) -> Iterator[str]:
    """Show a release by .htaccess alone, as shared hosting does."""
    folder.mkdir(parents=True)
    port = rig.free_port()
    site = releases / "current"
    moved = read_redirects((site / "_redirects").read_text())
    (site / ".htaccess").write_text(htaccess(headers(), moved))
    names = ("mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "alias")
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    user = "" if os.geteuid() else "User nobody\nGroup nogroup"
    (folder / "apache.conf").write_text(f"""
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
{modules}
{user}
TypesConfig /dev/null
DocumentRoot {site}
<Directory {site}/>
    AllowOverride All
    Require all granted
</Directory>
""")
    for parent in (releases, *releases.parents):  # nobody must get there
        if parent.owner() != "root" or parent == Path("/tmp"):
            break
        parent.chmod(0o755)
    command = [rig.program("apache2"), "-DFOREGROUND", "-f", str(folder / "apache.conf")]
    with rig.running(command, port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy(folder: Path, releases: Path) -> Iterator[str]:
    """Show a release by the Caddyfile."""
    folder.mkdir(parents=True)
    port = rig.free_port()
    moved = read_redirects((releases / "current/_redirects").read_text())
    url = f"http://127.0.0.1:{port}"
    own = "{\n\tadmin off\n\tauto_https off\n}\n"
    (folder / "Caddyfile").write_text(own + caddyfile(url, str(releases), headers(), moved))
    command = [rig.program("caddy"), "run", "--config", str(folder / "Caddyfile")]
    before = dict(os.environ)
    os.environ.update(HOME=str(folder), XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
    try:
        with rig.running([*command, "--adapter", "caddyfile"], port):
            yield url
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture(scope="module", params=["nginx", "apache", "caddy"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of each server, which shows a release with twins."""
    base = tmp_path_factory.mktemp(request.param)
    write_site(base / "public", "one")
    for path in (f"{CSS}", "p/1/index.html", "feed.xml"):
        file = base / "public" / path
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    from plugins.delivery.folder import seal
    from plugins.delivery.repository import Version

    seal(base / "public", Version())
    rig.target(base, rig.FOLDER, base / "host")
    assert rig.deploy(base).returncode == 0
    run = {"nginx": rig.nginx, "apache": apache, "caddy": caddy}[request.param]
    with run(base / "server", base / "host") as url:
        yield url


@pytest.mark.parametrize(
    "address",
    ["/", "/p/1/", f"/{CSS}", "/feed.xml", "/robots.txt", "/poshuk/data/index.json", "/nema/"],
)
def test_headers(server: str, address: str) -> None:
    """Every answer, also that nothing is there, has the headers of the record."""
    told = ask(server, address)
    shown = "/404.html" if address == "/nema/" else address
    assert told.status == (404 if address == "/nema/" else 200)
    for header in HEADERS:
        wanted = "" if header.secure else value_for(header, shown)
        assert told.headers.get(header.name.lower(), "") == wanted, header.name


def test_bytes_and_types(server: str) -> None:
    """Files come with their bytes and types, whatever the machine knows of types."""
    for path, data in files_of("one").items():
        if path in ("_redirects", "redirects.map", "404.html"):
            continue
        told = ask(server, "/" + path.removesuffix("index.html"))
        assert (told.status, told.body) == (200, data), path
        kind = media_type(path)
        assert told.headers["content-type"].lower() == kind, path


def test_missing_page(server: str) -> None:
    """What is not there is answered with the site's own page and 404; so are private files."""
    for address in ("/nema/", "/p/", "/_redirects", "/redirects.map", "/.htaccess", "/.git/config"):
        told = ask(server, address)
        assert (told.status, told.body) == (404, files_of("one")["404.html"]), address


def test_redirects(server: str) -> None:
    """Old addresses and short ones lead on, for ever."""
    for old, new in (("/old/", "/p/1/"), ("/a/2/", "/p/2/"), (OLD, "/p/3/")):
        told = ask(server, old)
        assert told.status == 301
        assert path_of(told) == new
        assert "content-security-policy" in told.headers
        assert path_of(ask(server, f"{old}?utm=1")) in (new, f"{new}?utm=1")


def path_of(told: Answer) -> str:
    """Return where an answer leads to, without the host; some servers say it in full."""
    return re.sub(r"^http://127\.0\.0\.1:[0-9]+", "", told.headers["location"])


def test_a_page_has_one_address(server: str) -> None:
    """What names the file of a page leads to the page, and never to another host."""
    assert path_of(ask(server, "/p/1/index.html")) == "/p/1/"
    assert path_of(ask(server, "/index.html")) == "/"
    assert ask(server, "/404.html").status == 404
    for evil in ("//example.net/index.html", "/\\example.net/index.html", "//example.net/p/1"):
        told = raw(server, evil)
        assert told.status in (301, 308, 404)
        assert not re.match(r"/[/\\]|https?://(?!127)", told.headers.get("location", ""))


def raw(url: str, target: str, method: str = "GET") -> Answer:
    """Return the answer to an address that is sent as it stands."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.putrequest(method, target)
    connection.endheaders()
    response = connection.getresponse()
    told = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, told, response.read())
    connection.close()
    return answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading(server: str, method: str) -> None:
    """Nobody can do anything here but read."""
    assert raw(server, "/p/1/", method).status == 405
    assert raw(server, "/p/1/", "HEAD").body == b""


def test_slash(server: str) -> None:
    """A page's address without its slash leads to the page."""
    told = ask(server, "/p/1")
    assert told.status in (301, 302, 307, 308)
    assert told.headers["location"].endswith("/p/1/")


@pytest.mark.parametrize("address", [f"/{CSS}", "/feed.xml", "/p/1/"])
def test_twins(server: str, address: str) -> None:
    """A browser that can gets the twin; caches know that there are two."""
    plain = ask(server, address, {"Accept-Encoding": "identity"})
    told = ask(server, address, {"Accept-Encoding": "gzip"})
    assert told.headers.get("content-encoding") == "gzip", address
    assert gzip.decompress(told.body) == plain.body
    assert told.headers["content-type"] == plain.headers["content-type"]
    refused = ask(server, address, {"Accept-Encoding": "gzip;q=0"})
    assert (refused.headers.get("content-encoding"), refused.body) == (None, plain.body)
    for one in (plain, told, refused):
        assert "accept-encoding" in one.headers.get("vary", "").lower()
    etags = plain.headers["etag"], told.headers["etag"]
    assert etags[0] != etags[1]  # RFC 9110: other bytes, another tag


def test_not_modified_and_ranges(server: str) -> None:
    """A browser that has a page asks in a few bytes; a part of a file can be had."""
    first = ask(server, "/p/1/")
    again = ask(server, "/p/1/", {"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert "content-security-policy" in again.headers
    part = ask(server, "/feed.xml", {"Range": "bytes=0-3"})
    assert (part.status, part.body) == (206, files_of("one")["feed.xml"][:4])


def test_htaccess_leads_to_https(tmp_path: Path) -> None:
    """Who comes without TLS is led to the same host; behind a proxy that has it nobody is."""
    write_site(tmp_path / "host/current", "one")
    with apache(tmp_path / "server", tmp_path / "host") as url:
        text = htaccess(headers(), (), secure=True)
        (tmp_path / "host/current/.htaccess").write_text(text)
        told = ask(url, "/p/1/?x=1")
        assert told.status == 301
        assert told.headers["location"] == f"https://{url.removeprefix('http://')}/p/1/?x=1"
        assert ask(url, "/p/1/", {"X-Forwarded-Proto": "https"}).status == 200


def test_generated_caddyfile_is_valid(tmp_path: Path) -> None:
    """Caddy itself finds nothing to say of the file for a public address."""
    file = tmp_path / "Caddyfile"
    file.write_text(caddyfile("https://example.org", "/srv/site", headers(), ()))
    command = [rig.program("caddy"), "validate", "--config", str(file), "--adapter", "caddyfile"]
    ran = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "HOME": str(tmp_path)},
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


def test_headers_file() -> None:
    """``_headers`` says the same: all headers for all, assets for ever."""
    text = headers_file(headers())
    for header in HEADERS:
        assert not header.value or f"  {header.name}: {header.value}" in text
    assert "immutable" in text.partition("/static/*")[2].partition("/fonts")[0]
    assert "X-Robots-Tag" in headers_file(headers(preview=True))


def test_unchanged_file_keeps_its_etag(tmp_path: Path) -> None:
    """A file that stays keeps its time and so its ETag through deploys: browsers keep it too."""
    write_site(tmp_path / "public", "one")
    rig.target(tmp_path, rig.FOLDER, tmp_path / "host")
    assert rig.deploy(tmp_path).returncode == 0
    with rig.nginx(tmp_path / "nginx", tmp_path / "host") as url:
        before = ask(url, "/robots.txt").headers["etag"]
        os.utime(tmp_path / "public/robots.txt")
        shutil.rmtree(tmp_path / "public")
        write_site(tmp_path / "public", "two")
        assert rig.deploy(tmp_path).returncode == 0
        assert ask(url, "/robots.txt", {"If-None-Match": before}).status == 304


@pytest.fixture
def whole_site(tmp_path: Path) -> Iterator[tuple[int, int, Path]]:
    """The generated site of nginx: the ports of HTTP and HTTPS, and the certificate."""
    write_site(tmp_path / "host/current", "one")
    certificate, key = tmp_path / "fullchain.pem", tmp_path / "privkey.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    files = server_files(
        str(tmp_path / "host"), "https://localhost", "", preview=False, here=str(tmp_path),
        brotli=rig.BROTLI.is_file(),
    )  # fmt: skip
    write_files(files, tmp_path)
    plain, secure = rig.free_port(), rig.free_port()
    site = (tmp_path / "nginx/site.conf").read_text()
    for there, here in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"), ("listen [::]:80;", ""),
        ("listen 443 ssl", f"listen 127.0.0.1:{secure} ssl"), ("listen [::]:443 ssl http2;", ""),
        ("/etc/letsencrypt/live/localhost", str(tmp_path)),
        ("/var/log/nginx/council.log", str(tmp_path / "access.log")),
    ):  # fmt: skip
        assert there in site
        site = site.replace(there, here)
    (tmp_path / "nginx/site.conf").write_text(site)
    module = f"load_module {rig.BROTLI};" if rig.BROTLI.is_file() else ""
    user = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "nginx.conf").write_text(
        f"{module}\n{user}\ndaemon off;\npid {tmp_path}/pid;\nerror_log {tmp_path}/errors;\n"
        f"events {{}}\nhttp {{ include {tmp_path}/nginx/site.conf; }}\n"
    )
    with rig.running([rig.program("nginx"), "-c", str(tmp_path / "nginx.conf")], secure):
        yield plain, secure, certificate


def test_whole_site_with_tls(whole_site: tuple[int, int, Path]) -> None:
    """Plain HTTP leads to the same host with TLS; there HSTS holds for two years, TLS from 1.2."""
    plain, secure, certificate = whole_site
    told = raw(f"http://127.0.0.1:{plain}", "/p/1?x=1")
    assert (told.status, told.headers["location"]) == (301, "https://localhost/p/1?x=1")
    assert told.headers["server"] == "nginx"
    context = ssl.create_default_context(cafile=str(certificate))
    connection = http.client.HTTPSConnection("localhost", secure, context=context)
    connection.request("GET", "/p/1/")
    response = connection.getresponse()
    assert response.read() == files_of("one")["p/1/index.html"]
    assert response.headers["strict-transport-security"] == "max-age=63072000"
    assert response.headers["set-cookie"] is None
    connection.close()
    old = ssl.create_default_context(cafile=str(certificate))
    old.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", secure)) as line, pytest.raises(ssl.SSLError):
        old.wrap_socket(line, server_hostname="localhost")
