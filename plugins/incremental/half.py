"""One half of a plan: the pages, or all else that is published.

Each half is planned by itself, so that two processes can do it at once. The one that works aside
renders its own, and what it gives back is plain data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.incremental import archive
from plugins.incremental.last_build import LastBuild
from plugins.incremental.rendering import Rendered
from plugins.incremental.rows import GroupRow
from plugins.output import Output, OutputGroup, PageEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """What some plugins want published.

    ``paths`` are those planned one by one, ``keys`` their keys, ``outputs`` those still to be
    rendered if they are stale, ``rendered`` those that were. ``kept`` names the groups that stay,
    ``groups`` are the expanded ones; ``parts`` gives the part of the sitemap of each group,
    ``entries`` what the sitemap says of an expanded one, as JSON, ``singles`` of outputs that
    are in no group.
    """

    paths: tuple[str, ...]
    keys: Mapping[str, str]
    outputs: Mapping[str, Output] = field(default_factory=dict)
    rendered: tuple[Rendered, ...] = ()
    kept: tuple[str, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    singles: tuple[PageEntry, ...] = ()


def half_of(given: Iterable[Output | OutputGroup], last: LastBuild) -> Half:
    """Plan what plugins give; groups whose inputs and files are as they were stay unexpanded."""
    outputs: list[Output] = []
    kept: list[str] = []
    groups: list[GroupRow] = []
    parts: dict[str, str] = {}
    entries: dict[str, str] = {}
    singles: list[PageEntry] = []
    for one in given:
        if isinstance(one, Output):
            outputs.append(one)
            singles.extend(_entries([one]))
            continue
        parts[one.name] = one.part or one.name
        key = last.key(one)
        if last.kept(one, key) is not None:
            kept.append(one.name)
            continue
        members = list(one.expand(*one.inputs))
        outputs.extend(members)
        said = _entries(members)
        entries[one.name] = archive.dump_entries(said)
        modified = max((entry.modified for entry in said), default="")
        paths = tuple(member.path for member in members)
        groups.append(GroupRow(one.name, key, modified, len(said), paths))
    return Half(
        paths=tuple(output.path for output in outputs),
        keys={output.path: last.key(output) for output in outputs},
        outputs={output.path: output for output in outputs},
        kept=tuple(kept),
        groups=tuple(groups),
        parts=parts,
        entries=entries,
        singles=tuple(singles),
    )


def _entries(outputs: Iterable[Output]) -> tuple[PageEntry, ...]:
    return tuple(output.entry for output in outputs if output.entry is not None)
