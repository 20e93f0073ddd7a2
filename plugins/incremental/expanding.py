"""Groups of outputs taken apart: a few here, many in workers that render what they plan at once.

Of a whole site only what is remembered of its outputs ever stands in one process: the outputs of
20,000 documents with their inputs are 170 MB, which every worker forked from there would copy.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import TypeVar

from plugins.incremental import archive
from plugins.incremental.last_build import LastBuild
from plugins.incremental.rendering import Rendered, Workshop, render, stale_paths
from plugins.incremental.rows import GroupRow
from plugins.incremental.workers import FEW, each
from plugins.output import Output, OutputGroup, PageEntry

Changed = tuple[OutputGroup, str]
"""A group that does not stay as it was, and its key."""

Made = TypeVar("Made")

AT_ONCE = 4  # groups that a worker takes at a time: a twentieth of a second each
TURN = 350  # groups after which fresh workers are forked


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """A group as it is now: what its pages are to the sitemap, as JSON; the keys of its paths.

    Its ``outputs`` are those still to be rendered if they are stale, ``rendered`` those that were.
    """

    row: GroupRow
    entries: str
    keys: tuple[str, ...]
    outputs: tuple[Output, ...] = ()
    rendered: tuple[Rendered, ...] = ()


def expand_all(
    changed: Sequence[Changed], last: LastBuild, workshop: Workshop | None
) -> Iterator[Expanded]:
    """Yield the groups taken apart, rendered where they are many and there is a ``workshop``."""
    if workshop is None or len(changed) < FEW:
        yield from (_expanded(group, key, last) for group, key in changed)
        return
    job = partial(_made, changed, last, workshop)
    yield from workshop.console.progress(
        "Складаємо", by_turns(job, len(changed), workshop.jobs), len(changed)
    )


def by_turns(job: Callable[[int], Made], count: int, jobs: int) -> Iterator[Made]:
    """Yield what workers make of the numbers up to ``count``; others take over again and again.

    What a worker looks at of all that it inherited becomes a copy of its own.
    """
    size = ceil(count / ceil(count / TURN))
    for start in range(0, count, size):
        yield from each(job, range(start, min(start + size, count)), jobs, at_once=AT_ONCE)


def entries_of(outputs: Sequence[Output]) -> tuple[PageEntry, ...]:
    """Return what the sitemap says of those that are pages."""
    return tuple(output.entry for output in outputs if output.entry is not None)


def _expanded(group: OutputGroup, key: str, last: LastBuild) -> Expanded:
    outputs = tuple(group.expand(*group.inputs))
    said = entries_of(outputs)
    modified = max((entry.modified for entry in said), default="")
    paths = tuple(output.path for output in outputs)
    return Expanded(
        row=GroupRow(group.name, key, modified, len(said), paths),
        entries=archive.dump_entries(said),
        keys=tuple(last.key(output) for output in outputs),
        outputs=outputs,
    )


def _made(changed: Sequence[Changed], last: LastBuild, workshop: Workshop, number: int) -> Expanded:
    with workshop.reading():
        made = _expanded(*changed[number], last)
        keys = dict(zip(made.row.paths, made.keys, strict=True))
        lying = last.lying(last.rows_at(keys))
        outputs = {output.path: output for output in made.outputs}
        here = workshop.inner(str(number), jobs=1)
        rendered = tuple(render(stale_paths(keys, lying), outputs, lying, last.encodings, here))
    return replace(made, outputs=(), rendered=rendered)
