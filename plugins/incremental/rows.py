"""What the store keeps of files read and written, row by row."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class SourceRow(NamedTuple):
    """A content file as it was read: its card, problems, details and body in canonical JSON.

    ``words`` are the body in plain text. A file that is no text has none of the last three.
    ``extracts`` are pairs of name and value.
    """

    path: str
    stamp: str
    read_ns: int
    digest: str
    card: str
    problems: str
    details: str = ""
    words: str = ""
    body: str = ""
    extracts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An output as it was written: digest of its bytes, and the file's stamp on the disk.

    A compressed twin has no digest, for it follows from its file; its key is its recipe.
    ``member_of`` is the name of the group that the output was planned in, if any.
    """

    path: str
    key: str
    digest: str
    stamp: str
    member_of: str = ""

    @property
    def size(self) -> int:
        """The size of the file in bytes."""
        return int(self.stamp.partition(" ")[0] or 0)


class GroupRow(NamedTuple):
    """A group of outputs as it was expanded last; its sitemap entries are read apart."""

    name: str
    key: str
    modified: str
    pages: int
    paths: tuple[str, ...]


def stamp_of(file: str | Path) -> str:
    """Return what changes when a file does, empty when there is none."""
    try:
        stat = os.stat(file)  # noqa: PTH116  # 50,000 times a build: a Path costs as much again
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns}"
