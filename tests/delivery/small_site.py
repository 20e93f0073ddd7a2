"""A site small enough to be made in a moment, whole enough for every guard."""

import hashlib
import json
import shutil
from pathlib import Path
from urllib.parse import quote

from plugins.delivery.folder import seal
from plugins.delivery.manifest import Manifest
from plugins.delivery.repository import Version

SITE = "https://example.org"
PAGES = 12
OLD = "/стара адреса/"


def asset(kind: str, version: str) -> tuple[str, bytes]:
    """Return the path and the bytes of a hashed asset of a version."""
    data = f"/* {kind} of {version} */\n".encode() * 40
    return f"static/main.{hashlib.sha256(data).hexdigest()[:8]}.{kind}", data


def page(version: str, number: int) -> str:
    """Return a page that says its version and asks for the assets of the version."""
    css, js = asset("css", version)[0], asset("js", version)[0]
    return (
        f'<!DOCTYPE html><html lang="uk"><head><title>{number}</title>'
        f'<link rel="stylesheet" href="/{css}"><script src="/{js}" defer></script></head>'
        f'<body data-version="{version}">{"зразок " * 200}</body></html>\n'
    )


def files_of(version: str, pages: int = PAGES) -> dict[str, bytes]:
    """Return all files of a version by path."""
    urls = "".join(f"<url><loc>{SITE}/p/{n}/</loc></url>" for n in range(pages))
    texts = {
        "index.html": page(version, -1),
        "404.html": page(version, 404),
        "poshuk/index.html": page(version, -2),
        "sitemap.xml": f"<sitemapindex><loc>{SITE}/sitemap-p.xml</loc></sitemapindex>",
        "sitemap-p.xml": f"<urlset>{urls}</urlset>",
        "feed.xml": f"<feed>{version}</feed>",
        "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {SITE}/sitemap.xml\n",
        "poshuk/data/index.json": json.dumps({"version": version}),
        "build.json": '{"generator":"kramatorsk-council-site"}\n',
        "_redirects": f"/old/ /p/1/ 301\n{quote(OLD)} /p/3/ 301\n/a/* /p/:splat 301\n",
        "redirects.map": f'"/old/" "/p/1/";\n"{OLD}" "/p/3/";\n"~^/a/(?<act>.+)$" "/p/$act";\n',
        **{f"p/{n}/index.html": page(version, n) for n in range(pages)},
    }
    files = {path: text.encode() for path, text in texts.items()}
    return {**files, **dict([asset("css", version), asset("js", version)])}


def write_site(folder: Path, version: str, pages: int = PAGES, committed: str = "") -> Manifest:
    """Write a version as a finished build with its manifest, as `make publish` does."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in files_of(version, pages).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return seal(folder, Version("0" * 40, committed))
