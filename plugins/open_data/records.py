"""What data are made from: texts with what is known of them, each under one digest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
from plugins.output import Gathered, LazyBody, Site, Tie
from plugins.output.digest import digest_of
from plugins.output.sittings import Sitting, motions, people_by_name, sitting


@dataclass(frozen=True, slots=True)
class Shared:
    """What all rows share: the names of bodies, kinds and topics, and the site's address."""

    words: Vocabulary
    url: str
    publisher: str
    contact: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the data of one text are made from; ``file`` stands in _FILES."""

    text: Text
    body: LazyBody
    standing: Standing
    stage: Stage | None
    ties: tuple[Tie, ...]
    file: ContentFile | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """A session; ``motions`` are the questions that data tell of, ``people`` ids by names."""

    sitting: Sitting
    motions: tuple[str, ...]
    people: Mapping[str, str]
    digest: str


_FILES = {"bills": "explanatory_note", "consultations": "report", "people": "image"}
"""Kind → the key of its header that names the file."""


def records(texts: Sequence[Text], site: Site) -> Gathered[Record]:
    """Return the records of texts."""
    known = site.register.known
    digest = digest_of(
        "\n".join([
            _known_by(text, site) if text.kind in _FILES else known[text.path] for text in texts
        ])
    )  # fmt: skip
    return Gathered(digest, lambda: tuple(_record(text, site) for text in texts))


def _known_by(text: Text, site: Site) -> str:
    """Return what a record is known by; where its file lies the header says."""
    known = site.register.known[text.path]
    file = _file(text, site) if text.kind in _FILES else None
    return f"{known}|{file.digest}" if file else known


def _record(text: Text, site: Site) -> Record:
    return Record(
        text=text,
        body=site.body(text),
        standing=site.register.standing(text),
        stage=site.register.stages.get(text.path),
        ties=site.register.ties.get(text.path, ()),
        file=_file(text, site),
        digest=_known_by(text, site),
    )


def _file(text: Text, site: Site) -> ContentFile | None:
    field = _FILES.get(text.kind)
    named = (one.target for one in text.mentions if one.field == field)
    return site.files.get(next(named, ""))


def session_records(texts: Sequence[Text], site: Site) -> Gathered[SessionRecord]:
    """Return the records of sessions."""
    people = {name: text.identity for name, text in people_by_name(site).items()}
    found = tuple(_session_record(sitting(text, site), people, site) for text in texts)
    return Gathered(digest_of("\n".join([one.digest for one in found])), lambda: found)


def _session_record(one: Sitting, people: Mapping[str, str], site: Site) -> SessionRecord:
    items = motions(one, site)
    known = {name: people[name] for name, _ in one.sheet.deputies if name in people}
    return SessionRecord(
        sitting=one, motions=items, people=known, digest=digest_of(one.digest, items, known)
    )
