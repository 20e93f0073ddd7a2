"""To shared hosting and to object storage: only what differs, pages last, removal at the end.

There is no switch at once: for the time of a deploy old pages and new ones stand side by side, each
whole and with its own assets. A deploy that was broken off is written down there, and the next one
mends what it left, whatever release it brings.
"""

import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from plugins.delivery.aftercheck import wrong
from plugins.delivery.difference import difference
from plugins.delivery.errors import Failed
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, manifest_text, read_manifest
from plugins.delivery.names import MANIFEST
from plugins.delivery.store import Store
from plugins.delivery.targets import FtpTarget, S3Target

BEGUN, FORMER, LOCK = "deploy.begun.json", "manifest.former.json", "deploy.lock.json"
BEAT = 5.0  # seconds between signs of life of whoever holds the lock
DEAD = float(os.environ.get("DEPLOY_DEAD", "120"))
"""Seconds without one, after which the lock is taken over."""

Say = Callable[[str], None]


def deploy(
    target: FtpTarget | S3Target, store: Store, job: Job, say: Say, dead: float = DEAD
) -> str:
    """Bring a release to a store and return what was done. Raises Refused or Failed."""
    with _locked(store, say, dead) as alive:
        live, begun = _manifest(store, MANIFEST), _begun(store)
        doubtful = begun or frozenset()
        job.guard(live, target)
        new = job.manifest
        if begun is None and live is not None and manifest_text(live) == manifest_text(new):
            return "цей випуск там уже є"
        change = difference(new, live, doubtful, _manifest(store, FORMER), store.wanted)
        store.write(BEGUN, json.dumps(sorted({*doubtful, *change.send, *change.remove})))
        for number, path in enumerate(change.send, 1):
            store.send(path, job.site / path)
            alive(f"{target.name}: надіслано {number} з {len(change.send)}")
        if live is not None:
            store.write(FORMER, manifest_text(live))
        store.send(MANIFEST, job.site / MANIFEST)
        for path in change.remove:
            store.remove(path)
            alive("")
        store.remove(BEGUN)
        _look(target, new, say)
    sent, removed = len(change.send), len(change.remove)
    return f"випуск {new.build} на місці: надіслано {sent}, вилучено {removed}"


def _begun(store: Store) -> frozenset[str] | None:
    """Return the files that deploys which broke off have meant to change, ``None`` if none did."""
    text = store.read(BEGUN)
    return frozenset(map(str, json.loads(text or "[]"))) if text is not None else None


def _manifest(store: Store, path: str) -> Manifest | None:
    text = store.read(path)
    return read_manifest(text) if text else None


def _look(target: FtpTarget | S3Target, manifest: Manifest, say: Say) -> None:
    if target.url is None:
        say(f"{target.name}: url не вказано, тож сайт після розгортання не перевірено")
        return
    found = wrong(target.url, manifest, target.patience)
    if found:
        for one in found:
            say(f"{target.name}: {one}")
        raise Failed(
            f"файли надіслано, але {target.url} показує не те. Поверніть попередній коміт і "
            "розгорніть його знову (ALLOW_OLDER=1)"
        )


@contextmanager
def _locked(store: Store, say: Say, dead: float) -> Iterator[Callable[[str], None]]:
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
