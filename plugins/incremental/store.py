"""What the last build knew: one sqlite file that may be deleted at any time.

Tables: ``sources`` (what every build asks of a file that was read), ``texts`` (the rest of a text,
looked up one by one), ``extracts`` (what plugins keep of it), ``outputs`` (what was written, from
which key), ``groups`` (outputs that were planned together), ``history`` (the blobs of a file in
git), ``versions`` (what was read in them; history_store.py) and ``meta``. A damaged file is thrown
away: the next build is a cold one.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from plugins.incremental.rows import GroupRow, OutputRow, SourceRow

_SCHEMA = """
create table if not exists meta (name text primary key, value text not null);
create table if not exists sources (
    path text primary key, stamp text not null, read_ns integer not null, digest text not null,
    card text not null, problems text not null
) without rowid;
create table if not exists texts (
    path text primary key, details text not null, words text not null, body text not null);
create table if not exists extracts (
    path text not null, name text not null, value text not null, primary key (path, name));
create table if not exists outputs (
    path text primary key, key text not null, digest text not null, stamp text not null,
    member_of text not null  -- the name of its group, empty for one planned by itself
) without rowid;
create table if not exists history (
    path text primary key, versions text not null, digest text not null, several integer not null
) without rowid;
create table if not exists versions (
    path text not null, blob text not null, facts text not null, words text not null,
    primary key (path, blob));
create table if not exists groups (
    name text primary key, key text not null, modified text not null, count integer not null,
    paths text not null, entries text not null);  -- the long columns last
"""


FILE = "store.sqlite"

Result = TypeVar("Result")


def with_store(folder: Path, job: Callable[["Store"], Result]) -> Result:
    """Return ``job(store)``; a store found damaged is thrown away and the job done once more."""
    try:
        with closing(Store(folder)) as store:
            return job(store)
    except sqlite3.Error:
        for file in folder.glob(f"{FILE}*"):
            file.unlink()
    with closing(Store(folder)) as store:
        return job(store)


class Store:
    """The state of one output folder. Safe to use in forked workers: each opens its own."""

    def __init__(self, folder: Path) -> None:
        """Open the store in ``folder``, made when absent. Raises sqlite3.Error when damaged."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / FILE
        self.cache = folder / "cache"
        self._connections: dict[int, sqlite3.Connection] = {}
        self.db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

    @property
    def db(self) -> sqlite3.Connection:
        """A connection of this process: sqlite's do not survive a fork."""
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = sqlite3.connect(self._file, isolation_level=None)
        return self._connections[process]

    def meta(self, name: str) -> str:
        """Return a remembered value, empty when there is none."""
        row = self.db.execute("select value from meta where name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def remember(self, name: str, value: str) -> None:
        """Remember a value."""
        self.db.execute("insert or replace into meta values (?, ?)", (name, value))

    def sources(self) -> Iterator[tuple[str, str, str]]:
        """Yield path, card and problems of all content files known, in order of their paths."""
        return self.db.execute("select path, card, problems from sources order by path")

    def sources_at(self, paths: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Yield the same of the files at some paths."""
        wanted = "select value from json_each(?)"
        query = f"select path, card, problems from sources where path in ({wanted}) order by path"
        return self.db.execute(query, (json.dumps([*paths]),))

    def holding(self, signs: Iterable[str]) -> list[str]:
        """Return the paths of the files whose card holds one of these small ASCII strings."""
        some = [*signs]
        any_of = " or ".join(["instr(low, ?)"] * len(some)) or "0"
        cards = "(select path, lower(card) as low from sources)"
        return [row[0] for row in self.db.execute(f"select path from {cards} where {any_of}", some)]

    def has_alike(self, starts: Iterable[str]) -> bool:
        """Say whether a path begins like one of these but for the capitals."""
        query = (
            "select 1 from sources where lower(substr(path, 1, length(?1))) = lower(?1)"
            " and substr(path, 1, length(?1)) <> ?1 limit 1"
        )
        return any(self.db.execute(query, (start,)).fetchone() for start in starts)

    def stamps(self) -> dict[str, tuple[str, int, str]]:
        """Return stamp, moment of reading (ns) and digest of each content file known, by path."""
        query = "select path, stamp, read_ns, digest from sources"
        return {row[0]: row[1:] for row in self.db.execute(query)}

    def details(self, path: str) -> str:
        """Return the stored details of a text. Raises KeyError when it is not there."""
        return self._of_text("details", path)

    def body(self, path: str) -> str:
        """Return the stored body of a text. Raises KeyError when it is not there."""
        return self._of_text("body", path)

    def words(self, path: str) -> str:
        """Return the stored body of a text in plain words. Raises KeyError when not there."""
        return self._of_text("words", path)

    def extract(self, name: str, path: str) -> str:
        """Return what a plugin keeps of a text or file, empty when it is nothing."""
        query = "select value from extracts where path = ? and name = ?"
        row = self.db.execute(query, (path, name)).fetchone()
        return str(row[0]) if row else ""

    def _of_text(self, column: str, path: str) -> str:
        query = f"select {column} from texts where path = ?"
        row = self.db.execute(query, (path,)).fetchone()
        if row is None:
            raise KeyError(path)
        return str(row[0])

    def save_sources(self, rows: Iterable[SourceRow], gone: Iterable[str]) -> None:
        """Remember files that were read, forget those that are gone, all or nothing."""
        rows, paths = list(rows), [(path,) for path in gone]
        with self.transaction():
            self.unsettle()
            self.db.executemany("delete from sources where path = ?", paths)
            self.db.executemany("delete from texts where path = ?", paths)
            stale = [*paths, *((row.path,) for row in rows)]
            self.db.executemany("delete from extracts where path = ?", stale)
            self.db.executemany(
                "insert or replace into sources values (?, ?, ?, ?, ?, ?)",
                (row[:6] for row in rows),
            )
            self.db.executemany(
                "insert or replace into texts values (?, ?, ?, ?)",
                ((row.path, row.details, row.words, row.body) for row in rows),
            )
            self.db.executemany(
                "insert into extracts values (?, ?, ?)",
                ((row.path, name, value) for row in rows for name, value in row.extracts),
            )

    def keep_only(self, code: str) -> None:
        """Forget everything that was read or cached by other code than this."""
        if self.meta("code") != code:
            self.unsettle()
            self.db.execute("delete from sources")
            self.db.execute("delete from texts")
            self.db.execute("delete from extracts")
            self.db.execute("delete from versions")
            shutil.rmtree(self.cache, ignore_errors=True)
            self.remember("history", "")
            self.remember("history read", "")
            self.remember("code", code)

    def outputs(self, kept: Iterable[str] = ()) -> dict[str, OutputRow]:
        """Return what was written last, by path, without the members of the groups ``kept``."""
        query = "select * from outputs where member_of not in (select value from json_each(?))"
        names = json.dumps(list(kept))
        return {row[0]: OutputRow(*row) for row in self.db.execute(query, (names,))}

    def outputs_at(self, paths: Iterable[str]) -> dict[str, OutputRow]:
        """Return what was written last at some paths, by path."""
        query = "select * from outputs where path in (select value from json_each(?))"
        return {row[0]: OutputRow(*row) for row in self.db.execute(query, (json.dumps([*paths]),))}

    def written(self) -> list[tuple[str, str, str]]:
        """Return path and stamp of all that was written, of a twin its recipe, see ``OutputRow``.

        All at once: what is read row by row keeps other processes from writing meanwhile.
        """
        of_twin = "case digest when '' then key else '' end"
        return self.db.execute(f"select path, stamp, {of_twin} from outputs").fetchall()

    def count_outputs(self) -> int:
        """Return how many files the site has."""
        (count,) = self.db.execute("select count(*) from outputs").fetchone()
        return int(count)

    def groups(self) -> dict[str, GroupRow]:
        """Return the groups as they were expanded last, by name."""
        query = "select name, key, modified, count, paths from groups"
        return {
            name: GroupRow(name, key, modified, count, tuple(paths.split("\n")))
            for name, key, modified, count, paths in self.db.execute(query)
        }

    def entries(self, name: str) -> str:
        """Return the stored sitemap entries of a group. Raises KeyError when it is not there."""
        row = self.db.execute("select entries from groups where name = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return str(row[0])

    def save_outputs(
        self,
        rows: Iterable[OutputRow],
        gone: Iterable[str],
        groups: Iterable[tuple[GroupRow, str]] = (),
        groups_gone: Iterable[str] = (),
    ) -> None:
        """Remember outputs and groups, forget those that are gone, all or nothing.

        A group comes with its sitemap entries.
        """
        with self.transaction():
            self.db.executemany("delete from groups where name = ?", ((n,) for n in groups_gone))
            self.db.executemany(
                "insert or replace into groups values (?, ?, ?, ?, ?, ?)",
                ((*row[:4], "\n".join(row.paths), entries) for row, entries in groups),
            )
            self.db.executemany("delete from outputs where path = ?", ((p,) for p in gone))
            self.db.executemany(
                "insert or replace into outputs values (?, ?, ?, ?, ?)",
                ((row.path, row.key, row.digest, row.stamp, row.member_of) for row in rows),
            )
            self.remember("trusted", "yes")

    def unsettle(self) -> None:
        """Say that there may be something to build, see settled.py."""
        self.remember("settled", "")

    def distrust(self) -> None:
        """Say that the output folder is being changed: until saved, it is not to be trusted."""
        self.remember("trusted", "")

    @property
    def trusted(self) -> bool:
        """Whether the last build ended and the folder is as ``outputs`` say."""
        return self.meta("trusted") == "yes"

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look up many texts under one lock: sqlite takes and gives back one for each otherwise."""
        self.db.execute("begin")
        try:
            yield
        finally:
            self.db.execute("rollback")

    def transaction(self) -> "_Transaction":
        """Do what stands below all or nothing."""
        return _Transaction(self.db)


class _Transaction:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self._connection.execute("rollback" if kind else "commit")
