"""How deputies attended, counted from the cards of tables: no table is read for it."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from plugins.output.sittings import Sitting
from plugins.pages.charts import bar_chart
from plugins.pages.shared import Shared
from plugins.pages.sittings import share
from plugins.pages.view import Chart, Fact

_ALL = 100  # per cent


@dataclass(frozen=True, slots=True)
class Attendance:
    """A deputy in a year: at how many sessions and votings of those in whose tables the name is.

    Sittings of standing commissions are counted apart, their votings in ``questions`` alone.
    """

    year: int
    sessions: int = 0
    attended: int = 0
    votings: int = 0
    present: int = 0
    sittings: int = 0
    sat: int = 0
    questions: int = 0

    def after_session(self, votings: int, present: int) -> "Attendance":
        """Return what it is with one more session of a council."""
        return replace(
            self,
            sessions=self.sessions + 1,
            attended=self.attended + (present > 0),
            votings=self.votings + votings,
            present=self.present + present,
            questions=self.questions + votings,
        )

    def after_sitting(self, votings: int, present: int) -> "Attendance":
        """Return what it is with one more sitting of a commission."""
        return replace(
            self,
            sittings=self.sittings + 1,
            sat=self.sat + (present > 0),
            questions=self.questions + votings,
        )


def attendances(
    held: Iterable[Sitting], commissions: Set[str]
) -> Mapping[str, tuple[Attendance, ...]]:
    """Return the years of each deputy, newest first, by the name in the tables."""
    found: dict[str, dict[int, Attendance]] = {}
    for one in held:
        year, votings = _year(one), len(one.sheet.questions)
        for (name, _), present in zip(one.sheet.deputies, one.sheet.present, strict=True):
            years = found.setdefault(name, {})
            before = years.get(year, Attendance(year))
            in_commission = one.session.body in commissions
            after = before.after_sitting if in_commission else before.after_session
            years[year] = after(votings, present)
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
    """Yield how many sessions, votings and sittings the deputy attended in these years."""
    counted = {
        "attended_sessions": [(one.attended, one.sessions) for one in years],
        "attended_votes": [(one.present, one.votings) for one in years],
        "attended_sittings": [(one.sat, one.sittings) for one in years],
    }
    for label, pairs in counted.items():
        part, whole = (sum(numbers) for numbers in zip(*pairs, strict=True))
        if whole:
            yield Fact(label=shared.word(label), values=(attended(part, whole, shared),))


def attended(part: int, whole: int, shared: Shared) -> str:
    """Return «3 з 4 (75 %)»."""
    return shared.word("attended", part=part, whole=whole, share=share(part, whole))


def attendance_chart(years: tuple[Attendance, ...], shared: Shared) -> Chart | None:
    """Return the share of votings by years, as bars and as a table; ``None`` without any."""
    shares = [(one, share(one.present, one.votings)) for one in years if one.votings]
    if not shares:
        return None
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
