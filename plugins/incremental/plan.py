"""The plan: every output of the site with the key of its inputs, made anew in each build.

Groups of outputs whose inputs have not changed stay as they were, unexpanded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.incremental import archive
from plugins.incremental.folders import MARK
from plugins.incremental.last_build import LastBuild
from plugins.incremental.one_source import require_one_source
from plugins.incremental.store import GroupRow, OutputRow
from plugins.output import Output, OutputGroup, PageEntry, PageList, Site, signals
from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the site is to be: outputs to compare one by one, and those of groups that stay.

    ``kept`` are the paths of groups that stay; ``groups`` are all groups, ``entries`` what the
    sitemap says of the expanded ones, as JSON by their names. ``before`` is what the last build
    wrote, without those that stay.
    """

    outputs: dict[str, Output]
    before: Mapping[str, OutputRow]
    kept: frozenset[str]
    groups: tuple[GroupRow, ...]
    entries: dict[str, str]

    def __contains__(self, path: str) -> bool:
        """Whether it is a file of the site, without putting all of them together."""
        return path in self.outputs or path in self.kept

    def members(self) -> dict[str, str]:
        """Return the group of each output that was planned in one, by path."""
        return {
            path: row.name for row in self.groups if row.name in self.entries for path in row.paths
        }


class _Planner:
    """Collects what plugins give."""

    def __init__(self, last: LastBuild) -> None:
        self._last = last
        self.outputs: list[Output] = []
        self.kept: list[str] = []
        self.groups: list[GroupRow] = []
        self.entries: dict[str, str] = {}
        self.lists: list[PageList] = []

    @property
    def kept_groups(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.groups if row.name not in self.entries)

    def group(self, group: OutputGroup) -> None:
        key = self._last.key(group)
        row = self._last.kept(group, key)
        if row is not None:
            self.kept.extend(row.paths)
            self.lists.append(self._last.pages(row, group.part or group.name))
        else:
            row = self._expanded(group, key)
        self.groups.append(row)

    def _expanded(self, group: OutputGroup, key: str) -> GroupRow:
        outputs = list(group.expand(*group.inputs))
        entries = _entries(outputs)
        pages = page_list(group.part or group.name, entries, key)
        self.outputs.extend(outputs)
        self.entries[group.name] = archive.dump_entries(entries)
        self.lists.append(pages)
        paths = tuple(output.path for output in outputs)
        return GroupRow(group.name, key, pages.modified, pages.count, paths)

    def single(self, outputs: list[Output]) -> None:
        self.outputs.extend(outputs)
        parts: dict[str, list[PageEntry]] = {}
        for entry in _entries(outputs):
            parts.setdefault(entry.part, []).append(entry)
        for part, entries in parts.items():
            self.lists.append(page_list(part, tuple(entries), digest_of(entries)))


def make_plan(site: Site, last: LastBuild) -> Plan:
    """Ask all plugins for their outputs, first those of records, then those of pages.

    The mark comes first, so that a build killed midway leaves a folder known as ours. Raises
    ContentError when one file has two sources.
    """
    planner = _Planner(last)
    given = _asked(signals.ask(signals.get_outputs, site))
    planner.single([one for one in given if isinstance(one, Output)])
    for one in given:
        if isinstance(one, OutputGroup):
            planner.group(one)
    lists = _by_part(planner.lists)
    planner.outputs.extend(_asked(signals.ask(signals.get_derived_outputs, site, lists)))
    outputs = [_mark(), *sorted(planner.outputs, key=_path)]
    kept = frozenset(planner.kept)
    before = last.rows(planner.kept_groups)
    require_one_source([output.path for output in outputs], kept, before, site)
    return Plan(
        outputs={output.path: output for output in outputs},
        before=before,
        kept=kept,
        groups=tuple(planner.groups),
        entries=planner.entries,
    )


def page_list(part: str, entries: tuple[PageEntry, ...], digest: str) -> PageList:
    """Return the pages of one part of the sitemap."""
    return PageList(
        part=part, digest=digest, count=len(entries), read=lambda: entries,
        modified=max((entry.modified for entry in entries), default=""),
    )  # fmt: skip


def _by_part(lists: list[PageList]) -> tuple[PageList, ...]:
    """Return one list a part: the groups of a year's months stand in one file of the sitemap."""
    parts: dict[str, list[PageList]] = {}
    for pages in lists:
        if pages.count:
            parts.setdefault(pages.part, []).append(pages)
    return tuple(_joined(part, parts[part]) for part in sorted(parts))


def _joined(part: str, lists: list[PageList]) -> PageList:
    return PageList(
        part=part,
        digest=digest_of([pages.digest for pages in lists]),
        modified=max(pages.modified for pages in lists),
        count=sum(pages.count for pages in lists),
        read=lambda: tuple(entry for pages in lists for entry in pages.read()),
    )


@dataclass(frozen=True, slots=True)
class Addresses:
    """Every address at which something answers: pages end in ``/``, files do not."""

    plan: Plan

    def __contains__(self, address: object) -> bool:
        """Whether something answers there."""
        if not isinstance(address, str) or not address.startswith("/"):
            return False
        path = address[1:]
        if not path or path.endswith("/"):
            return f"{path}index.html" in self.plan
        return path in self.plan and not path.endswith("index.html")


def _entries(outputs: list[Output]) -> tuple[PageEntry, ...]:
    return tuple(output.entry for output in outputs if output.entry is not None)


def _asked(answers: Iterable[Iterable[Any]]) -> list[Any]:
    return [one for answer in answers for one in answer]


def _path(output: Output) -> str:
    return output.path


def _mark() -> Output:
    return Output(path=MARK, inputs=("kramatorsk-council-site",), render=_mark_json)


def _mark_json(generator: str) -> str:
    return f'{{"generator":"{generator}"}}\n'
