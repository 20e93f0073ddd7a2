"""Sessions with their votes, as pages and data meet them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.council.header import Session
from plugins.council.sessions import considered
from plugins.council.text import Text
from plugins.council.votes import Sheet, VoteTable, plain_name, read_votes
from plugins.output.register import Tie
from plugins.output.site import LazyFile, Site

_NO_SHEET = Sheet((), (), ())


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session, known by its card, its table of votes and its documents.

    ``sheet`` says who is in the table, nobody where there is none yet; ``table`` parses it when
    first asked, once for all that show it. ``digest`` is put together by hand: every build asks
    every session.
    """

    session: Text
    ties: tuple[Tie, ...]
    sheet: Sheet
    table: Callable[[], VoteTable]
    digest: str

    @property
    def header(self) -> Session:
        """What the session says of itself."""
        assert isinstance(self.session.header, Session)
        return self.session.header


def sittings(site: Site) -> tuple[Sitting, ...]:
    """Return the public sessions that have votes, newest first."""
    sessions = sorted(site.register.of_kind("sessions"), key=lambda text: text.order)
    return tuple(one for one in (sitting(text, site) for text in sessions) if one.sheet.deputies)


def sitting(session: Text, site: Site) -> Sitting:
    """Return a session with its votes."""
    file = site.files.get(votes_path(session))
    voted = file is not None and file.votes is not None
    ties = site.register.ties.get(session.path, ())
    known = [file.digest] if file is not None and voted else []
    return Sitting(
        session=session,
        ties=ties,
        sheet=(file.votes if file else None) or _NO_SHEET,
        table=cache(_Table(site.content(file) if file is not None and voted else None)),
        digest="|".join([session.digest, *known, *[tie.digest for tie in ties]]),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    file: LazyFile | None

    def __call__(self) -> VoteTable:
        return read_votes(self.file.read()) if self.file else VoteTable((), ())


def motions(sitting: Sitting, site: Site) -> tuple[str, ...]:
    """Return the numbers of the questions that data tell of (``considered``), from cards alone."""
    session = sitting.session
    assert session.day is not None  # a session has its date
    items = (said.target for said in session.mentions if said.sort == "question")
    return considered(items, sitting.sheet.questions, session.day, site.now)


def votes_path(session: Text) -> str:
    """Return the path of a session's table of votes, empty when it has none."""
    return next((said.target for said in session.mentions if said.field == "votes"), "")


def documents(ties: tuple[Tie, ...]) -> Mapping[str, Text]:
    """Return the public bills and acts of an agenda by their identities."""
    return {tie.text.identity: tie.text for tie in ties if tie.name == "agenda" and tie.text}


def people_by_name(site: Site) -> Mapping[str, Text]:
    """Return the pages of persons by the names that tables call them."""
    return {plain_name(text.title): text for text in site.register.of_kind("people")}
