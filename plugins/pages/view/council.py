"""The views of what a council does: sessions, deputies, bodies, and charts of numbers."""

from dataclasses import dataclass

from plugins.pages.view.pages import ContactView, PageView, TextView
from plugins.pages.view.parts import Card, Fact, Link, LinkGroup, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart: what it is of, its number in words, where it lies in the drawing."""

    label: str
    value: str
    y: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars one below the other, and the same numbers as a table. ``id`` is unique on the page.

    ``left`` is where bars begin, ``full`` the width of the longest possible one, ``thick`` their
    height; all are units of the drawing, ``width`` by ``height``.
    """

    id: str
    title: str
    description: str
    width: int
    height: int
    left: int
    full: int
    thick: int
    bars: tuple[Bar, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Who voted in one way: «За», how many, the names."""

    vote: str
    count: str
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question of an agenda at its place ``id``; ``gap`` says that there are no votes."""

    id: str
    number: str
    title: str
    reporter: str
    documents: tuple[Fact, ...]
    tally: str
    result: str
    choices: tuple[Choice, ...]
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView(TextView):
    """A session or a commission's sitting: template session. ``about`` is the heading of its facts.

    ``agenda_gap`` is said instead of an agenda.
    """

    about: str
    agenda: tuple[QuestionView, ...]
    agenda_gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How a deputy voted on one question, and what it was about."""

    question: Link
    vote: str
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBallots:
    """All votes of a deputy at one session."""

    session: Link
    when: When
    attended: str
    ballots: tuple[Ballot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateView:
    """One convocation of a deputy: a heading, and what is known of it."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(ContactView):
    """An official or a deputy: template person. Deputies have mandates, and votes once there are.

    ``attendance`` counts sessions and votings, ``chart`` shows the share by years; ``votes`` are
    those of the newest sessions, ``years`` lead to all of them.
    """

    mandates: tuple[MandateView, ...] = ()
    attendance: tuple[Fact, ...] = ()
    chart: Chart | None = None
    votes: tuple[SessionBallots, ...] = ()
    years: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesView(PageView):
    """All votes of a deputy in a year: template votes."""

    lead: str
    attendance: tuple[Fact, ...]
    votes: tuple[SessionBallots, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView(PageView):
    """A body of the city: template body. ``people`` are its deputies by convocation.

    A commission has members, sittings and minutes, a council its ``commissions`` and
    ``convocations``; ``gaps`` say what of it is not on the site.
    """

    lead: str
    facts: tuple[Fact, ...]
    lists: tuple[Link, ...]
    chart: Chart | None
    sessions: tuple[Card, ...]
    people: tuple[LinkGroup, ...]
    sessions_title: str
    people_title: str
    minutes: tuple[Card, ...] = ()
    commissions: tuple[Link, ...] = ()
    convocations: tuple[Link, ...] = ()
    gaps: tuple[str, ...] = ()
