"""Programs of others that the editor's page runs, kept here compressed (adr/0014)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import brotli

FOLDER = Path(__file__).with_name("vendor")
LIST = FOLDER / "vendor.json"
LICENCES = FOLDER / "LICENSES.txt"


@cache
def vendored() -> Mapping[str, Mapping[str, Any]]:
    """Return what is kept: by the name of the file its package, version and digests."""
    files: Mapping[str, Mapping[str, Any]] = json.loads(LIST.read_text("utf-8"))
    return files


def compressed(name: str) -> bytes:
    """Return a file as it is kept."""
    return (FOLDER / f"{name}.br").read_bytes()


def unpacked(data: bytes) -> bytes:
    """Return the script."""
    # Its last line leads to a map of 25 MB that nobody here needs, and browsers ask for it.
    script: bytes = brotli.decompress(data)
    lines = script.splitlines(keepends=True)
    return b"".join(lines[:-1] if lines[-1].startswith(b"//# sourceMappingURL=") else lines)
