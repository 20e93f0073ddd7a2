"""Putting files where the site wants them, and taking away what it does not."""

import os
import shutil
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from plugins.incremental.rows import stamp_of
from plugins.incremental.workers import FEW_LONG, each

TOGETHER = 1000  # files that one process puts in place before it takes the next ones


def put_in_place(staged: Sequence[tuple[str, str]], folder: Path, jobs: int = 1) -> dict[str, str]:
    """Move files: (where one lies, its path in ``folder``). Return their stamps by path."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _make_folder(str(folder), {str(folder.parent)})
    parts = [staged[start : start + TOGETHER] for start in range(0, len(staged), TOGETHER)]
    placed = each(partial(_put, str(folder)), parts, jobs, few=FEW_LONG)
    return {path: stamp for part in placed for path, stamp in part}


def _put(folder: str, staged: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    made = {folder}
    stamps = []
    for source, path in staged:
        target = f"{folder}/{path}"
        _make_folder(target.rpartition("/")[0], made)
        try:
            os.replace(source, target)  # noqa: PTH105  # 20,000 times; a Path costs as much again
        except IsADirectoryError:
            shutil.rmtree(target)
            os.replace(source, target)  # noqa: PTH105  # as above
        stamps.append((path, stamp_of(target)))
    return stamps


def _make_folder(wanted: str, made: set[str]) -> None:
    """Make a folder; what somebody's hand put into the site where it belongs gives way."""
    if wanted in made:
        return
    _make_folder(wanted.rpartition("/")[0], made)
    folder = Path(wanted)
    try:
        folder.mkdir()
    except FileExistsError:
        if folder.is_symlink() or not folder.is_dir():
            folder.unlink()
            folder.mkdir()
    made.add(wanted)


def remove(paths: Iterable[str], folder: Path) -> None:
    """Remove files, and the folders that they leave empty."""
    for path in paths:
        target = folder / path
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == folder:
                break
            try:
                parent.rmdir()
            except FileNotFoundError:
                continue  # a hand was here before
            except OSError:
                break  # not empty
