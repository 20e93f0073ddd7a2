"""The folders of a build: whose they are, and that one build at a time writes into them."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.incremental.errors import FolderError

MARK = "build.json"
"""The output by which a build knows a folder as one of its own."""


def require_own(folder: Path) -> None:
    """Raise FolderError when ``folder`` holds something and no build of ours has filled it."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FolderError(
            f"тека {folder} не порожня, і її створила не ця збірка. "
            "Вкажіть іншу (OUTPUTDIR=…) або спорожніть цю."
        )


def require_there(folder: Path) -> None:
    """Raise FolderError when there is no such folder of texts."""
    if not folder.is_dir():
        raise FolderError(f"теки {folder} немає. Перевірте назву (INPUTDIR=…).")


@contextmanager
def exclusive(state: Path) -> Iterator[None]:
    """Let one build at a time work on an output folder; the lock dies with its process.

    Raises FolderError when another build holds it.
    """
    state.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise FolderError(
            "інша збірка вже пише в цю теку. Зачекайте, доки вона закінчить."
        ) from None
