"""The history of the content as the build reads it: from git when the head has moved, else kept.

Bounded whatever git holds: the newest MOST versions of a text, LARGEST bytes each, and the newest
LEDGERS versions of the ledger.
"""

import unicodedata
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from plugins.council.ledger import FILE as LEDGER
from plugins.council.ledger import Ledger, first_moments, ledger_text, sound_lines
from plugins.council.ledger_witness import lost
from plugins.council.markdown.dialect import forget_dialects
from plugins.council.text import Text
from plugins.council.version_reading import LARGEST, read_version
from plugins.council.versions import Facts, Words
from plugins.incremental.console import Console
from plugins.incremental.git_repository import (
    Change,
    GitError,
    Repository,
    head_of,
    repository_of,
)
from plugins.incremental.history_store import Blobs, HistoryStore
from plugins.incremental.scan import UNREADABLE
from plugins.incremental.store import Store
from plugins.incremental.time_limit import SECONDS, TimeUpError, within
from plugins.incremental.workers import each
from plugins.incremental.written import is_refused
from plugins.output import History
from plugins.output.digest import digest_bytes

MOST = 50  # versions of a text
LEDGERS = 10  # versions of the ledger that must all have been kept
LARGEST_LEDGER = 50_000_000  # bytes: half a million texts
BATCH = 500  # versions read at once


def read_history(
    content: Path, texts: Iterable[Text], ledger: Ledger, store: Store, jobs: int, console: Console
) -> History:
    """Return what git remembers of the content; nothing, and so said, where it cannot tell."""
    first = first_moments(ledger)
    repository, head = repository_of(content), head_of(content)
    if repository is None or not head:
        return History(first=first)
    kept = HistoryStore(store)
    try:
        _walk(repository, head, content, kept)
        several = kept.several()
        public = [text.path for text in texts if text.path in several and _pair(text) in first]
        _read_new(repository, {path: several[path] for path in public}, kept, jobs)
    except GitError as error:
        console.say(f"Історії змін не показано, git відмовив: {error}")
        return History(first=first)
    return History(
        known=several, first=first, missing=False, versions=kept.versions, words=kept.words,
        remembered=_remembered(ledger, store),
    )  # fmt: skip


def _pair(text: Text) -> tuple[str, str]:
    return text.identity, text.address


def _walk(repository: Repository, head: str, content: Path, kept: HistoryStore) -> None:
    """Bring what is remembered to the head: by what is new, or anew when that cannot be done."""
    prefix = _prefix(repository, content)
    before, _, where = kept.store.meta("history").partition(" ")
    if (before, where) == (head, prefix):
        return
    changes = _news(repository, head, before) if before and where == prefix else None
    anew = changes is None
    if changes is None:
        changes = repository.changes(head) or ()
    files = _by_file(changes, prefix)
    rows = [
        (path, ([*blobs] if anew or closed else [*blobs, *kept.blobs(path)])[:MOST])
        for path, (blobs, closed) in files.items()
    ]
    kept.save(rows, anew=anew)
    if anew or LEDGER in files:
        _remember_ledger(repository, kept)
    kept.store.remember("history", f"{head} {prefix}")


def _prefix(repository: Repository, content: Path) -> str:
    inside = content.relative_to(repository.top).as_posix()
    return "" if inside == "." else f"{inside}/"


def _news(repository: Repository, head: str, before: str) -> tuple[Change, ...] | None:
    try:
        return repository.changes(head, before)
    except GitError:  # the commit is gone: somebody has rewritten history
        return None


def _by_file(changes: Iterable[Change], prefix: str) -> dict[str, tuple[Blobs, bool]]:
    """Return the versions of each text, and whether its way back ends here: it was not there.

    A file that came back begins anew: what was taken away is not shown again.
    """
    files: dict[str, tuple[Blobs, bool]] = {}
    for change in changes:
        path = unicodedata.normalize("NFC", change.path.removeprefix(prefix))
        if not change.path.startswith(prefix) or UNREADABLE in path:
            continue
        if not path.endswith(".md") and path != LEDGER:
            continue
        blobs, closed = files.get(path, ([], False))
        if closed:
            continue
        if change.blob and len(blobs) < MOST:
            blobs.append((change.moment, change.blob))
        files[path] = blobs, not change.blob
    return files


def _read_new(
    repository: Repository, public: dict[str, str], kept: HistoryStore, jobs: int
) -> None:
    """Read the versions of public texts that were not read yet."""
    wanted = digest_bytes("\n".join([f"{path} {known}" for path, known in public.items()]).encode())
    if kept.store.meta("history read") == wanted:
        return
    unread = iter(list(kept.unread(public)))
    while batch := list(islice(unread, BATCH)):
        datas = repository.blobs((blob for _, blob in batch), LARGEST)
        asked = [(path, data) for (path, _), data in zip(batch, datas, strict=True)]
        read = each(_read_one, asked, jobs)
        kept.save_read((*one, said) for one, said in zip(batch, read, strict=True))
    kept.store.remember("history read", wanted)


def _read_one(asked: tuple[str, bytes]) -> tuple[Facts, Words] | None:
    """Read a version, nothing of one that the rules refuse or that takes too long."""
    try:
        return within(SECONDS, lambda: read_version(*asked, is_refused))
    except TimeUpError:
        forget_dialects()
        return None


def _remember_ledger(repository: Repository, kept: HistoryStore) -> None:
    """Keep the ledger of the head, and what former ones said that it does not."""
    names = [blob for _, blob in kept.blobs(LEDGER)[:LEDGERS]]
    texts = [data.decode("utf-8", "replace") for data in repository.blobs(names, LARGEST_LEDGER)]
    ledgers = [sound_lines(text) for text in reversed(texts)]
    kept.store.remember("ledger at head", texts[0] if texts else "")
    kept.store.remember("ledger lost", ledger_text(lost(ledgers, ledgers[-1] if ledgers else ())))


def _remembered(ledger: Ledger, store: Store) -> Ledger:
    """Return what the ledger must still say, without what it surely does."""
    at_head = store.meta("ledger at head")
    same = at_head == ledger_text(ledger)
    return sound_lines(store.meta("ledger lost")) + (() if same else sound_lines(at_head))
