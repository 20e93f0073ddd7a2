"""After a switch: does the real server show this very release?"""

import random
import re
import time
from collections.abc import Callable, Iterator
from hashlib import sha256

from plugins.delivery.manifest import Manifest
from plugins.delivery.names import RELEASE, address_of, is_immutable, is_page, path_of
from plugins.delivery.web import FRESH, Answer, ask, shows_another, status_of

SAMPLE = 20  # pages asked for, beside those that every site has
_NOWHERE = "/nemaie-takoi-storinky/"
_LOC = re.compile(r"<loc>([^<]+)</loc>")

Ask = Callable[[str], Answer]


def wrong(url: str, manifest: Manifest, patience: float = 10) -> list[str]:
    """Return what is wrong with the site at ``url``; empty when it shows the release.

    Waits ``patience`` seconds for a server or a CDN that still has the former one.
    """
    until = time.monotonic() + patience
    while found := list(_wrong(url, manifest)):
        if time.monotonic() >= until:
            break
        time.sleep(0.5)
    return found


def _wrong(url: str, manifest: Manifest) -> Iterator[str]:
    def get(path: str) -> Answer:
        return ask(url, path, FRESH)

    if other := shows_another(url, manifest.files[RELEASE].sha256):
        yield other
        return
    for path in sample(manifest, _mapped(get, manifest)):
        answer = get(address_of(path))
        if answer.status != 200:
            yield f"{address_of(path)}: {status_of(answer)}"
        elif _digest(answer) != manifest.files[path].sha256:
            yield f"{address_of(path)}: сервер дає не ті байти, що у випуску"
    if (missing := get(_NOWHERE)).status != 404:
        yield f"{_NOWHERE}: має бути 404, а сервер каже: {status_of(missing)}"


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
