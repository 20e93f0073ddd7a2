"""Outputs whose key is another than in the last build, rendered into a folder beside the site."""

import os
import sqlite3
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from plugins.incremental.console import Console
from plugins.incremental.rows import OutputRow
from plugins.incremental.twins import compress, twins_of
from plugins.incremental.workers import each
from plugins.output import Output
from plugins.output.digest import digest_bytes


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where outputs are rendered: a folder beside the site, and processes for it.

    ``reading`` is held by a process while it asks for many texts of the store.
    """

    folder: Path
    jobs: int
    console: Console
    reading: Callable[[], AbstractContextManager[None]] = nullcontext

    def inner(self, name: str, jobs: int | None = None) -> "Workshop":
        """Return a folder inside it, for as many processes or for some ``jobs``."""
        return replace(self, folder=self.folder / name, jobs=jobs or self.jobs)


@dataclass(frozen=True, slots=True)
class Rendered:
    """An output as it was rendered; ``staged`` pairs where a file lies with its path."""

    path: str
    digest: str = ""
    size: int = 0
    staged: tuple[tuple[str, str], ...] = ()
    error: str = ""


def stale_paths(keys: Mapping[str, str], lying: Mapping[str, OutputRow]) -> list[str]:
    """Return the paths whose keys are not those of the files that lie there."""
    return [path for path, key in keys.items() if path not in lying or lying[path].key != key]


def render(
    stale: list[str], outputs: Mapping[str, Output], lying: Mapping[str, OutputRow],
    encodings: tuple[str, ...], workshop: Workshop,
) -> Iterator[Rendered]:  # fmt: skip
    """Render outputs in a ``workshop`` of its own for every call; errors are told."""
    workshop.folder.mkdir(parents=True, exist_ok=True)  # who was here before died
    job = partial(_render_one, outputs, lying, encodings, workshop.folder)
    return each(job, list(enumerate(stale)), workshop.jobs)


def _render_one(
    outputs: Mapping[str, Output], lying: Mapping[str, OutputRow], encodings: tuple[str, ...],
    staging: Path, numbered: tuple[int, str],
) -> Rendered:  # fmt: skip
    number, path = numbered
    output = outputs[path]
    try:
        made = output.render(*output.inputs)
    except sqlite3.Error:
        raise  # the store is damaged, not the output: with_store() begins anew
    except Exception as error:  # noqa: BLE001  # whatever it was, the others are tried too
        return Rendered(path, error=_told(error))
    data = made.encode() if isinstance(made, str) else made
    digest = digest_bytes(data)
    if path in lying and lying[path].digest == digest:
        return Rendered(path, digest, len(data))
    # Numbers for names: no folder to make for each page, and none to take away.
    staged = [_stage(data, f"{staging}/{number}", path)]
    for encoding, twin in zip(encodings, twins_of(path, len(data), encodings), strict=False):
        staged.append(_stage(compress(data, encoding), f"{staging}/{number}.{encoding}", twin))
    return Rendered(path, digest, len(data), tuple(staged))


def _stage(data: bytes, place: str, path: str) -> tuple[str, str]:
    """Write a file as the system does it: 20,000 times a build."""
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        left = memoryview(data)
        while left:  # a disk that is filling up may take a part
            left = left[os.write(file, left) :]
    finally:
        os.close(file)
    return place, path


def _told(error: Exception) -> str:
    """Return what went wrong and where: in a template the line of the template."""
    places = traceback.extract_tb(error.__traceback__)
    in_templates = [place for place in places if place.filename.endswith(".html")]
    place = (in_templates or places)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
