"""What goes out: the release aside, in hard links, where no later build can change it."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.delivery.errors import Failed, Refused
from plugins.delivery.folder import hashed, lying, ordinary
from plugins.delivery.manifest import Manifest, manifest_text
from plugins.delivery.names import MANIFEST

_SHOWN = 10


@contextmanager
def outgoing(folder: Path, manifest: Manifest) -> Iterator[Path]:
    """Give the folder ``site`` of a copy that holds what the manifest says, byte for byte.

    The engine replaces files and never writes into them, so a build that starts meanwhile leaves
    the copy alone. Raises Refused when the folder is not what its manifest says.
    """
    _sweep(folder)
    aside = folder.with_name(f"{folder.name}.outgoing.{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        site = aside / "site"
        _link(folder, site, ordinary(folder))
        _require_same(site, manifest)
        yield site
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what a deploy that was killed has left."""
    for left in folder.parent.glob(f"{folder.name}.outgoing.*"):
        owner = left.suffix[1:]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists():
            shutil.rmtree(left, ignore_errors=True)


def _link(folder: Path, target: Path, paths: Sequence[str]) -> None:
    made: set[Path] = set()
    for path in paths:
        place = target / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        try:
            os.link(folder / path, place)
        except FileNotFoundError:
            raise Failed(f"теку {folder} змінено під час розгортання. Повторіть.") from None
        except OSError:  # a file system without hard links
            shutil.copyfile(folder / path, place)


def _require_same(site: Path, manifest: Manifest) -> None:
    there = {one.path for one in lying(site)} - {MANIFEST}
    lost, extra = sorted(manifest.files.keys() - there), sorted(there - manifest.files.keys())
    files = hashed(site, sorted(there & manifest.files.keys()))
    changed = [path for path, file in files.items() if manifest.files[path] != file]
    reasons = [
        *_told("немає файла, який є у випуску", lost),
        *_told("файл не з цього випуску", extra),
        *_told("байти не ті, що у випуску", changed),
    ]
    if (site / MANIFEST).read_text("utf-8") != manifest_text(manifest):
        reasons.append(f"{MANIFEST}: змінено під час розгортання")
    if reasons:
        raise Refused([*reasons, "Складіть сайт знову: make publish"])


def _told(what: str, paths: Sequence[str]) -> list[str]:
    more = [f"… і ще {len(paths) - _SHOWN}: {what}"] if len(paths) > _SHOWN else []
    return [*(f"{path}: {what}" for path in paths[:_SHOWN]), *more]
