"""To shared hosting and to object storage: only what differs, pages last, removal at the end.

There is no switch at once: for the time of a deploy old pages and new ones stand side by side, each
whole and with its own assets. What a release replaces is kept aside before, so that one can return
to it. A run that was broken off is written down there, and the next one mends what it left,
whatever release it brings.
"""

from collections.abc import Callable, Mapping

from plugins.delivery.aftercheck import wrong
from plugins.delivery.difference import difference
from plugins.delivery.errors import Failed
from plugins.delivery.former import (
    BEGUN,
    FORMER,
    There,
    begun_text,
    digest_of,
    kept_as,
    look,
    outdated,
    replaced,
)
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, manifest_text
from plugins.delivery.names import MANIFEST, is_immutable
from plugins.delivery.store import Store
from plugins.delivery.store_lock import locked
from plugins.delivery.targets import FtpTarget, S3Target

Say = Callable[[str], None]
Alive = Callable[[str], None]


def deploy(target: FtpTarget | S3Target, store: Store, job: Job, say: Say) -> str:
    """Bring a release to a store and return what was done. Raises Refused or Failed."""
    with locked(store, say) as alive:
        there = look(store)
        job.guard(there.live, target)
        new = job.manifest
        if there.begun is None and there.is_live(new):
            return "цей випуск там уже є"

        def put(path: str) -> None:
            store.send(path, job.site / path)

        sent, removed = _bring(target, store, there, new, put, alive)
        _see(target, store, new, say, alive)
    return f"випуск {new.build} на місці: надіслано {sent}, вилучено {removed}"


def rollback(target: FtpTarget | S3Target, store: Store, say: Say) -> str:
    """Return to the release before, from what is kept of it there; return what was done."""
    with locked(store, say) as alive:
        manifest = _back(target, store, alive)
        for fault in wrong(target.url, manifest, target.patience) if target.url else ():
            say(f"{target.name}: {fault}")
    return f"повернуто випуск {manifest.build}"


def _back(target: FtpTarget | S3Target, store: Store, alive: Alive) -> Manifest:
    there = look(store)
    former = there.before
    if former is None or not target.rollback:
        raise Failed("немає випуску, до якого можна повернутися")
    files = former.files

    def put(path: str) -> None:
        if not (is_immutable(path) or store.copy(kept_as(files[path]), path)):
            raise Failed(
                f"там не збережено попереднього {path}. Поверніть попередній коміт і розгорніть "
                "його: make publish, make deploy … ALLOW_OLDER=1"
            )

    _bring(target, store, there, former, put, alive)
    return former


def _bring(
    target: FtpTarget | S3Target, store: Store, there: There, new: Manifest,
    put: Callable[[str], None], alive: Alive,
) -> tuple[int, int]:  # fmt: skip
    """Make of what is there the release ``new``; return how many files came and went.

    What would be lost is copied aside, then it is written down what changes, then it does.
    """
    live, doubtful, mending = there.live, there.doubtful, there.is_live(new)
    former = there.former if mending else live
    kept = replaced(former, new, store.wanted) if target.rollback else {}
    old = outdated(there, kept.values())
    aside = {*there.kept_by_begun, *kept.values(), *old}
    if kept and not mending:
        store.write(BEGUN, begun_text(there.bringing, doubtful | aside))
        _keep(target, store, {path: to for path, to in kept.items() if path not in doubtful}, alive)
    change = difference(new, live, doubtful, there.former, store.wanted)
    bringing = "" if mending else digest_of(new)
    store.write(BEGUN, begun_text(bringing, {*doubtful, *change.send, *change.remove, *aside}))
    for number, path in enumerate(change.send, 1):
        put(path)
        alive(f"{target.name}: надіслано {number} з {len(change.send)}")
    if former is not None:
        store.write(FORMER, manifest_text(former))
    store.write(MANIFEST, manifest_text(new))
    for path in (*change.remove, *old):
        store.remove(path)
        alive("")
    store.remove(BEGUN)
    return len(change.send), len(change.remove)


def _keep(
    target: FtpTarget | S3Target, store: Store, kept: Mapping[str, str], alive: Alive
) -> None:
    for number, (path, aside) in enumerate(kept.items(), 1):
        store.copy(path, aside)
        alive(f"{target.name}: відкладено {number} з {len(kept)}")


def _see(
    target: FtpTarget | S3Target, store: Store, manifest: Manifest, say: Say, alive: Alive
) -> None:
    """Look at the site; what is wrong is undone. Raises Failed saying so."""
    if target.url is None:
        say(f"{target.name}: url не вказано, тож сайт після розгортання не перевірено")
        return
    found = wrong(target.url, manifest, target.patience)
    if not found:
        return
    for one in found:
        say(f"{target.name}: {one}")
    try:
        former = _back(target, store, alive)
    except Failed as failed:
        raise Failed(f"файли надіслано, але {target.url} показує не те, і {failed}") from None
    raise Failed(f"сайт показував не те. Повернуто попередній випуск {former.build}.")
