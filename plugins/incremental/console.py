"""What a build says: progress for a person who waits, quiet in CI, faults always."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

PATIENCE = 0.5  # seconds after which a person wants to see that something happens


class Console:
    """Writes to standard error; shows progress only on a terminal and not in CI."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Find out whether anyone watches; a ``quiet`` one belongs to a process aside."""
        self._watched = sys.stderr.isatty() and not os.environ.get("CI") and not quiet

    def say(self, words: str) -> None:
        """Write a line."""
        print(words, file=sys.stderr, flush=True)

    def progress(self, what: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """Yield the items; when it takes long, count them on one line."""
        if not self._watched:
            yield from items
            return
        started = shown = time.monotonic()
        for count, item in enumerate(items, 1):
            yield item
            if (now := time.monotonic()) - shown > 0.1 and now - started > PATIENCE:
                shown = now
                print(f"\r{what}: {count} / {total}", end="", file=sys.stderr, flush=True)
        if shown != started:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
