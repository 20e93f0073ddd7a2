"""What the last build wrote, and what of it still lies as it was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.incremental import archive
from plugins.incremental.store import GroupRow, OutputRow, Store
from plugins.incremental.twins import recipe, twins_of
from plugins.output import Output, OutputGroup, PageEntry, PageList


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The last build, or none: then everything is new.

    ``code`` is the digest of the code and its dependencies, a part of every key; ``encodings``
    those in which this build wants twins of texts; ``placed`` are the paths whose files were
    touched by nobody since and have their twins beside them, made as they would be today.
    """

    code: str
    encodings: tuple[str, ...] = ()
    rows: Mapping[str, OutputRow] = field(default_factory=dict)
    groups: Mapping[str, GroupRow] = field(default_factory=dict)
    placed: frozenset[str] = frozenset()
    store: Store | None = None

    def key(self, planned: Output | OutputGroup) -> str:
        """Return the whole key of what is planned."""
        return f"{self.code}{planned.key}"

    def fresh(self, path: str, key: str) -> bool:
        """Whether an output of this key lies in its place."""
        return path in self.placed and self.rows[path].key == key

    def kept(self, group: OutputGroup, key: str) -> GroupRow | None:
        """Return the group as it was, when its inputs and its files are as they were."""
        row = self.groups.get(group.name)
        if row is not None and row.key == key and self.placed.issuperset(row.paths):
            return row
        return None

    def pages(self, row: GroupRow) -> PageList:
        """Return the pages of a group that is kept; their entries are read when asked for."""
        return PageList(
            part=row.name, digest=row.key, modified=row.modified, count=row.pages,
            read=partial(self._entries, row.name),
        )  # fmt: skip

    def _entries(self, name: str) -> tuple[PageEntry, ...]:
        assert self.store is not None
        return archive.load_entries(self.store.entries(name))


def last_build(store: Store, folder: Path, code: str, encodings: tuple[str, ...] = ()) -> LastBuild:
    """Return what the store remembers of ``folder``, nothing when it is not to be trusted."""
    if not store.trusted:
        return LastBuild(code, encodings)
    rows = store.outputs()
    at = str(folder)
    placed = frozenset(path for path, row in rows.items() if row.in_place(at))
    if encodings:
        recipes = {recipe(encoding) for encoding in encodings}
        good = {path for path in placed if rows[path].digest or rows[path].key in recipes}
        placed = frozenset(
            path for path in good if good.issuperset(twins_of(path, rows[path].size, encodings))
        )
    return LastBuild(code, encodings, rows, store.groups(), placed, store)
