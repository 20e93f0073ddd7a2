"""From plan to folder: render what changed beside the site, then put it in place at once."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from plugins.incremental.errors import RenderError
from plugins.incremental.last_build import LastBuild
from plugins.incremental.placing import put_in_place, remove
from plugins.incremental.plan import Plan
from plugins.incremental.rendering import Rendered, Workshop, render, stale_paths
from plugins.incremental.report import Changes
from plugins.incremental.rows import OutputRow
from plugins.incremental.store import Store
from plugins.incremental.twins import recipe, twins_of

SHOWN = 10  # errors told: a broken template is at fault on every page


@contextmanager
def staging_beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside the site in which files wait for their place."""
    staging = folder.with_name(folder.name + ".staging")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_plan(
    plan: Plan, last: LastBuild, folder: Path, store: Store, workshop: Workshop
) -> Changes:
    """Bring ``folder`` to what ``plan`` says and return what that took.

    Everything is rendered in the ``workshop`` first: a failure leaves the last good site as it was.
    """
    lying = last.lying(plan.before)
    stale = stale_paths({path: plan.keys[path] for path in plan.outputs}, lying)
    made = render(stale, plan.outputs, lying, last.encodings, workshop.inner("own"))
    shown = workshop.console.progress("Складаємо", made, len(stale))
    rendered = [*shown, *plan.rendered]  # the mark of the folder before all else
    _require_all(rendered)
    return _put(plan, last, folder, store, rendered, workshop.jobs)


def _put(
    plan: Plan, last: LastBuild, folder: Path, store: Store, rendered: Sequence[Rendered], jobs: int
) -> Changes:
    """Put what was rendered in place, take away what is not wanted, and remember it."""
    rows = plan.before
    twins = _twins(plan, rendered, last.encodings)
    there = _present(folder, rows.keys() | last.misplaced(), store)
    removed = tuple(sorted(path for path in there if path not in plan and path not in twins))
    staged = [pair for one in rendered for pair in one.staged]
    gone = {*removed, *(path for path in rows if path not in plan and path not in twins)}
    groups_gone = last.groups.keys() - plan.groups
    if rendered or gone or plan.expanded or groups_gone:
        store.distrust()
        remove(removed, folder)  # first: a page may now stand where a folder was
        stamps = put_in_place(staged, folder, jobs)
        new = _rows(rendered, plan, stamps)
        store.save_outputs(new, gone, plan.expanded, groups_gone)
    written = tuple(path for _, path in staged)
    total = store.count_outputs()
    return Changes(written=written, removed=removed, rendered=len(rendered), total=total)


def _twins(plan: Plan, rendered: Sequence[Rendered], encodings: tuple[str, ...]) -> frozenset[str]:
    """Return the compressed twins of all files planned one by one."""
    if not encodings:
        return frozenset()
    sizes = {path: row.size for path, row in plan.before.items() if path in plan.keys}
    sizes |= {one.path: one.size for one in rendered}
    twins = (twins_of(path, size, encodings) for path, size in sizes.items())
    return frozenset(twin for some in twins for twin in some)


def _rows(
    rendered: Sequence[Rendered], plan: Plan, stamps: Mapping[str, str]
) -> Iterator[OutputRow]:
    """Yield what to remember of outputs, and of the twins that were written with them."""
    members = plan.members()
    for one in rendered:
        group = members.get(one.path, "")
        stamp = stamps.get(one.path) or plan.before[one.path].stamp
        yield OutputRow(one.path, plan.keys[one.path], one.digest, stamp, group)
        for _, path in one.staged:
            if path != one.path:
                made_by = recipe(path.rpartition(".")[2])
                yield OutputRow(path, made_by, "", stamps[path], group)


def _require_all(rendered: Sequence[Rendered]) -> None:
    errors = [f"{one.path}: {one.error}" for one in rendered if one.error]
    if errors:
        more = [f"… і ще {len(errors) - SHOWN}"] if len(errors) > SHOWN else []
        raise RenderError("\n".join([*errors[:SHOWN], *more]))


def _present(folder: Path, known: Set[str], store: Store) -> Set[str]:
    """Return the files of the site: as remembered, or as they lie when memory is not trusted."""
    if store.trusted:
        return known
    return set(_files(folder, ""))


def _files(folder: Path, prefix: str) -> Iterator[str]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name
