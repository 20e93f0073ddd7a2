"""Where a benchmark works, and the environment in which its commands run."""

import os
import shutil
import tempfile
from pathlib import Path

ROOM = 150_000  # bytes a document: the sites of three generators with output and state


def place(largest: int) -> Path:
    """Return a folder in memory when it has the room, else the folder of temporary files."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > largest * ROOM:
        return memory
    return Path(tempfile.gettempdir())


def environment() -> dict[str, str]:
    """Return the environment of a user: some containers forbid Python to keep its bytecode."""
    own = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONUTF8": "1"}
