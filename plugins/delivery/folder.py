"""The folder of a built site: what lies in it, and its manifest."""

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.delivery.errors import Failed, Refused
from plugins.delivery.known import cache_of, read_known, stamps_of, write_known
from plugins.delivery.manifest import (
    File,
    Manifest,
    build_id,
    file_of,
    manifest_text,
    read_manifest,
    release_text,
)
from plugins.delivery.names import MANIFEST, RELEASE
from plugins.delivery.repository import Version

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Lying:
    """A name in the folder; ``strange`` says what it is when it is no ordinary file."""

    path: str
    strange: str = ""


def seal(folder: Path, version: Version) -> Manifest:
    """Write the manifest of a finished build into its folder and return it.

    Raises Refused when something lies there that is no ordinary file.
    """
    (folder / MANIFEST).unlink(missing_ok=True)  # a run that dies leaves no manifest of another
    for name in (MANIFEST, RELEASE):  # … and nothing half written
        for left in folder.glob(f"{name}.*.tmp"):
            left.unlink()
    paths = [path for path in ordinary(folder) if path not in (MANIFEST, RELEASE)]
    files = _digests(folder, paths)
    build = build_id(files)
    release = release_text(build, version.commit, version.committed).encode()
    manifest = Manifest(
        build=build, commit=version.commit, committed=version.committed, site=site_of(folder),
        files={**files, RELEASE: file_of(release)},
    )  # fmt: skip
    put(folder / RELEASE, release)
    put(folder / MANIFEST, manifest_text(manifest).encode())
    return manifest


def sealed(folder: Path) -> Manifest:
    """Return the manifest that a build has left in its folder. Raises Failed without one."""
    if not folder.is_dir():
        raise Failed(f"теки {folder} немає. Складіть сайт: make publish")
    try:
        text = (folder / MANIFEST).read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        text = ""
    manifest = read_manifest(text)
    if manifest is None:
        raise Failed(
            f"у теці {folder} немає цілого випуску (файла {MANIFEST}): збірка порожня, "
            "не закінчена або чужа. Складіть сайт: make publish"
        )
    return manifest


def ordinary(folder: Path) -> list[str]:
    """Return the paths of all files, in order. Raises Refused naming links and devices."""
    found = sorted(lying(folder), key=lambda one: one.path)
    strange = [f"{one.path}: {one.strange}" for one in found if one.strange]
    if strange:
        raise Refused(
            [*strange[:_SHOWN], *([f"… і ще {len(strange) - _SHOWN}"][: len(strange) > _SHOWN])]
        )
    return [one.path for one in found]


def lying(folder: Path, prefix: str = "") -> Iterator[Lying]:
    """Yield everything that lies in a folder, folders themselves left out."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if not _is_utf8(entry.name):
                yield Lying(path, "назва не в UTF-8")
            elif entry.is_symlink():
                yield Lying(path, "символічне посилання")
            elif entry.is_dir(follow_symlinks=False):
                yield from lying(Path(entry.path), f"{path}/")
            elif stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                yield Lying(path)
            else:
                yield Lying(path, "не файл")


def _is_utf8(name: str) -> bool:
    """Whether a name can be written as text: what is no UTF-8 the system gives in surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def hashed(folder: Path, paths: list[str]) -> dict[str, File]:
    """Return digest and size of each file, by path."""

    def one(path: str) -> File:
        digest, size = sha256(), 0
        with open(f"{folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  # of 60,000
            while block := file.read(1 << 20):
                digest.update(block)
                size += len(block)
        return File(digest.hexdigest(), size)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(paths, pool.map(one, paths, chunksize=64), strict=True))


def _digests(folder: Path, paths: list[str]) -> dict[str, File]:
    """Return digest and size of each file, reading those that were written since the last time."""
    cache = cache_of(folder)
    known, stamps = read_known(cache), stamps_of(folder, paths)
    same = {path: known[path][1] for path in paths if known.get(path, ("",))[0] == stamps[path]}
    new = hashed(folder, [path for path in paths if path not in same])
    files = {path: same.get(path) or new[path] for path in paths}
    write_known(cache, files, stamps)
    return files


def site_of(folder: Path) -> str:
    """Return the public address that a build was made for, as its robots.txt tells it."""
    try:
        robots = (folder / "robots.txt").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    maps = [line for line in robots.splitlines() if line.startswith("Sitemap: ")]
    return maps[0].removeprefix("Sitemap: ").removesuffix("/sitemap.xml") if maps else ""


def put(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all; one with the same bytes is left."""
    if file.is_file() and file.read_bytes() == data:
        return
    beside = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    beside.write_bytes(data)
    beside.replace(file)
