"""`make bench-search`: what search finds, how many bytes a query takes, how long it all takes.

Recall and bytes come from the browser's own code, run by Node over the files of a built site;
times from Chromium, when CHROMIUM names one. Texts are generated (search_corpus.py).
"""

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

import pymorphy3

from tests.benchmarks.ours import Ours
from tests.benchmarks.search_browser import Timed, timed
from tests.benchmarks.search_corpus import make_texts, make_words
from tests.benchmarks.search_queries import Corpus, Query, make_queries
from tests.benchmarks.surroundings import environment
from tests.search.browser_code import found

SHOWN = 10  # results of a page
TIMED = 25  # queries in Chromium


def main(arguments: list[str] | None = None) -> int:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--queries", type=int, default=60, help="of each class")
    parser.add_argument("--missed", action="store_true", help="print queries that miss a text")
    options = parser.parse_args(arguments)
    words = make_words(pymorphy3.MorphAnalyzer(lang="uk"))
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            texts = tuple(make_texts(words, size))
            queries = list(make_queries(Corpus(texts, words), options.queries))
            site = Ours(Path(folder))
            site.start(texts)
            print(f"\n### {size:,} pages\n\n{_building(site, texts[-1].path)}\n")
            answers = found(site.output, [query.typed for query in queries])
            print(_table(queries, answers))
            if os.environ.get("CHROMIUM"):
                print(f"\n{_times(timed(site.output, queries[:: len(queries) // TIMED]))}")
            if options.missed:
                _print_missed(queries, answers)
    return 0


def _building(site: Ours, path: str) -> str:
    """Build with and without search, cold and after an edit, and say what search adds."""
    conf = site.folder / "pelicanconf.py"
    without = "".join(
        line for line in conf.read_text("utf-8").splitlines(True) if "plugins.search" not in line
    )
    (site.folder / "without.py").write_text(without, "utf-8")
    times = {}
    for name, options in (("without", ["-s", "without.py"]), ("with", [])):
        site.forget()
        cold = _built(site, options)
        _edit(site.folder / "content" / path, name)
        times[name] = (cold, _built(site, options))
    data = [file.stat().st_size for file in (site.output / "poshuk/data").rglob("*")]
    return (
        f"Cold build {times['with'][0]:.1f} s, without search {times['without'][0]:.1f} s; "
        f"one edit {times['with'][1]:.2f} s, without {times['without'][1]:.2f} s; "
        f"the index is {len(data):,} files, {sum(data) / 1e6:.1f} MB."
    )


def _edit(file: Path, word: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\nЩе речення: {word}.\n", "utf-8")


def _built(site: Ours, options: list[str]) -> float:
    began = time.monotonic()
    subprocess.run(
        [*site.command, *options], cwd=site.folder, env=environment(), check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return time.monotonic() - began


def _table(queries: Sequence[Query], answers: Sequence[Any]) -> str:
    rows = [
        "| class | queries | recall@10 | MRR | KB, median | KB, most |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for sort, some in groupby(zip(queries, answers, strict=True), key=lambda pair: pair[0].sort):
        rows.append(_row(sort, list(some)))
    return "\n".join(rows)


def _row(sort: str, pairs: Sequence[tuple[Query, Any]]) -> str:
    recall = sum(_recall(*pair) for pair in pairs) / len(pairs)
    rank = sum(_reciprocal(*pair) for pair in pairs) / len(pairs)
    sizes = [answer["bytes"] / 1000 for _, answer in pairs]
    return (
        f"| {sort} | {len(pairs)} | {recall:.3f} | {rank:.3f} | {median(sizes):.0f} "
        f"| {max(sizes):.0f} |"
    )


def _times(times: Timed) -> str:
    return (
        f"Chromium, {len(times.first)} queries: from the address to the results "
        f"{median(times.first):.0f} ms; on an open page {median(times.warm):.0f} ms, the second "
        f"time {median(times.again):.0f} ms; the longest task {times.longest:.0f} ms."
    )


def _recall(query: Query, answer: Any) -> float:
    hits = len(query.relevant.intersection(answer["addresses"]))
    return hits / min(SHOWN, len(query.relevant))


def _reciprocal(query: Query, answer: Any) -> float:
    places = (at for at, one in enumerate(answer["addresses"], 1) if one in query.relevant)
    return 1 / next(places, float("inf"))


def _print_missed(queries: Sequence[Query], answers: Sequence[Any]) -> None:
    for query, answer in zip(queries, answers, strict=True):
        if _recall(query, answer) < 1:
            print(query, answer)


if __name__ == "__main__":
    raise SystemExit(main())
