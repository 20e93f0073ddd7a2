"""The data of «Стан оприлюднення»: an index, and a file for each year with a breach in it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from plugins.council.law_case import Breach
from plugins.council.law_data import Law
from plugins.council.law_words import Finding, findings
from plugins.output import Output, page_path
from plugins.output.json_text import as_json


@dataclass(frozen=True, slots=True)
class Breaches:
    """Many breaches, known by what they carry already."""

    found: tuple[Breach, ...]

    @property
    def digest(self) -> str:
        """What they are known by."""
        return "|".join([one.digest for one in self.found])


def data_outputs(address: str, url: str, law: Law, found: tuple[Breach, ...]) -> Iterator[Output]:
    """Yield ``index.json`` below an address and ``2026.json`` for each year."""
    folder = page_path(address).removesuffix("index.html")
    by_year: dict[int, list[Breach]] = {}
    for one in found:
        by_year.setdefault(one.year, []).append(one)
    undated = Breaches(tuple(by_year.pop(0, ())))
    years = tuple((year, len(by_year[year])) for year in sorted(by_year))
    yield Output(
        path=f"{folder}index.json",
        inputs=(f"{url}{address}", law, years, undated),
        render=render_index,
    )
    for year, some in by_year.items():
        yield Output(
            path=f"{folder}{year}.json",
            inputs=(url, law, Breaches(tuple(some))),
            render=render_year,
        )


def render_index(
    address: str, law: Law, years: tuple[tuple[int, int], ...], undated: Breaches
) -> str:
    """Return the rules, what is wrong with the site as a whole, and where the years lie."""
    return as_json({
        "rules": [
            {
                "id": rule.id, "title": rule.title, "article": rule.ground,
                "from": rule.since and rule.since.isoformat(),
                "to": rule.until and rule.until.isoformat(),
                "suspended": rule.suspended and rule.suspended.regime,
                "confirmed": rule.confirmed,
            }
            for rule in law.rules
        ],
        "findings": [_fields(one, {}) for one in findings(law, undated.found)],
        "years": [
            {"year": year, "count": count, "url": f"{address}{year}.json"} for year, count in years
        ],
    })  # fmt: skip


def render_year(url: str, law: Law, breaches: Breaches) -> str:
    """Return the findings of one year."""
    pages = {one.text.path: f"{url}{one.text.address}" for one in breaches.found if one.text}
    return as_json([_fields(one, pages) for one in findings(law, breaches.found)])


def _fields(finding: Finding, pages: dict[str, str]) -> dict[str, Any]:
    return {**asdict(finding), "url": pages.get(finding.path)}
