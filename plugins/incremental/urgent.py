"""A few outputs brought up to date now, whatever else waits to be built: for an alert.

What they are made from is planned as in every build; the rest of the output folder and what the
store remembers of it stay as they are. The next build finds these files not as it left them and
writes them anew, byte for byte the same: it needs no telling.
"""

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.incremental.build import build
from plugins.incremental.console import Console
from plugins.incremental.difference import difference
from plugins.incremental.errors import ContentError
from plugins.incremental.folders import MARK, exclusive, require_there
from plugins.incremental.last_build import last_build
from plugins.incremental.planning import planned, planned_alone
from plugins.incremental.scan import scan
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store, with_store
from plugins.incremental.twins import compress, require_known, twins_of
from plugins.incremental.version import code_version
from plugins.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """What was done: the paths written or removed, for delivery; ``whole`` when all was built."""

    paths: tuple[str, ...]
    whole: bool = False


def build_urgent(settings: Settings, paths: Collection[str], console: Console) -> Urgent:
    """Bring the outputs at ``paths`` up to date.

    Where nothing has been built yet, or what was built is not to be trusted, the whole site is:
    three files are no site. Raises as ``build`` does.
    """
    require_there(settings.content)
    require_known(settings.encodings)
    with exclusive(settings.state):
        found = with_store(settings.state, partial(_planned_ones, settings, paths, console))
        if found is not None:
            return Urgent(paths=tuple(_written(found, settings)))
    console.say("На цій машині сайту ще не складено: складаємо весь, це довше.")
    changes = build(settings, console).changes
    return Urgent(paths=tuple(sorted({*changes.written, *changes.removed})), whole=True)


def _planned_ones(
    settings: Settings, paths: Collection[str], console: Console, store: Store
) -> Mapping[str, bytes] | None:
    if not store.trusted or not (settings.output / MARK).is_file():
        return None
    store.keep_only(f"{code_version()} {' '.join(settings.plugins)}")
    content = difference(settings.content, scan(settings.content), store.stamps())
    last = last_build(store, code_version(), settings.encodings, frozenset)
    made = planned(settings, content, store, console, last)
    return _rendered(made.plan.outputs, paths)


def build_alone(
    settings: Settings, folder: str, paths: Collection[str], console: Console
) -> Urgent:
    """Bring the outputs at ``paths`` up to date from the texts of one folder by themselves.

    And from those they lead to. So an alert goes out while some other text has a fault that
    forbids every build. Raises ContentError when the texts of the folder themselves cannot be read.
    """
    found = scan(settings.content)
    own = {path: one for path, one in found.items() if path.startswith(f"{folder}/")}
    with tempfile.TemporaryDirectory(prefix="urgent-") as state, exclusive(settings.state):
        job = partial(planned_alone, settings, console)
        made = with_store(Path(state), partial(job, difference(settings.content, own, {})))
        led_to = {one.target for text in made.site.all_texts for one in text.mentions}
        if wanted := {path: found[path] for path in led_to & found.keys()}:
            some = difference(settings.content, {**own, **wanted}, {})
            made = with_store(Path(state), partial(job, some))
        broken = [one for one in made.warnings if one.path.startswith(f"{folder}/")]
        if any(one.severity == "error" for one in broken):
            raise ContentError(tuple(broken))
        return Urgent(paths=tuple(_written(_rendered(made.plan.outputs, paths), settings)))


def _rendered(outputs: Mapping[str, Output], paths: Collection[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path in sorted(paths):
        if path in outputs:
            made = outputs[path].render(*outputs[path].inputs)
            found[path] = made.encode() if isinstance(made, str) else made
    return found


def _written(files: Mapping[str, bytes], settings: Settings) -> Iterator[str]:
    """Write what differs, each file whole or not at all, its twins with it; yield the paths."""
    for path, data in files.items():
        file = settings.output / path
        if file.is_file() and file.read_bytes() == data:
            continue
        wanted = twins_of(path, len(data), settings.encodings)
        for encoding, twin in ((one, f"{path}.{one}") for one in settings.encodings):
            if twin in wanted:
                _put(settings.output / twin, compress(data, encoding))
                yield twin
            elif (settings.output / twin).exists():
                (settings.output / twin).unlink()
                yield twin
        _put(file, data)
        yield path


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    half.write_bytes(data)
    half.replace(file)
