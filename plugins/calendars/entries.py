"""Texts as entries of a calendar: a session, or the end of a term of comments."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from plugins.council.dates import Moment, instant
from plugins.council.header import Session
from plugins.council.text import Text


@dataclass(frozen=True, slots=True)
class Wording:
    """What entries of one language share: the site's address and name, the words of a term."""

    url: str
    site: str
    deadline: str

    @property
    def host(self) -> str:
        """The name by which the site is known, for identifiers that nobody else gives."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: ``uid`` is its own for ever, ``stamped`` when what it says was last renewed.

    ``takes_time`` is false for the end of a term, which keeps nobody busy.
    """

    uid: str
    url: str
    title: str
    words: str
    place: str = ""
    starts: Moment
    ends: Moment | None = None
    stamped: datetime
    takes_time: bool = True


def entry(text: Text, wording: Wording) -> Entry | None:
    """Return the entry of a text, ``None`` of one that has no day for a calendar."""
    session = text.header
    if isinstance(session, Session):
        return Entry(
            uid=f"{text.identity}@{wording.host}",
            url=wording.url + text.address,
            title=text.title,
            words=session.summary or text.excerpt,
            place=session.place,
            starts=session.date,
            ends=session.ends,
            stamped=instant(text.updated or session.announced or session.date),
        )
    until = text.discussion.comments_until if text.discussion else None
    if until is None or text.changed is None:
        return None
    return Entry(
        uid=f"{text.identity}/zauvazhennia@{wording.host}",
        url=wording.url + text.address,
        title=wording.deadline.format(title=text.title),
        words=text.header.summary or text.excerpt,
        starts=until,
        stamped=instant(text.changed),
        takes_time=False,
    )
