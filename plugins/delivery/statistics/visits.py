"""Pages read, month by month: what is counted of a line of a log (Combined Log Format)."""

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(
    r'\S+ \S+ \S+ \[\d{2}/(?P<month>\w{3})/(?P<year>\d{4}):[^\]]+\] '
    r'"GET (?P<address>/[^ "?]*)(?:\?[^ "]*)? HTTP/[\d.]+" (?P<status>\d{3}) '
    r'\S+ "[^"]*" "(?P<agent>[^"]*)"'
)  # fmt: skip
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|archiv|monitor|preview|fetch|scan|check|curl|wget|python|java/|go-http"
    r"|okhttp|httpclient|libwww|headless|^-?$",
    re.IGNORECASE,
)
"""Readers that are programs, by what they call themselves; one that lies is counted as a person."""

_ACT = re.compile(r"/dokumenty/[a-z0-9-]+/[a-z0-9-]+/\d{4}/[^/]+/")


@dataclass(frozen=True, slots=True)
class Visits:
    """Pages read by month («2026-11»), acts by address; ``programs`` are pages read by programs."""

    months: Mapping[str, int]
    acts: Mapping[str, int]
    programs: int


def count(lines: Iterable[str]) -> Visits:
    """Count pages that were shown; assets, data, errors and redirects are none."""
    months: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    programs = 0
    for line in lines:
        read = _LINE.match(line)
        if not read or read["status"] not in ("200", "304") or not _is_page(read["address"]):
            continue
        if _PROGRAM.search(read["agent"]):
            programs += 1
            continue
        months[f"{read['year']}-{_MONTHS.get(read['month'], 0):02}"] += 1
        if _ACT.fullmatch(read["address"]):
            acts[read["address"]] += 1
    return Visits(dict(sorted(months.items())), dict(acts), programs)


def lines_of(logs: Iterable[Path]) -> Iterator[str]:
    """Yield the lines of logs, of those that logrotate has packed too."""
    for log in logs:
        opened = gzip.open if log.suffix == ".gz" else open
        with opened(log, "rt", encoding="utf-8", errors="replace") as file:
            yield from file


def _is_page(address: str) -> bool:
    return address.endswith(("/", ".html"))
