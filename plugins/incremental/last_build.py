"""What the last build wrote, and what of it still lies as it was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from plugins.incremental import archive
from plugins.incremental.misplaced import Misplaced
from plugins.incremental.rows import GroupRow, OutputRow
from plugins.incremental.store import Store
from plugins.output import Output, OutputGroup, PageEntry, PageList


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The last build, or none: then everything is new.

    ``code`` is the digest of the code and its dependencies, a part of every key; ``encodings``
    those in which this build wants twins of texts; ``misplaced`` gives the paths of files that do
    not lie as it wrote them.
    """

    code: str
    encodings: tuple[str, ...] = ()
    groups: Mapping[str, GroupRow] = field(default_factory=dict)
    misplaced: Misplaced = frozenset
    store: Store | None = None

    def key(self, planned: Output | OutputGroup) -> str:
        """Return the whole key of what is planned."""
        return f"{self.code}{planned.key}"

    def kept(self, group: OutputGroup, key: str) -> GroupRow | None:
        """Return the group as it was, when its inputs and its files are as they were."""
        row = self.groups.get(group.name)
        if row is not None and row.key == key and self._in_place(row):
            return row
        return None

    def _in_place(self, row: GroupRow) -> bool:
        misplaced = self.misplaced()
        return not misplaced or misplaced.isdisjoint(row.paths)

    def rows(self, kept: Iterable[str]) -> Mapping[str, OutputRow]:
        """Return the outputs by path, without those of the groups ``kept``: there are many."""
        return self.store.outputs(kept) if self.store is not None else {}

    def lying(self, rows: Mapping[str, OutputRow]) -> dict[str, OutputRow]:
        """Return those of the outputs that lie as they were written."""
        misplaced = self.misplaced()
        return {path: row for path, row in rows.items() if path not in misplaced}

    def rows_at(self, paths: Iterable[str]) -> Mapping[str, OutputRow]:
        """Return the outputs at some paths, by path."""
        return self.store.outputs_at(paths) if self.store is not None else {}

    def pages(self, row: GroupRow, part: str) -> PageList:
        """Return the pages of a group that is kept; their entries are read when asked for."""
        return PageList(
            part=part, digest=row.key, modified=row.modified, count=row.pages,
            read=partial(self._entries, row.name),
        )  # fmt: skip

    def _entries(self, name: str) -> tuple[PageEntry, ...]:
        assert self.store is not None
        return archive.load_entries(self.store.entries(name))


def last_build(
    store: Store, code: str, encodings: tuple[str, ...], misplaced: Misplaced
) -> LastBuild:
    """Return what the store remembers, nothing when it is not to be trusted."""
    if not store.trusted:
        return LastBuild(code, encodings)
    return LastBuild(code, encodings, store.groups(), misplaced, store)
