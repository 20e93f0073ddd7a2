"""Digests that are known from the last `make publish`: a file that was not written is not read.

Only the manifest is made with their help; a deploy reads every byte that goes out.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.delivery.manifest import File

Stamp = tuple[int, int, int]
"""Time of the last write (ns), size, inode: the engine replaces files, so a new one has another."""


def cache_of(folder: Path) -> Path:
    """Return where the digests of a folder's files are kept; it may be deleted at any time."""
    return folder.absolute().parent / ".build" / f"{folder.name}.digests"


def read_known(cache: Path) -> dict[str, tuple[Stamp, File]]:
    """Return what is known, nothing when the cache is not there or damaged."""
    known = {}
    try:
        for line in cache.read_text("utf-8").splitlines():
            path, written, size, inode, digest = line.split("\t")
            known[path] = (int(written), int(size), int(inode)), File(digest, int(size))
    except (OSError, ValueError):
        return {}
    return known


def write_known(cache: Path, files: Mapping[str, File], stamps: Mapping[str, Stamp]) -> None:
    """Keep the digests for the next time; without a folder for caches do nothing."""
    if not cache.parent.is_dir():
        return
    lines = (
        "\t".join([path, *map(str, stamps[path]), file.sha256]) for path, file in files.items()
    )
    beside = cache.with_name(f"{cache.name}.{os.getpid()}")
    beside.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    beside.replace(cache)


def stamps_of(folder: Path, paths: Sequence[str]) -> dict[str, Stamp]:
    """Return the stamp of each file."""
    found = ((path, os.stat(f"{folder}/{path}")) for path in paths)  # noqa: PTH116  # of 60,000
    return {path: (one.st_mtime_ns, one.st_size, one.st_ino) for path, one in found}
