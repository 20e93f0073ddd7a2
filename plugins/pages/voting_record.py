"""How a deputy votes and attends, from all tables in which the name stands."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from plugins.council.bodies import is_sitting
from plugins.council.header import Question
from plugins.council.sessions import anchor
from plugins.council.text import Text
from plugins.council.votes import Vote
from plugins.pages.cards import line, when
from plugins.pages.charts import bar_chart
from plugins.pages.shared import Shared
from plugins.pages.sittings import Sitting, ballot_word, documents, share
from plugins.pages.view import Ballot, Chart, Fact, Link, SessionBallots

_ALL = 100  # per cent

Record = list[tuple[Sitting, Mapping[str, Vote]]]
"""Sessions with the deputy's votes by question, newest first."""


def voting_record(name: str, held: tuple[Sitting, ...], shared: Shared) -> dict[str, Any]:
    """Return the fields of a PersonView that tell of votes, none for who never voted."""
    record: Record = [(one, one.table().of(name)) for one in held]
    if not record:
        return {}
    sitting = [one for one in record if is_sitting(one[0].session, shared.vocabulary)]
    plenary = [one for one in record if not is_sitting(one[0].session, shared.vocabulary)]
    return {
        "attendance": (*_attendance(plenary, shared), *_in_commissions(sitting, shared)),
        "chart": _chart(plenary, shared) if plenary else None,
        "votes": tuple(_ballots(one, votes, shared) for one, votes in record),
    }


def _attendance(record: Record, shared: Shared) -> Iterator[Fact]:
    if record:
        yield _of(_came(record), len(record), "attended_sessions", shared)
        yield _of(*_counted(record), "attended_votes", shared)


def _in_commissions(record: Record, shared: Shared) -> Iterator[Fact]:
    if record:
        yield _of(_came(record), len(record), "attended_sittings", shared)


def _came(record: Record) -> int:
    return sum(_present(votes.values()) > 0 for _, votes in record)


def _of(part: int, whole: int, label: str, shared: Shared) -> Fact:
    words = shared.word("attended", part=part, whole=whole, share=share(part, whole))
    return Fact(label=shared.word(label), values=(words,))


def _present(votes: Iterable[Vote]) -> int:
    return sum(vote != "Відсутній" for vote in votes)


def _counted(record: Iterable[tuple[Sitting, Mapping[str, Vote]]]) -> tuple[int, int]:
    """Return at how many votings the deputy was present, and how many there were."""
    votes = [vote for _, of_session in record for vote in of_session.values()]
    return _present(votes), len(votes)


def _chart(record: Record, shared: Shared) -> Chart:
    years = [
        (str(year), *_counted(of_year))
        for year, of_year in groupby(record, lambda one: one[0].session.day.year)  # type: ignore[union-attr]  # a session has its date
    ]
    return bar_chart(
        "attendance",
        shared.word("attendance_chart"),
        [(year, _ALL * part // whole, share(part, whole)) for year, part, whole in years],
        most=_ALL,
        head=tuple(shared.word("attendance_table").split("|")),
        rows=tuple(
            (year, str(whole), str(part), share(part, whole)) for year, part, whole in years
        ),
    )


def _ballots(sitting: Sitting, votes: Mapping[str, Vote], shared: Shared) -> SessionBallots:
    session, part, whole = sitting.session, _present(votes.values()), len(votes)
    moment = when(session.moment, shared)
    assert moment is not None  # a session has its date
    return SessionBallots(
        session=Link(title=session.title, url=session.address),
        when=moment,
        attended=shared.word("attended", part=part, whole=whole, share=share(part, whole)),
        ballots=tuple(
            _ballot(question, votes[question.item], sitting, shared)
            for question in sitting.header.agenda
            if question.item in votes
        ),
    )


def _ballot(question: Question, vote: Vote, sitting: Sitting, shared: Shared) -> Ballot:
    known = documents(sitting.ties)
    named = (known.get(question.bill or ""), known.get(question.act or ""))
    place = f"{sitting.session.address}#{anchor(question.item)}"
    return Ballot(
        question=Link(title=f"{question.item}. {question.title}", url=place),
        vote=ballot_word(vote, shared),
        documents=tuple(_link(text, shared) for text in named if text is not None),
    )


def _link(text: Text, shared: Shared) -> Link:
    return Link(title=line(text, shared), url=text.address)
