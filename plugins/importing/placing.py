"""Files put into ``content/``: whole or not at all, and never over one that is there."""

import os
from contextlib import suppress
from pathlib import Path

from plugins.importing.refusal import Refusal


def put(content: Path, path: str, data: bytes) -> bool:
    """Write a file that is not there yet; return whether it was written.

    A process that dies half-way leaves at most a dotfile, which a build does not see. Raises
    Refusal where a symbolic link leads out of the content folder.
    """
    target = content / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(content.resolve()):
        raise Refusal(
            f"тека {target.parent} веде за межі {content}. Приберіть символьне посилання."
        )
    half = target.parent / f".{target.name[-80:]}.{os.getpid()}.part"
    try:
        with half.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(half, target)  # unlike a rename, refuses when the name is taken
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if os.path.lexists(target):
                return False
            half.replace(target)
        return True
    finally:
        with suppress(FileNotFoundError):
            half.unlink()


def holds(content: Path, path: str, data: bytes) -> bool:
    """Whether exactly these bytes lie there already."""
    target = content / path
    with suppress(OSError):
        return target.stat().st_size == len(data) and target.read_bytes() == data
    return False
