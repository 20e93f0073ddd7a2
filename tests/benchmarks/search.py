"""`make bench-search`: what searches find, how many bytes a query takes, how long it all takes.

The site's own search beside Pagefind and MiniSearch, over one built site, in Chromium, which
CHROMIUM names. Texts are generated (search_corpus.py) or of real sentences (search_real.py).
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean, median
from typing import Any

import pymorphy3

from tests.benchmarks.document import Document
from tests.benchmarks.ours import Ours
from tests.benchmarks.search_browser import Searching, Timed, searching
from tests.benchmarks.search_corpus import make_texts, make_words
from tests.benchmarks.search_engines import ENGINES, Engine
from tests.benchmarks.search_queries import Corpus, Query, make_queries
from tests.benchmarks.search_real import RealCorpus, real_queries, real_texts
from tests.benchmarks.surroundings import environment, place
from tests.search.browser_code import found

SHOWN = 10  # results of a page
TIMED = 25  # queries whose bytes and time are measured, each in an empty browser


@dataclass(frozen=True)
class Case:
    """A site and what is asked of it."""

    name: str
    texts: tuple[Document, ...]
    queries: tuple[Query, ...]


@dataclass(frozen=True)
class Column:
    """What an engine answered, what it took, and how many seconds its index took."""

    name: str
    answers: Sequence[Sequence[str]]
    times: Timed
    seconds: float


def main(arguments: list[str] | None = None) -> int:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(prog="make bench-search", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--queries", type=int, default=60, help="of each class")
    parser.add_argument("--texts", choices=("generated", "real"), nargs="*")
    parser.add_argument("--engines", nargs="*", default=[one.name for one in ENGINES])
    parser.add_argument("--missed", action="store_true", help="print our queries that miss a text")
    options = parser.parse_args(arguments)
    for size in options.sizes:
        for case in _cases(size, options.queries, options.texts or ["generated", "real"]):
            with tempfile.TemporaryDirectory(prefix="bench-", dir=place(size)) as folder:
                _measure(case, Ours(Path(folder)), options.engines, missed=options.missed)
    return 0


def _cases(size: int, each: int, wanted: Sequence[str]) -> Iterator[Case]:
    if "generated" in wanted:
        words = make_words(pymorphy3.MorphAnalyzer(lang="uk"))
        texts = tuple(make_texts(words, size))
        yield Case("generated texts", texts, tuple(make_queries(Corpus(texts, words), each)))
    if "real" in wanted:
        texts = tuple(real_texts(size))
        yield Case("real sentences", texts, tuple(real_queries(RealCorpus(texts), each)))


def _measure(case: Case, site: Ours, engines: Sequence[str], *, missed: bool) -> None:
    site.start(case.texts)
    print(f"\n### {len(case.texts):,} pages of {case.name}\n", flush=True)
    said, seconds = _building(site, case.texts[-1].path)
    print(f"{said}\n", flush=True)
    with searching(site.output) as browser:
        columns = [
            _column(engine, case, site, browser, seconds)
            for engine in ENGINES
            if engine.name in engines
        ]
    print("\n".join(_table(case.queries, columns)))
    answers = found(site.output, [query.typed for query in case.queries])
    print("\nThe index alone, each of our queries as a first one with its ten results:\n")
    print("\n".join(_by_class(case.queries, answers)), flush=True)
    for query, answer in zip(case.queries, answers, strict=True) if missed else ():
        if _recall(query, answer["addresses"]) < 1:
            print(query, answer)


def _by_class(queries: Sequence[Query], answers: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield a table: what queries of each class find, and how many KB of the index they ask for."""
    yield "| class | recall@10 | KB, median (most) |\n| --- | ---: | ---: |"
    asked = list(zip(queries, answers, strict=True))
    classes = dict.fromkeys(query.sort for query in queries)
    for name in (*classes, "all"):
        some = [(query, one) for query, one in asked if name in (query.sort, "all")]
        sizes = [one["bytes"] / 1000 for _, one in some]
        recall = mean(_recall(query, one["addresses"]) for query, one in some)
        yield f"| {name} | {recall:.3f} | {median(sizes):.0f} ({max(sizes):.0f}) |"


def _column(engine: Engine, case: Case, site: Ours, browser: Searching, built: float) -> Column:
    seconds = engine.prepare(site.output, case.texts) or built
    some = case.queries[:: max(1, len(case.queries) // TIMED)]
    times = browser.timed(engine.name, some)
    return Column(engine.title, browser.answers(engine.name, case.queries), times, seconds)


def _building(site: Ours, path: str) -> tuple[str, float]:
    """Build with and without search, cold and after an edit; return what search adds."""
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
    said = (
        f"Cold build {times['with'][0]:.1f} s, without search {times['without'][0]:.1f} s; "
        f"one edit {times['with'][1]:.2f} s, without {times['without'][1]:.2f} s; "
        f"the index is {len(data):,} files, {sum(data) / 1e6:.1f} MB."
    )
    return said, times["with"][0] - times["without"][0]


def _edit(file: Path, word: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\nЩе речення: {word}.\n", "utf-8")


def _built(site: Ours, options: list[str]) -> float:
    began = time.monotonic()
    subprocess.run(
        [*site.command, *options], cwd=site.folder, env=environment(), check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return time.monotonic() - began


def _table(queries: Sequence[Query], columns: Sequence[Column]) -> Iterator[str]:
    yield f"| | {' | '.join(one.name for one in columns)} |"
    yield f"| --- | {' | '.join('---:' for _ in columns)} |"
    for sort, some in groupby(range(len(queries)), key=lambda at: queries[at].sort):
        places = list(some)
        cells = (_found(queries, one.answers, places) for one in columns)
        yield f"| {sort}, {len(places)} queries: recall@10 (MRR) | {' | '.join(cells)} |"
    for name, cell in ROWS.items():
        yield f"| {name} | {' | '.join(cell(one) for one in columns)} |"


ROWS: dict[str, Callable[[Column], str]] = {
    "KB of a first query, with code: median (most)": lambda one: (
        f"{median(one.times.sizes) / 1000:.0f} ({max(one.times.sizes) / 1000:.0f})"
    ),
    "index, s": lambda one: f"{one.seconds:.1f}",
    "first query in an empty browser, ms": lambda one: f"{median(one.times.first):.0f}",
    "on an open page, ms: median (most)": lambda one: (
        f"{median(one.times.warm):.0f} ({max(one.times.warm):.0f})"
    ),
    "the same again, ms": lambda one: f"{median(one.times.again):.0f}",
    "longest task of the page, ms": lambda one: (
        f"{one.times.longest:.0f}" if one.times.longest else "< 50"
    ),
}


def _found(queries: Sequence[Query], answers: Sequence[Sequence[str]], places: list[int]) -> str:
    pairs = [(queries[at], answers[at]) for at in places]
    recall = mean(_recall(*pair) for pair in pairs)
    rank = mean(_reciprocal(*pair) for pair in pairs)
    return f"{recall:.3f} ({rank:.3f})"


def _recall(query: Query, addresses: Sequence[str]) -> float:
    hits = len(query.relevant.intersection(addresses))
    return hits / min(SHOWN, len(query.relevant))


def _reciprocal(query: Query, addresses: Sequence[str]) -> float:
    places = (at for at, one in enumerate(addresses, 1) if one in query.relevant)
    return 1 / next(places, float("inf"))


if __name__ == "__main__":
    raise SystemExit(main())
