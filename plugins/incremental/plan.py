"""The plan: every output of the site with the key of its inputs, made anew in each build.

Groups of outputs whose inputs have not changed stay as they were, unexpanded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from plugins.incremental import archive
from plugins.incremental.folders import MARK
from plugins.incremental.half import Half, half_of
from plugins.incremental.last_build import LastBuild
from plugins.incremental.one_source import require_one_source
from plugins.incremental.rendering import Rendered
from plugins.incremental.rows import GroupRow, OutputRow
from plugins.output import Output, PageEntry, PageList, Site, signals
from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the site is to be: outputs to compare one by one, and those of groups that stay.

    ``keys`` are those of all outputs planned one by one, ``outputs`` those that are still to be
    rendered, ``rendered`` those that were; ``kept`` are the paths of groups that stay, ``groups``
    the names of all, ``expanded`` those that were, each with what the sitemap says of it as JSON.
    ``before`` is what the last build wrote, without what stays.
    """

    keys: Mapping[str, str]
    outputs: Mapping[str, Output]
    before: Mapping[str, OutputRow]
    rendered: tuple[Rendered, ...] = ()
    kept: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    expanded: tuple[tuple[GroupRow, str], ...] = ()

    def __contains__(self, path: str) -> bool:
        """Whether it is a file of the site, without putting all of them together."""
        return path in self.keys or path in self.kept

    def members(self) -> dict[str, str]:
        """Return the group of each output that was planned in one, by path."""
        return {path: row.name for row, _ in self.expanded for path in row.paths}


def make_plan(site: Site, halves: tuple[Half, ...], last: LastBuild) -> Plan:
    """Put a plan together, with what is made from the pages of all: the sitemap.

    The mark comes first, so that a build killed midway leaves a folder known as ours. Raises
    ContentError when one file has two sources.
    """
    lists = _by_part([one for half in halves for one in _page_lists(half, last)])
    derived = signals.ask(signals.get_derived_outputs, site, lists)
    every = (half_of([_mark(), *(one for some in derived for one in some)], last), *halves)
    paths = [path for half in every for path in half.paths]
    staying = [name for half in every for name in half.kept]
    kept = frozenset(path for name in staying for path in last.groups[name].paths)
    before = last.rows(staying)
    require_one_source(paths, kept, before, site)
    keys = {path: key for half in every for path, key in half.keys.items()}
    expanded = [(row, half.entries[row.name]) for half in every for row in half.groups]
    return Plan(
        keys={path: keys[path] for path in sorted(keys, key=lambda path: (path != MARK, path))},
        outputs={path: one for half in every for path, one in half.outputs.items()},
        before=before,
        rendered=tuple(one for half in every for one in half.rendered),
        kept=kept,
        groups=frozenset(name for half in every for name in half.parts),
        expanded=tuple(expanded),
    )


def _page_lists(half: Half, last: LastBuild) -> list[PageList]:
    """Return the pages of each group, and those in no group by their parts of the sitemap.

    In the order in which they were given, whichever groups stay.
    """
    expanded = {row.name: row for row in half.groups}
    lists = [
        _of_group(expanded[name], part, half.entries[name])
        if name in expanded
        else last.pages(last.groups[name], part)
        for name, part in half.parts.items()
    ]
    singles: dict[str, list[PageEntry]] = {}
    for entry in half.singles:
        singles.setdefault(entry.part, []).append(entry)
    return [*lists, *(page_list(part, tuple(some)) for part, some in singles.items())]


def _of_group(row: GroupRow, part: str, entries: str) -> PageList:
    return PageList(
        part=part, digest=row.key, modified=row.modified, count=row.pages,
        read=partial(archive.load_entries, entries),
    )  # fmt: skip


def page_list(part: str, entries: tuple[PageEntry, ...]) -> PageList:
    """Return some pages of one part of the sitemap."""
    modified = max(entry.modified for entry in entries)
    return PageList(
        part=part, digest=digest_of(entries), modified=modified, count=len(entries),
        read=lambda: entries,
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


def _mark() -> Output:
    return Output(path=MARK, inputs=("kramatorsk-council-site",), render=_mark_json)


def _mark_json(generator: str) -> str:
    return f'{{"generator":"{generator}"}}\n'
