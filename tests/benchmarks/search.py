"""`make bench-search`: what search finds, how many bytes a query takes, how long it all takes.

The browser's code is run by Node over the files of a built site; latency by Chromium, when
CHROMIUM names one. Dates and numbers are those of the generated corpus (search_corpus.py).
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
from tests.benchmarks.search_corpus import make_texts, make_words
from tests.benchmarks.search_queries import Corpus, Query, make_queries
from tests.benchmarks.surroundings import environment
from tests.search.browser_code import found

PAGES = 10


def main(arguments: list[str] | None = None) -> int:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000])
    parser.add_argument("--queries", type=int, default=60, help="of each class")
    parser.add_argument("--keep", type=Path, help="folder in which the site stays")
    options = parser.parse_args(arguments)
    words = make_words(pymorphy3.MorphAnalyzer(lang="uk"))
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            site = Ours((options.keep or Path(folder)) / "search")
            texts = tuple(make_texts(words, size))
            if not site.output.is_dir():
                site.start(texts)
                print(f"\n{size:,} pages: {_built(site):.0f} s to build")
            _report(site, list(make_queries(Corpus(texts, words), options.queries)))
    return 0


def _built(site: Ours) -> float:
    began = time.monotonic()
    subprocess.run(
        site.command, cwd=site.folder, env=environment(), check=True, stdout=subprocess.DEVNULL
    )
    return time.monotonic() - began


def _report(site: Ours, queries: Sequence[Query]) -> None:
    answers = found(site.output, [query.typed for query in queries])
    print("\n| class | queries | recall@10 | MRR | bytes, median | most |")
    print("|---|---:|---:|---:|---:|---:|")
    for sort, some in groupby(zip(queries, answers, strict=True), key=lambda pair: pair[0].sort):
        print(_row(sort, list(some)))
    for query, answer in zip(queries, answers, strict=True):
        if _recall(query, answer) < 1 and os.environ.get("MISSED"):
            print(query, answer)


def _row(sort: str, pairs: Sequence[tuple[Query, Any]]) -> str:
    recall = sum(_recall(*pair) for pair in pairs) / len(pairs)
    rank = sum(_reciprocal(*pair) for pair in pairs) / len(pairs)
    sizes = [answer["bytes"] for _, answer in pairs]
    return (
        f"| {sort} | {len(pairs)} | {recall:.3f} | {rank:.3f} | {median(sizes):,.0f} "
        f"| {max(sizes):,} |"
    )


def _recall(query: Query, answer: Any) -> float:
    hits = len(query.relevant.intersection(answer["addresses"]))
    return hits / min(PAGES, len(query.relevant))


def _reciprocal(query: Query, answer: Any) -> float:
    places = (at for at, one in enumerate(answer["addresses"], 1) if one in query.relevant)
    return 1 / next(places, float("inf"))


if __name__ == "__main__":
    raise SystemExit(main())
