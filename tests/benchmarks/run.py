"""`make bench`: our build beside Hugo's and stock Pelican's, on the same pages in the same run.

Each turn makes every change of `changes.py` on every site and builds it, generator by generator
(A B C A B C), so that a slower minute of the machine slows all alike. The first turn warms up and
watches the memory; the others are timed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.changes import STEPS, change, lone_acts
from tests.benchmarks.chart import draw
from tests.benchmarks.corpus import make_corpus
from tests.benchmarks.hugo_site import Hugo
from tests.benchmarks.measure import BuildError, Run, measure
from tests.benchmarks.ours import ROOT, Ours
from tests.benchmarks.pelican_site import Pelican
from tests.benchmarks.report import HUGO, OURS, PELICAN, Figure, as_markdown, figure, machine
from tests.benchmarks.site import Site
from tests.benchmarks.surroundings import place

PAGE, CHART = ROOT / "docs/benchmarks.md", ROOT / "docs/benchmarks.svg"
TITLE = "Time of a build over the number of documents"
MARK = "<!-- Below: figures written by `make bench`. -->\n"
PATIENT = 5000  # documents up to which Pelican is measured too unless asked for


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the tables and, when asked, write them to docs/."""
    options = _parser().parse_args(arguments)
    folder = place(max(options.sizes))
    figures: list[Figure] = []
    try:
        for size in options.sizes:
            figures += _measured(size, options, folder)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    command = " ".join(["python -m tests.benchmarks.run", *(arguments or sys.argv[1:])])
    about = machine(command, str(folder), options.turns)
    tables = as_markdown(figures, about)
    print(tables)
    if options.write:
        text = PAGE.read_text("utf-8").partition(MARK)[0]
        PAGE.write_text(f"{text}{MARK}\n![{TITLE}]({CHART.name})\n\n{tables}", "utf-8")
        CHART.write_text(draw(TITLE, _lines(figures)), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--turns", type=int, default=3, help="timed turns beside the first one")
    parser.add_argument("--images", type=int, default=0, help="news with a picture")
    parser.add_argument("--tools", nargs="+", choices=("ours", "hugo", "pelican"))
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and .svg")
    return parser


def _sites(size: int, tools: list[str] | None, folder: Path) -> list[Site]:
    chosen = tools or ["ours", "hugo", *(["pelican"] if size <= PATIENT else [])]
    sites: dict[str, Site] = {
        "ours": Ours(folder / "ours"),
        "hugo": Hugo(folder / "hugo"),
        "pelican": Pelican(folder / "pelican"),
    }
    return [sites[tool] for tool in chosen]


def _measured(size: int, options: argparse.Namespace, where: Path) -> Iterator[Figure]:
    documents = make_corpus(size, options.images)
    acts = lone_acts(documents)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=where) as folder:
        sites = _sites(size, options.tools, Path(folder))
        for site in sites:
            site.start(documents)
        time.sleep(2)  # our build reads again what changed less than two seconds before
        runs: dict[tuple[str, str], list[Run]] = {}
        for turn in range(options.turns + 1):
            for step in options.steps:
                for site in sites:
                    change(step, turn, site, acts)
                    run = measure(site, watch_memory=turn == 0)
                    runs.setdefault((site.name, step), []).append(run)
                    _say(f"{size:>6} {turn} {step:<10}{site.name:<10}{run.wall:8.2f} s")
    for (tool, step), (watched, *timed) in runs.items():
        yield figure(size, tool, step, watched, timed)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _lines(figures: list[Figure]) -> dict[str, list[tuple[int, float]]]:
    """Return the lines of the chart: an edit costs the others what a cold build does."""
    shown = {
        "Pelican": (PELICAN, "edit"),
        "Hugo": (HUGO, "edit"),
        "this site, cold": (OURS, "cold"),
        "this site, one edit": (OURS, "edit"),
    }
    lines = {
        name: [(f.size, f.wall) for f in figures if (f.tool, f.step) == key]
        for name, key in shown.items()
    }
    return {name: sorted(points) for name, points in lines.items() if points}


if __name__ == "__main__":
    sys.exit(main())
