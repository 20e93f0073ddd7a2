"""From plan to folder: render what changed beside the site, then put it in place at once."""

import os
import shutil
import sqlite3
import traceback
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.incremental.console import Console
from plugins.incremental.errors import RenderError
from plugins.incremental.last_build import LastBuild
from plugins.incremental.placing import put_in_place, remove
from plugins.incremental.plan import Plan
from plugins.incremental.report import Changes
from plugins.incremental.store import OutputRow, Store
from plugins.incremental.twins import compress, recipe, twins_of
from plugins.incremental.workers import each
from plugins.output.digest import digest_bytes

SHOWN = 10  # errors told: a broken template is at fault on every page


@dataclass(frozen=True, slots=True)
class _Rendered:
    """An output as it was rendered; ``staged`` pairs where a file lies with its path."""

    path: str
    digest: str = ""
    size: int = 0
    staged: tuple[tuple[str, str], ...] = ()
    error: str = ""


def write_plan(
    plan: Plan, last: LastBuild, folder: Path, store: Store, jobs: int, console: Console
) -> Changes:
    """Bring ``folder`` to what ``plan`` says and return what that took.

    Everything is rendered into a staging folder first: a failure leaves the last good site as
    it was.
    """
    rows = plan.before
    keys = {path: last.key(output) for path, output in plan.outputs.items()}
    misplaced = last.misplaced()
    lying = {path: row for path, row in rows.items() if path not in misplaced}
    stale = [path for path, key in keys.items() if path not in lying or lying[path].key != key]
    staging = folder.with_name(folder.name + ".staging")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    job = partial(_render_one, plan, lying, last.encodings, staging)
    jobs_done = each(job, list(enumerate(stale)), jobs)
    rendered = list(console.progress("Складаємо", jobs_done, len(stale)))
    _require_all(rendered, staging)
    twins = _twins(plan, rows, rendered, last.encodings)
    there = _present(folder, rows.keys() | misplaced, store)
    removed = tuple(sorted(path for path in there if path not in plan and path not in twins))
    staged = [pair for one in rendered for pair in one.staged]
    gone = {*removed, *(path for path in rows if path not in plan and path not in twins)}
    groups = [(row, plan.entries[row.name]) for row in plan.groups if row.name in plan.entries]
    groups_gone = last.groups.keys() - {row.name for row in plan.groups}
    if rendered or gone or groups or groups_gone:
        store.distrust()
        remove(removed, folder)  # first: a page may now stand where a folder was
        stamps = put_in_place(staged, folder, jobs)
        new = _rows(rendered, keys, plan.members(), plan.before, stamps)
        store.save_outputs(new, gone, groups, groups_gone)
    shutil.rmtree(staging, ignore_errors=True)
    written = tuple(path for _, path in staged)
    total = store.count_outputs()
    return Changes(written=written, removed=removed, rendered=len(rendered), total=total)


def _twins(
    plan: Plan, rows: Mapping[str, OutputRow], rendered: list[_Rendered], encodings: tuple[str, ...]
) -> frozenset[str]:
    """Return the compressed twins of all files planned one by one."""
    if not encodings:
        return frozenset()
    sizes = {path: row.size for path, row in rows.items() if path in plan.outputs}
    sizes |= {one.path: one.size for one in rendered}
    twins = (twins_of(path, size, encodings) for path, size in sizes.items())
    return frozenset(twin for some in twins for twin in some)


def _rows(
    rendered: list[_Rendered], keys: Mapping[str, str], members: Mapping[str, str],
    before: Mapping[str, OutputRow], stamps: Mapping[str, str],
) -> Iterator[OutputRow]:  # fmt: skip
    """Yield what to remember of outputs, and of the twins that were written with them."""
    for one in rendered:
        group = members.get(one.path, "")
        stamp = stamps.get(one.path) or before[one.path].stamp
        yield OutputRow(one.path, keys[one.path], one.digest, stamp, group)
        for _, path in one.staged:
            if path != one.path:
                made_by = recipe(path.rpartition(".")[2])
                yield OutputRow(path, made_by, "", stamps[path], group)


def _require_all(rendered: list[_Rendered], staging: Path) -> None:
    errors = [f"{one.path}: {one.error}" for one in rendered if one.error]
    if errors:
        shutil.rmtree(staging, ignore_errors=True)
        more = [f"… і ще {len(errors) - SHOWN}"] if len(errors) > SHOWN else []
        raise RenderError("\n".join([*errors[:SHOWN], *more]))


def _render_one(
    plan: Plan, lying: Mapping[str, OutputRow], encodings: tuple[str, ...], staging: Path,
    numbered: tuple[int, str],
) -> _Rendered:  # fmt: skip
    number, path = numbered
    output = plan.outputs[path]
    try:
        made = output.render(*output.inputs)
    except sqlite3.Error:
        raise  # the store is damaged, not the output: with_store() begins anew
    except Exception as error:  # noqa: BLE001  # whatever it was, the others are tried too
        return _Rendered(path, error=_told(error))
    data = made.encode() if isinstance(made, str) else made
    digest = digest_bytes(data)
    if path in lying and lying[path].digest == digest:
        return _Rendered(path, digest, len(data))
    # Numbers for names: no folder to make for each page, and none to take away.
    staged = [_stage(data, f"{staging}/{number}", path)]
    for encoding, twin in zip(encodings, twins_of(path, len(data), encodings), strict=False):
        staged.append(_stage(compress(data, encoding), f"{staging}/{number}.{encoding}", twin))
    return _Rendered(path, digest, len(data), tuple(staged))


def _stage(data: bytes, place: str, path: str) -> tuple[str, str]:
    with open(place, "wb", buffering=0) as file:  # noqa: PTH123  # 20,000 times a build
        file.write(data)
    return place, path


def _told(error: Exception) -> str:
    """Return what went wrong and where: in a template the line of the template."""
    places = traceback.extract_tb(error.__traceback__)
    in_templates = [place for place in places if place.filename.endswith(".html")]
    place = (in_templates or places)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"


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
