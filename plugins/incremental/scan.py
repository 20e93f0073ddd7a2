"""What lies in the content folder now: path, size and times of every ordinary file.

Symbolic links are not followed and dotfiles are not seen, so nothing outside ``content/`` can
be read. Names are NFC, as editors type them in links.
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the file system tells of it; ``stamp`` changes whenever its bytes may have."""

    path: str
    stamp: str
    modified_ns: int


def scan(folder: Path) -> dict[str, Found]:
    """Return the files below ``folder`` by path, in order of their paths."""
    return {found.path: found for found in sorted(_walk(folder, ""), key=lambda f: f.path)}


def _walk(folder: str | os.PathLike[str], prefix: str) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            path = prefix + unicodedata.normalize("NFC", entry.name)
            if entry.is_dir():
                yield from _walk(entry.path, path + "/")
            elif entry.is_file():
                yield _found(path, entry.stat())


def _found(path: str, stat: os.stat_result) -> Found:
    stamp = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
    return Found(path, stamp, max(stat.st_mtime_ns, stat.st_ctime_ns))
