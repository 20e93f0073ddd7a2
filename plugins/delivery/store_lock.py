"""The lock of a store, which can only keep files: its holder shows now and then that it lives."""

import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from plugins.delivery.errors import Failed
from plugins.delivery.store import Store

LOCK = "deploy.lock.json"
BEAT = 5.0  # seconds between signs of life of whoever holds the lock
DEAD = float(os.environ.get("DEPLOY_DEAD", "120"))
"""Seconds without one, after which the lock is taken over."""

Say = Callable[[str], None]


@contextmanager
def locked(store: Store, say: Say, dead: float = DEAD) -> Iterator[Callable[[str], None]]:
    """Hold the lock of a store; give what is to be called often, to show that we live."""
    mine = secrets.token_hex(8)
    watched, since, told = "", time.monotonic(), False
    while not store.claim(LOCK, _beat(mine, 0)):
        held = store.read(LOCK) or ""
        if held != watched:
            watched, since = held, time.monotonic()
        elif time.monotonic() - since > dead:
            say("Попереднє розгортання загинуло; перебираю його замок.")
            store.release(LOCK)
            continue
        if not told:
            say("Інше розгортання триває або загинуло, чекаю…")
            told = True
        time.sleep(min(1.0, dead / 4))
    last = time.monotonic()

    def alive(progress: str) -> None:
        nonlocal last
        if time.monotonic() - last > BEAT:
            last = time.monotonic()
            if json.loads(store.read(LOCK) or "{}").get("who") != mine:
                raise Failed("інше розгортання вирішило, що це загинуло, і перебрало замок")
            store.write(LOCK, _beat(mine, last))
            if progress:
                say(progress)

    try:
        yield alive
    finally:
        with suppress(Failed):  # the next one takes it over
            store.release(LOCK)


def _beat(who: str, moment: float) -> str:
    return json.dumps({"who": who, "beat": moment})
