"""What lies in the content folder now: path, size and times of every ordinary file.

Symbolic links are not followed and dotfiles are not read, so nothing outside ``content/`` can
be; both are named, that an editor may be told. Paths are NFC, as editors type them in links,
whatever the disk holds.
"""

import os
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

UNREADABLE = "\ufffd"
"""Stands in a path for bytes that are no UTF-8: names from an old Windows archive."""

LINK = "link"
HIDDEN = "hidden"
TWIN = "twin"
SPECIAL = "special"
CLOSED = "closed"
"""Stamps of what is not to be read: a symbolic link, a dotfile or hidden folder (git's own are
not even named), two files whose names are one in NFC, a pipe, a socket or a device, a folder that
may not be entered."""

RACY_NS = 2_000_000_000
"""A file touched less than two seconds before it was read may have changed since with the
same stamp (FAT keeps times to two seconds), so it is read again."""


class Found(NamedTuple):
    """A file as the file system tells of it; ``stamp`` changes whenever its bytes may have.

    ``place`` is where it lies; ``path`` is the same in NFC, relative to the scanned folder.
    """

    path: str
    place: str
    stamp: str
    modified_ns: int

    def unchanged(self, stamp: str, read_ns: int) -> bool:
        """Whether the file is surely the one that had ``stamp`` when it was read."""
        return stamp == self.stamp and read_ns - self.modified_ns > RACY_NS


def content_digest(data: bytes) -> str:
    """Return the digest by which a content file's bytes are known."""
    return sha256(data).hexdigest()[:32]


def scan(folder: Path) -> dict[str, Found]:
    """Return the files below ``folder`` by path, in no order."""
    found: dict[str, Found] = {}
    folders = [(str(folder), "")]
    while folders:
        place, prefix = folders.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    _add(entry, prefix, found, folders)
        except PermissionError:
            if not prefix:  # the content folder itself: there is nothing to tell of
                raise
            found[prefix[:-1]] = Found(prefix[:-1], place, CLOSED, 0)
    return found


def _add(
    entry: os.DirEntry[str], prefix: str, found: dict[str, Found], folders: list[tuple[str, str]]
) -> None:
    name = entry.name
    path = prefix + (name if name.isascii() else as_scanned(name))
    if path in found:
        found[path] = Found(path, entry.path, TWIN, 0)
    elif entry.is_symlink() or name.startswith("."):
        if not name.startswith(".git"):
            stamp = LINK if entry.is_symlink() else HIDDEN
            found[path] = Found(path, entry.path, stamp, 0)
    elif entry.is_dir():
        folders.append((entry.path, path + "/"))
    elif entry.is_file():
        found[path] = _found(path, entry)
    else:
        found[path] = Found(path, entry.path, SPECIAL, 0)


def as_scanned(name: str) -> str:
    """Return a name as UTF-8 reads it in any locale; else with UNREADABLE inside."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def _found(path: str, entry: os.DirEntry[str]) -> Found:
    stat = entry.stat(follow_symlinks=False)
    modified, changed = stat.st_mtime_ns, stat.st_ctime_ns
    stamp = f"{stat.st_size} {modified} {changed} {stat.st_ino}"
    return Found(path, entry.path, stamp, max(modified, changed))
