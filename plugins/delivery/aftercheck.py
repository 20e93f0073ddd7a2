"""After a switch: does the real server show this very release?"""

import random
import re
import time
from collections.abc import Callable, Iterator
from hashlib import sha256

from plugins.delivery.manifest import Manifest
from plugins.delivery.names import RELEASE, address_of, is_immutable, is_page, path_of
from plugins.delivery.web import Answer, ask

SAMPLE = 20  # pages asked for, beside those that every site has
_NOWHERE = "/nemaie-takoi-storinky/"
_FRESH = {"Cache-Control": "no-cache", "Accept-Encoding": "identity"}
_LOC = re.compile(r"<loc>([^<]+)</loc>")

Ask = Callable[[str], Answer]


def wrong(url: str, manifest: Manifest, patience: float = 10) -> list[str]:
    """Return what is wrong with the site at ``url``; empty when it shows the release.

    Waits ``patience`` seconds for a server or a CDN that still has the former one.
    """
    until = time.monotonic() + patience
    while found := list(_wrong(lambda path: ask(url, path, _FRESH), manifest)):
        if time.monotonic() >= until:
            break
        time.sleep(0.5)
    return found


def shows_another(url: str, manifest: Manifest) -> str:
    """Return what is wrong when a server does not name this release as its own."""
    return next(_named(lambda path: ask(url, path, _FRESH), manifest), "")


def _named(get: Ask, manifest: Manifest) -> Iterator[str]:
    told = get(f"/{RELEASE}")
    if told.status != 200:
        yield f"/{RELEASE}: {_status(told)}"
    elif _digest(told) != manifest.files[RELEASE].sha256:
        yield f"/{RELEASE}: сервер показує інший випуск"


def _wrong(get: Ask, manifest: Manifest) -> Iterator[str]:
    if other := list(_named(get, manifest)):
        yield from other
        return
    for path in sample(manifest, _mapped(get, manifest)):
        answer = get(address_of(path))
        if answer.status != 200:
            yield f"{address_of(path)}: {_status(answer)}"
        elif _digest(answer) != manifest.files[path].sha256:
            yield f"{address_of(path)}: сервер дає не ті байти, що у випуску"
    if (missing := get(_NOWHERE)).status != 404:
        yield f"{_NOWHERE}: має бути 404, а сервер каже: {_status(missing)}"


def sample(manifest: Manifest, mapped: list[str]) -> list[str]:
    """Return paths to ask for: what no site lacks, some assets, and pages of the sitemap.

    The choice follows from the build, so that a fault can be seen again.
    """
    chance = random.Random(manifest.build)
    always = ("index.html", "robots.txt", "feed.xml", "sitemap.xml", "poshuk/data/index.json")
    assets = sorted(path for path in manifest.files if is_immutable(path) and "static/" in path)
    plain = [path for path in assets if not path.endswith((".br", ".gz"))]
    pages = chance.sample(mapped, min(SAMPLE, len(mapped)))
    wanted = dict.fromkeys([*always, *plain[:4], *pages])
    return [path for path in wanted if path in manifest.files]


def _mapped(get: Ask, manifest: Manifest) -> list[str]:
    """Return pages that the sitemap names, as the server shows it."""
    parts = [_path(url, manifest) for url in _LOC.findall(_text(get("/sitemap.xml")))]
    chance = random.Random(manifest.build)
    some = chance.sample(parts, min(5, len(parts)))
    urls = (url for part in some for url in _LOC.findall(_text(get(f"/{part}"))))
    found = {_path(url, manifest) for url in urls}
    pages = sorted(path for path in found if path in manifest.files and is_page(path))
    return pages or sorted(path for path in manifest.files if path.endswith("index.html"))


def _path(url: str, manifest: Manifest) -> str:
    return path_of(url.removeprefix(manifest.site))


def _text(answer: Answer) -> str:
    return answer.body.decode(errors="replace")


def _digest(answer: Answer) -> str:
    return sha256(answer.body).hexdigest()


def _status(answer: Answer) -> str:
    return str(answer.status) if answer.status else f"сервер не відповідає ({_text(answer)})"
