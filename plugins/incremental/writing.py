"""From plan to folder: render what changed beside the site, then put it in place at once."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.incremental.console import Console
from plugins.incremental.plan import Plan
from plugins.incremental.store import OutputRow, Store
from plugins.incremental.workers import each
from plugins.output.digest import digest_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a build did, by path: ``rendered`` counts also outputs whose bytes stayed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    rendered: int
    total: int


@dataclass(frozen=True, slots=True)
class _Rendered:
    path: str
    digest: str
    staged: bool
    error: str


class RenderError(Exception):
    """Outputs that could not be made, each with the reason; the site on disk is untouched."""


def write_plan(
    plan: Plan, code: str, folder: Path, store: Store, jobs: int, console: Console
) -> Changes:
    """Bring ``folder`` to what ``plan`` says and return what that took.

    ``code`` is the digest of the code and its dependencies, a part of every key. Everything is
    rendered into a staging folder first: a failure leaves the last good site as it was.
    """
    last = store.outputs() if store.trusted else {}
    keys = {path: f"{code}{output.key}" for path, output in plan.items()}
    stale = [path for path in plan if not _fresh(last.get(path), keys[path], folder)]
    staging = folder.with_name(folder.name + ".staging")
    shutil.rmtree(staging, ignore_errors=True)
    job = partial(_render_one, plan, last, folder, staging)
    rendered = list(console.progress("Складаємо", each(job, stale, jobs), len(stale)))
    _require_all(rendered, staging)
    removed = tuple(sorted(_present(folder, last, store) - plan.keys()))
    written = tuple(one.path for one in rendered if one.staged)
    if rendered or removed:
        store.distrust()
        _remove(folder, removed)  # first: a page may now stand where a folder was
        _put_in_place(staging, folder, written)
        rows = (
            OutputRow(r.path, keys[r.path], r.digest, _stamp(folder / r.path)) for r in rendered
        )
        store.save_outputs(rows, {*removed, *(last.keys() - plan.keys())})
    shutil.rmtree(staging, ignore_errors=True)
    return Changes(written=written, removed=removed, rendered=len(rendered), total=len(plan))


def _fresh(row: OutputRow | None, key: str, folder: Path) -> bool:
    return row is not None and row.key == key and row.stamp == _stamp(folder / row.path)


def _stamp(file: Path) -> str:
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _require_all(rendered: list[_Rendered], staging: Path) -> None:
    errors = [f"{one.path}: {one.error}" for one in rendered if one.error]
    if errors:
        shutil.rmtree(staging, ignore_errors=True)
        raise RenderError("\n".join(errors))


def _render_one(
    plan: Plan, last: dict[str, OutputRow], folder: Path, staging: Path, path: str
) -> _Rendered:
    output = plan[path]
    try:
        made = output.render(*output.inputs)
    except Exception as error:  # noqa: BLE001  # whatever it was, the others are tried too
        return _Rendered(path, "", False, f"{type(error).__name__}: {error}")
    data = made.encode() if isinstance(made, str) else made
    digest = digest_bytes(data)
    row = last.get(path)
    if row is not None and row.digest == digest and row.stamp == _stamp(folder / path):
        return _Rendered(path, digest, False, "")
    file = staging / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return _Rendered(path, digest, True, "")


def _present(folder: Path, last: dict[str, OutputRow], store: Store) -> set[str]:
    """Return the files of the site: as remembered, or as they lie when memory is not trusted."""
    if store.trusted:
        return set(last)
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
    for path in written:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (staging / path).replace(target)


def _remove(folder: Path, removed: tuple[str, ...]) -> None:
    """Remove files, and the folders that they leave empty."""
    for path in removed:
        target = folder / path
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
