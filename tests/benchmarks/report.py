"""Measurements as Markdown: a table a size, ratios against Hugo of the same run."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmarks.changes import STEPS
from tests.benchmarks.measure import Run

OURS, HUGO, PELICAN = "this site", "Hugo", "Pelican"


@dataclass(frozen=True, slots=True)
class Figure:
    """The median of the turns of one change at one size by one generator.

    ``peak`` is in bytes, of the turn that was watched; ``written`` is the most of all turns.
    """

    size: int
    tool: str
    step: str
    wall: float
    cpu: float
    peak: int
    written: int
    pages: int


def figure(size: int, tool: str, step: str, watched: Run, timed: Sequence[Run]) -> Figure:
    """Sum up the turns of one change: the watched one for its memory, the timed for the rest."""
    runs = (watched, *timed)
    return Figure(
        size=size,
        tool=tool,
        step=step,
        wall=median(run.wall for run in timed),
        cpu=median(run.cpu for run in timed),
        peak=watched.peak,
        written=max(run.written for run in runs),
        pages=max(run.pages for run in runs),
    )


def as_markdown(figures: Iterable[Figure], about: str) -> str:
    """Return the tables under a line that says on what and when they were measured."""
    by_size: dict[int, dict[tuple[str, str], Figure]] = {}
    for one in figures:
        by_size.setdefault(one.size, {})[one.step, one.tool] = one
    parts = [about, *(_table(size, found) for size, found in by_size.items()), _memory(by_size)]
    return "\n\n".join(parts) + "\n"


def _table(size: int, found: Mapping[tuple[str, str], Figure]) -> str:
    tools = [tool for tool in (OURS, HUGO, PELICAN) if any(key[1] == tool for key in found)]
    lines = [
        f"### {size:,} documents",
        "",
        _row("change", *(f"{tool}, s (cpu)" for tool in tools), "of Hugo’s time", "HTML written"),
        _row("---", *(["---:"] * (len(tools) + 2))),
    ]
    for step, name in STEPS.items():
        ours, hugo = found.get((step, OURS)), found.get((step, HUGO))
        cells = (_cell(found.get((step, tool))) for tool in tools)
        if any((step, tool) in found for tool in tools):
            written = f"{ours.written:,} of {ours.pages:,}" if ours else "–"
            lines.append(_row(name, *cells, _ratio(ours, hugo), written))
    return "\n".join(lines)


def _memory(by_size: Mapping[int, Mapping[tuple[str, str], Figure]]) -> str:
    lines = [
        "### Peak memory, MB",
        "",
        _row("documents", "cold", "one edit", "Hugo cold", "Pelican cold", "of Hugo’s"),
        _row("---:", *(["---:"] * 5)),
    ]
    for size, found in by_size.items():
        ours, hugo = found.get(("cold", OURS)), found.get(("cold", HUGO))
        shown = (ours, found.get(("edit", OURS)), hugo, found.get(("cold", PELICAN)))
        megabytes = (f"{one.peak / 1e6:,.0f}" if one else "–" for one in shown)
        ratio = f"{ours.peak / hugo.peak:.2f}" if ours and hugo and hugo.peak else "–"
        lines.append(_row(f"{size:,}", *megabytes, ratio))
    return "\n".join(lines)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(one: Figure | None) -> str:
    return f"{one.wall:.2f} ({one.cpu:.2f})" if one else "–"


def _ratio(ours: Figure | None, hugo: Figure | None) -> str:
    return f"{ours.wall / hugo.wall:.3f}" if ours and hugo else "–"


def machine(command: str, place: str, turns: int) -> str:
    """Return a line on the day, the machine, the versions and the command."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    versions = ", ".join(f"{name} {version(name)}" for name in ("hugo", "pelican", "Markdown"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d}. {_processor()}, {os.cpu_count()} cores, "
        f"{pages / 1e9:.0f} GB of memory; work in {place}; Python {platform.python_version()}, "
        f"{versions}. Medians of {turns} interleaved turns, `{command}`."
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
