"""What is remembered of git's history: the versions of each file, and what was read in them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from plugins.council.dates import KYIV
from plugins.council.versions import Facts, Version, Words
from plugins.incremental.store import Store
from plugins.output.digest import digest_bytes

Blobs = list[tuple[int, str]]
"""The versions of a file, the newest first: when (seconds since 1970) and which blob."""

_TIMES = range(1, 2**32)
"""Moments that a clock may have shown, to the year 2106; a version of another cannot be placed."""


@dataclass(frozen=True, slots=True)
class HistoryStore:
    """The tables ``history`` and ``versions`` of the store."""

    store: Store

    def blobs(self, path: str) -> Blobs:
        """Return the versions of a file, none when it has no history."""
        query = "select versions from history where path = ?"
        row = self.store.db.execute(query, (path,)).fetchone()
        return [(moment, blob) for moment, blob in json.loads(row[0])] if row else []

    def several(self) -> dict[str, str]:
        """Return the digests of the versions of all files that have several, by path."""
        return dict(self.store.db.execute("select path, digest from history where several"))

    def save(self, files: Iterable[tuple[str, Blobs]], *, anew: bool) -> None:
        """Remember the versions of files, instead of all that was known when made ``anew``."""
        rows = [(path, json.dumps(blobs), blobs) for path, blobs in files]
        with self.store.transaction():
            if anew:
                self.store.db.execute("delete from history")
            self.store.db.executemany(
                "insert or replace into history values (?, ?, ?, ?)",
                (
                    (path, said, digest_bytes(said.encode()), len(blobs) > 1)
                    for path, said, blobs in rows
                ),
            )

    def unread(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield path and blob of the versions of these files that were not read yet."""
        read: dict[str, set[str]] = {}
        for path, blob in self.store.db.execute("select path, blob from versions"):
            read.setdefault(path, set()).add(blob)
        for path in paths:
            known = read.get(path, set())
            yield from ((path, blob) for _, blob in self.blobs(path) if blob not in known)

    def save_read(self, rows: Iterable[tuple[str, str, tuple[Facts, Words] | None]]) -> None:
        """Remember what was read in versions; ``None`` is remembered too."""
        with self.store.transaction():
            self.store.db.executemany(
                "insert or replace into versions values (?, ?, ?, ?)",
                ((path, blob, *_stored(read)) for path, blob, read in rows),
            )

    def versions(self, path: str) -> tuple[Version, ...]:
        """Return the versions of a text with what they say, the newest first."""
        query = "select blob, facts from versions where path = ?"
        facts = dict(self.store.db.execute(query, (path,)))
        return tuple(
            Version(_kyiv(moment), blob, _facts(facts.get(blob, "") if moment in _TIMES else ""))
            for moment, blob in self.blobs(path)
        )

    def words(self, path: str, blob: str) -> Words:
        """Return what a version says. Raises KeyError when it is not there."""
        query = "select words from versions where path = ? and blob = ?"
        row = self.store.db.execute(query, (path, blob)).fetchone()
        if row is None:
            raise KeyError(path)
        return Words(**json.loads(row[0]))


def _kyiv(moment: int) -> datetime:
    return datetime.fromtimestamp(moment if moment in _TIMES else 0, KYIV)


def _stored(read: tuple[Facts, Words] | None) -> tuple[str, str]:
    if read is None:
        return "", ""
    facts, words = (json.dumps(asdict(part), ensure_ascii=False) for part in read)
    return facts, words


def _facts(said: str) -> Facts | None:
    if not said:
        return None
    fields = json.loads(said)
    for name in ("changes", "redactions"):
        fields[name] = tuple((date, note) for date, note in fields[name])
    return Facts(**fields)
