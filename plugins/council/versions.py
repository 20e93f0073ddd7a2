"""Versions of a text: which of them the public has seen, and may see again (docs/adr/0007).

A *version* is a text as one commit left it. An *edition* is what readers saw: a version that was
public, of other words than the one before. Whatever is in doubt is not shown.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

from plugins.council.dates import as_date, instant, iso
from plugins.council.header import Header

WITHOUT_HISTORY = ("people", "sessions", "alerts")
"""Kinds of texts whose versions are not shown: what was said of a person is theirs to take back, a
session grows by its own parts, an alert has no page.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What an edition says: its title, the day of publication (ISO, of acts and bills), its body
    as plain text, a line for each paragraph.
    """

    title: str
    published: str
    text: str

    @property
    def day(self) -> date:
        """The day of publication in Kyiv, of words that have one."""
        return as_date(datetime.fromisoformat(self.published))

    @property
    def digest(self) -> str:
        """What tells an edition from the next."""
        return blake2b(f"{self.title}\n{self.published}\n{self.text}".encode()).hexdigest()[:32]


Changes = tuple[tuple[str, str], ...]
"""Public notes of changes, each with its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a version says of its being public; moments are ISO, ``words`` is their digest.

    ``changes`` are pairs of date and note, ``redactions`` those that took something out for good.
    """

    ready: bool
    publish_at: str
    withdrawn: bool
    changes: Changes
    redactions: Changes
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """A text as a commit left it at ``since``; ``facts`` are ``None`` when it cannot be read."""

    since: datetime
    blob: str
    facts: Facts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A version as readers saw it from ``since``, with the notes that came with it."""

    since: datetime
    blob: str
    notes: tuple[str, ...]


def facts_of(header: Header, words: str = "") -> Facts:
    """Return what a header says of its text's being public."""
    return Facts(
        ready=header.state == "ready",
        publish_at=iso(instant(header.publish_at)) if header.publish_at is not None else "",
        withdrawn=getattr(header, "withdrawn", None) is not None,
        changes=tuple((iso(change.date), change.note) for change in header.changes),
        redactions=tuple(
            (iso(change.date), change.note) for change in header.changes if change.redacted
        ),
        words=words,
    )


def editions(versions: Sequence[Version], now: Facts, first: datetime) -> tuple[Edition, ...]:
    """Return the editions of a text that may be shown, the oldest first.

    ``versions`` come newest first; ``now`` is what the text says at present, ``first`` the moment
    of its first publication. The way back ends where a version cannot be read, was withdrawn, or
    lacks a redaction that a later one has; it never leads beyond the first publication.
    """
    shown: list[Edition] = []
    words = ""
    for version, facts, before in reversed(list(_public(versions, now, first))):
        notes = tuple(note for date, note in facts.changes if (date, note) not in before)
        if facts.words == words:
            last = shown.pop()
            shown.append(Edition(since=last.since, blob=last.blob, notes=last.notes + notes))
        else:
            shown.append(Edition(since=_seen(version, facts), blob=version.blob, notes=notes))
        words = facts.words
    return tuple(shown)


def _public(
    versions: Sequence[Version], now: Facts, first: datetime
) -> Iterator[tuple[Version, Facts, Changes]]:
    """Yield versions that were public, newest first, with the changes known before each."""
    if now.withdrawn:
        return
    redactions = Counter(now.redactions)  # two of one day and one note are two
    until: datetime | None = None
    for version, older in zip(versions, [*versions[1:], None], strict=True):
        facts = version.facts
        if facts is None or facts.withdrawn or not redactions <= Counter(facts.redactions):
            return
        if until is not None and until <= first:
            return
        redactions |= Counter(facts.redactions)
        if facts.ready and _came(facts, until, now):
            yield version, facts, older.facts.changes if older and older.facts else ()
        until = version.since


def _came(facts: Facts, until: datetime | None, now: Facts) -> bool:
    """Whether the hour of a scheduled version came while it was the newest."""
    if not facts.publish_at:
        return True
    if until is None:  # it is the newest still, and the text is public now
        return facts.publish_at == now.publish_at
    return datetime.fromisoformat(facts.publish_at) < until


def _seen(version: Version, facts: Facts) -> datetime:
    hour = datetime.fromisoformat(facts.publish_at) if facts.publish_at else version.since
    return max(version.since, hour)
