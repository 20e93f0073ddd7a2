"""Nothing to do: known without reading a text or loading a plugin, in a tenth of a second.

A build is a function of (content, its history, settings, time, ledger). When none of them has
changed since the last one and every output lies as it was written, the plan would be the same
again. The content is compared as reading does it, by the stamps of its files; code, settings,
theme and the commit that is checked out by one digest; the time by the moments between which the
plan holds.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from plugins.incremental.difference import Difference
from plugins.incremental.git_repository import head_of
from plugins.incremental.misplaced import Misplaced
from plugins.incremental.report import Changes, Report
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.version import code_version

_ANY_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def inputs_digest(settings: Settings) -> str:
    """Return the digest of all that a plan depends on beside the content and the time.

    To be taken before a build, so that a theme saved meanwhile counts as a change.
    """
    digest = blake2b(code_version().encode(), digest_size=16)
    digest.update(repr(replace(settings, jobs=0, now=_ANY_TIME)).encode())
    digest.update(head_of(settings.content).encode())
    files = [*settings.theme.rglob("*"), *settings.data.glob("*.yaml")]
    for file in sorted(file for file in files if file.is_file()):
        digest.update(f"\0{file}\0".encode() + _bytes(file))
    return digest.hexdigest()


def _bytes(file: Path) -> bytes:
    """Return the bytes of a file; of one that may not be read none, which its reader will tell."""
    try:
        return file.read_bytes()
    except PermissionError:
        return b"\0closed"


def settle(inputs: str, now: datetime, next_change: datetime | None, store: Store) -> None:
    """Remember, after a good build, what it was made from and how long it holds."""
    until = next_change.isoformat() if next_change else ""
    store.remember("settled", json.dumps([inputs, now.isoformat(), until]))


def settled(
    inputs: str, content: Difference, settings: Settings, store: Store,
    misplaced: Misplaced,
) -> Report | None:  # fmt: skip
    """Return the report of a build with nothing to do, ``None`` when there may be something."""
    remembered = store.meta("settled")
    if content or not store.trusted or not remembered:
        return None
    digest, since, until = json.loads(remembered)
    next_change = datetime.fromisoformat(until) if until else None
    holds = settings.now >= datetime.fromisoformat(since) and (
        next_change is None or settings.now < next_change
    )
    if not holds or digest != inputs:
        return None
    if misplaced():
        return None
    return Report(changes=Changes(total=store.count_outputs()), next_change=next_change)
