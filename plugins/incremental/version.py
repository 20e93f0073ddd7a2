"""The version of the machine itself: a part of every key, so that new code renders anew."""

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def code_version() -> str:
    """Return a digest of our code, of the locked dependencies and of Python's version."""
    digest = blake2b(sys.version.encode(), digest_size=8)
    for file in [*sorted((ROOT / "plugins").rglob("*.py")), ROOT / "requirements.lock"]:
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
