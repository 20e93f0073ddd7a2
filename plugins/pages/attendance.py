"""How deputies attended, counted from the cards of tables: no table is read for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.output.sittings import Sitting
from plugins.pages.charts import bar_chart
from plugins.pages.shared import Shared
from plugins.pages.sittings import share
from plugins.pages.view import Chart, Fact

_ALL = 100  # per cent


@dataclass(frozen=True, slots=True)
class Attendance:
    """A deputy in a year: at how many sessions and votings of those in whose tables the name is."""

    year: int
    sessions: int = 0
    attended: int = 0
    votings: int = 0
    present: int = 0

    def after(self, votings: int, present: int) -> "Attendance":
        """Return what it is with one more session."""
        return Attendance(
            self.year,
            self.sessions + 1,
            self.attended + (present > 0),
            self.votings + votings,
            self.present + present,
        )


def attendances(held: Iterable[Sitting]) -> Mapping[str, tuple[Attendance, ...]]:
    """Return the years of each deputy, newest first, by the name in the tables."""
    found: dict[str, dict[int, Attendance]] = {}
    for one in held:
        year, votings = _year(one), len(one.sheet.questions)
        for (name, _), present in zip(one.sheet.deputies, one.sheet.present, strict=True):
            years = found.setdefault(name, {})
            years[year] = years.get(year, Attendance(year)).after(votings, present)
    return {
        name: tuple(years[year] for year in sorted(years, reverse=True))
        for name, years in found.items()
    }


def newest_of(held: Iterable[Sitting], number: int) -> Mapping[str, tuple[Sitting, ...]]:
    """Return the newest sessions of each deputy, by name; ``held`` are newest first."""
    found: dict[str, list[Sitting]] = {}
    for one in held:
        for name, _ in one.sheet.deputies:
            mine = found.setdefault(name, [])
            if len(mine) < number:
                mine.append(one)
    return {name: tuple(sittings) for name, sittings in found.items()}


def _year(sitting: Sitting) -> int:
    assert sitting.session.day is not None  # a session has its date
    return sitting.session.day.year


def attendance_facts(years: tuple[Attendance, ...], shared: Shared) -> Iterator[Fact]:
    """Yield how many sessions and votings the deputy attended in these years."""
    sessions = (sum(one.attended for one in years), sum(one.sessions for one in years))
    votings = (sum(one.present for one in years), sum(one.votings for one in years))
    yield Fact(label=shared.word("attended_sessions"), values=(attended(*sessions, shared),))
    yield Fact(label=shared.word("attended_votes"), values=(attended(*votings, shared),))


def attended(part: int, whole: int, shared: Shared) -> str:
    """Return «3 з 4 (75 %)»."""
    return shared.word("attended", part=part, whole=whole, share=share(part, whole))


def attendance_chart(years: tuple[Attendance, ...], shared: Shared) -> Chart:
    """Return the share of votings by years, as bars and as a table."""
    shares = [(one, share(one.present, one.votings)) for one in years]
    return bar_chart(
        "attendance",
        shared.word("attendance_chart"),
        [(str(one.year), _ALL * one.present // one.votings, words) for one, words in shares],
        most=_ALL,
        head=tuple(shared.word("attendance_table").split("|")),
        rows=tuple(
            (str(one.year), str(one.votings), str(one.present), words) for one, words in shares
        ),
    )
