"""How a deputy voted at sessions, question by question, with what each question was about."""

from collections.abc import Iterable, Iterator

from plugins.council.sessions import anchor
from plugins.council.text import Text
from plugins.council.votes import Vote
from plugins.output.sittings import Sitting, documents
from plugins.pages.attendance import attended
from plugins.pages.cards import line, when
from plugins.pages.shared import Shared
from plugins.pages.sittings import ballot_word
from plugins.pages.view import Ballot, Link, SessionBallots


def voting_record(name: str, held: Iterable[Sitting], shared: Shared) -> tuple[SessionBallots, ...]:
    """Return the votes of a deputy at sessions, in their order."""
    return tuple(_ballots(name, one, shared) for one in held)


def _ballots(name: str, sitting: Sitting, shared: Shared) -> SessionBallots:
    session, votes = sitting.session, sitting.table().of(name)
    moment = when(session.moment, shared)
    assert moment is not None  # a session has its date
    present = sum(vote != "Відсутній" for vote in votes.values())
    return SessionBallots(
        session=Link(title=session.title, url=session.address),
        when=moment,
        attended=attended(present, len(votes), shared),
        ballots=tuple(_ballot(sitting, votes, shared)),
    )


def _ballot(sitting: Sitting, votes: dict[str, Vote], shared: Shared) -> Iterator[Ballot]:
    known, address = documents(sitting.ties), sitting.session.address
    for question in sitting.header.agenda:
        if question.item in votes:
            named = (known.get(question.bill or ""), known.get(question.act or ""))
            place = f"{address}#{anchor(question.item)}"
            yield Ballot(
                question=Link(title=f"{question.item}. {question.title}", url=place),
                vote=ballot_word(votes[question.item], shared),
                documents=tuple(_link(text, shared) for text in named if text is not None),
            )


def _link(text: Text, shared: Shared) -> Link:
    return Link(title=line(text, shared), url=text.address)
