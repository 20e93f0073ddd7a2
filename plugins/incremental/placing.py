"""Putting files where the site wants them, and taking away what it does not."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def put_in_place(staged: Iterable[tuple[str, str]], folder: Path) -> None:
    """Move files: (where one lies, its path in ``folder``)."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = {str(folder.parent)}
    for source, path in staged:
        target = f"{folder}/{path}"
        _make_folder(target.rpartition("/")[0], made)
        try:
            os.replace(source, target)  # noqa: PTH105  # 20,000 times; a Path costs as much again
        except IsADirectoryError:
            shutil.rmtree(target)
            os.replace(source, target)  # noqa: PTH105  # as above


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
