"""From plan to folder: render what changed beside the site, then put it in place at once."""

import os
import shutil
import sqlite3
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.incremental.console import Console
from plugins.incremental.errors import RenderError
from plugins.incremental.last_build import LastBuild
from plugins.incremental.plan import Plan
from plugins.incremental.report import Changes
from plugins.incremental.store import OutputRow, Store, stamp_of
from plugins.incremental.workers import each
from plugins.output.digest import digest_bytes

SHOWN = 10  # errors told: a broken template is at fault on every page


@dataclass(frozen=True, slots=True)
class _Rendered:
    path: str
    digest: str
    staged: bool
    error: str


def write_plan(
    plan: Plan, last: LastBuild, folder: Path, store: Store, jobs: int, console: Console
) -> Changes:
    """Bring ``folder`` to what ``plan`` says and return what that took.

    Everything is rendered into a staging folder first: a failure leaves the last good site as
    it was.
    """
    keys = {path: last.key(output) for path, output in plan.outputs.items()}
    stale = [path for path, key in keys.items() if not last.fresh(path, key)]
    staging = folder.with_name(folder.name + ".staging")
    shutil.rmtree(staging, ignore_errors=True)
    job = partial(_render_one, plan, last, folder, staging)
    rendered = list(console.progress("Складаємо", each(job, stale, jobs), len(stale)))
    _require_all(rendered, staging)
    removed = tuple(sorted(_present(folder, last, store) - plan.paths))
    written = tuple(one.path for one in rendered if one.staged)
    gone = {*removed, *(last.rows.keys() - plan.paths)}
    groups = [(row, plan.entries[row.name]) for row in plan.groups if row.name in plan.entries]
    groups_gone = last.groups.keys() - {row.name for row in plan.groups}
    if rendered or gone or groups or groups_gone:
        store.distrust()
        _remove(folder, removed)  # first: a page may now stand where a folder was
        _put_in_place(staging, folder, written)
        rows = (
            OutputRow(r.path, keys[r.path], r.digest, stamp_of(f"{folder}/{r.path}"))
            for r in rendered
        )
        store.save_outputs(rows, gone, groups, groups_gone)
    shutil.rmtree(staging, ignore_errors=True)
    return Changes(written=written, removed=removed, rendered=len(rendered), total=len(plan.paths))


def _require_all(rendered: list[_Rendered], staging: Path) -> None:
    errors = [f"{one.path}: {one.error}" for one in rendered if one.error]
    if errors:
        shutil.rmtree(staging, ignore_errors=True)
        more = [f"… і ще {len(errors) - SHOWN}"] if len(errors) > SHOWN else []
        raise RenderError("\n".join([*errors[:SHOWN], *more]))


def _render_one(plan: Plan, last: LastBuild, folder: Path, staging: Path, path: str) -> _Rendered:
    output = plan.outputs[path]
    try:
        made = output.render(*output.inputs)
    except sqlite3.Error:
        raise  # the store is damaged, not the output: with_store() begins anew
    except Exception as error:  # noqa: BLE001  # whatever it was, the others are tried too
        return _Rendered(path, "", False, _told(error))
    data = made.encode() if isinstance(made, str) else made
    digest = digest_bytes(data)
    if path in last.placed and last.rows[path].digest == digest:
        return _Rendered(path, digest, False, "")
    file = staging / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return _Rendered(path, digest, True, "")


def _told(error: Exception) -> str:
    """Return what went wrong and where: in a template the line of the template."""
    places = traceback.extract_tb(error.__traceback__)
    in_templates = [place for place in places if place.filename.endswith(".html")]
    place = (in_templates or places)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"


def _present(folder: Path, last: LastBuild, store: Store) -> set[str]:
    """Return the files of the site: as remembered, or as they lie when memory is not trusted."""
    if store.trusted:
        return set(last.rows)
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


def _put_in_place(staging: Path, folder: Path, written: tuple[str, ...]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = {folder.parent}
    for path in written:
        target = folder / path
        _make_folder(target.parent, made)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        (staging / path).replace(target)


def _make_folder(wanted: Path, made: set[Path]) -> None:
    """Make a folder; what somebody's hand put into the site where it belongs gives way."""
    if wanted in made:
        return
    _make_folder(wanted.parent, made)
    try:
        wanted.mkdir()
    except FileExistsError:
        if wanted.is_symlink() or not wanted.is_dir():
            wanted.unlink()
            wanted.mkdir()
    made.add(wanted)


def _remove(folder: Path, removed: tuple[str, ...]) -> None:
    """Remove files, and the folders that they leave empty."""
    for path in removed:
        target = folder / path
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
