"""One half of a plan: the pages, or all else that is published.

Each half is planned and rendered by itself, so that two processes can do it at once: what comes
back is plain data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plugins.incremental.expanding import Changed, entries_of, expand_all
from plugins.incremental.last_build import LastBuild
from plugins.incremental.rendering import Rendered, Workshop, render, stale_paths
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


def half_of(
    given: Iterable[Output | OutputGroup], last: LastBuild, workshop: Workshop | None = None
) -> Half:
    """Plan what plugins give; groups whose inputs and files are as they were stay unexpanded.

    With a ``workshop``, what is stale is rendered there at once.
    """
    half = _planned(given, last, workshop)
    return _rendered(half, last, workshop) if workshop else half


def _planned(
    given: Iterable[Output | OutputGroup], last: LastBuild, workshop: Workshop | None
) -> Half:
    outputs: list[Output] = []
    kept: list[str] = []
    changed: list[Changed] = []
    parts: dict[str, str] = {}
    for one in given:
        if isinstance(one, Output):
            outputs.append(one)
            continue
        parts[one.name] = one.part or one.name
        key = last.key(one)
        if last.kept(one, key) is not None:
            kept.append(one.name)
        else:
            changed.append((one, key))
    singles = entries_of(outputs)
    paths = [output.path for output in outputs]
    keys = {output.path: last.key(output) for output in outputs}
    groups: list[GroupRow] = []
    entries: dict[str, str] = {}
    rendered: list[Rendered] = []
    for group in expand_all(changed, last, workshop):
        groups.append(group.row)
        entries[group.row.name] = group.entries
        paths += group.row.paths
        keys.update(zip(group.row.paths, group.keys, strict=True))
        outputs += group.outputs
        rendered += group.rendered
    return Half(
        paths=tuple(paths),
        keys=keys,
        outputs={output.path: output for output in outputs},
        rendered=tuple(rendered),
        kept=tuple(kept),
        groups=tuple(groups),
        parts=parts,
        entries=entries,
        singles=singles,
    )


def _rendered(half: Half, last: LastBuild, workshop: Workshop) -> Half:
    """Render those outputs that are stale: with the plan of a whole site, groups were before."""
    outputs = half.outputs
    lying = last.lying(last.rows_at(outputs))
    stale = stale_paths({path: half.keys[path] for path in outputs}, lying)
    made = render(stale, outputs, lying, last.encodings, workshop.inner("own"))
    shown = workshop.console.progress("Складаємо", made, len(stale))
    return replace(half, outputs={}, rendered=(*half.rendered, *shown))
