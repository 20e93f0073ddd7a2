"""All files for servers, as ``make servers`` writes them."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from plugins.delivery.server.apache import htaccess
from plugins.delivery.server.caddy import caddyfile
from plugins.delivery.server.hosted import headers_file
from plugins.delivery.server.nginx import http_conf, log_conf, server_conf, site_conf
from plugins.delivery.server.policy import headers
from plugins.delivery.server.redirects import read_redirects


def server_files(
    root: str, url: str, redirects: str, *, preview: bool, brotli: bool, here: str, admin: str = ""
) -> Mapping[str, str]:
    """Return the text of each file by its path.

    ``root`` is the folder of releases on the host, ``url`` the public address, ``here`` the folder
    in which the files will lie there, ``admin`` the policy of the web editor, if there is one.
    """
    sent, moved = headers(preview, admin), read_redirects(redirects)
    host = urlsplit(url).hostname or "localhost"
    return {
        "nginx/http.conf": http_conf(sent, root) + log_conf(),
        "nginx/server.conf": server_conf(sent, root, brotli=brotli),
        "nginx/site.conf": site_conf(host, f"{here}/nginx"),
        "apache/.htaccess": htaccess(sent, moved, secure=url.startswith("https://")),
        "Caddyfile": caddyfile(url, root, sent, moved),
        "_headers": headers_file(sent),
    }


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
