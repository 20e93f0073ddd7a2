"""Sessions with their votes, as pages of sessions and of deputies meet them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.council.header import Session
from plugins.council.text import Text
from plugins.council.votes import VOTES, Sheet, Vote, VoteTable, plain_name, read_votes
from plugins.output import LazyFile, Site, Tie
from plugins.pages.shared import Shared

_KEYS = dict(zip(VOTES, ("for", "against", "abstained", "not_voted", "absent"), strict=True))


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session that has a table of votes, known by its card, its table and its documents.

    ``sheet`` says who is in the table; ``table`` parses it when first asked, once for all pages
    that show it. ``digest`` is put together by hand: every build asks every session.
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
    sessions = sorted(
        (text for text in site.register.texts if text.kind == "sessions"), key=lambda t: t.order
    )
    found = (_sitting(text, site) for text in sessions)
    return tuple(one for one in found if one is not None)


def _sitting(session: Text, site: Site) -> Sitting | None:
    file = site.files.get(votes_path(session))
    if file is None or file.votes is None:
        return None
    ties = site.register.ties.get(session.path, ())
    return Sitting(
        session=session,
        ties=ties,
        sheet=file.votes,
        table=cache(_Table(site.content(file))),
        digest="|".join([session.digest, file.digest, *[tie.digest for tie in ties]]),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    file: LazyFile

    def __call__(self) -> VoteTable:
        return read_votes(self.file.read())


def votes_path(session: Text) -> str:
    """Return the path of a session's table of votes, empty when it has none."""
    return next((said.target for said in session.mentions if said.field == "votes"), "")


def documents(ties: tuple[Tie, ...]) -> Mapping[str, Text]:
    """Return the public bills and acts of an agenda by their identities."""
    return {tie.text.identity: tie.text for tie in ties if tie.name == "agenda" and tie.text}


def people_by_name(site: Site) -> Mapping[str, Text]:
    """Return the pages of persons by the names that tables call them."""
    people = (text for text in site.register.texts if text.kind == "people" and text.lang == "uk")
    return {plain_name(text.title): text for text in people}


def votes_word(vote: Vote, shared: Shared) -> str:
    """Return how several people voted: «За», «Відсутні»."""
    return shared.word(f"vote_{_KEYS[vote]}")


def ballot_word(vote: Vote, shared: Shared) -> str:
    """Return how one person voted, whether a man or a woman: «За», «Відсутність»."""
    return shared.word(f"ballot_{_KEYS[vote]}")


def tally_words(tally: Mapping[Vote, int], shared: Shared) -> str:
    """Return «За 20, проти 1 …»."""
    return shared.word("tally", **{key: tally[vote] for vote, key in _KEYS.items()})


def share(part: int, whole: int) -> str:
    """Return a share in whole per cent, halves up: «75 %»."""
    return f"{(200 * part + whole) // (2 * whole)}\u00a0%"
