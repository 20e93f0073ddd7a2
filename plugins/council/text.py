"""A text of the council: its header, address and body, read from one Markdown file."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hashlib import blake2b

from pydantic import ValidationError

from plugins.council.addresses import SECTIONS, address, identity
from plugins.council.dates import Moment, as_date, instant
from plugins.council.front_matter import FrontMatter, NoHeaderError, decode, read_front_matter
from plugins.council.header import (
    KINDS,
    Act,
    Bill,
    Header,
    Lang,
    Minutes,
    Reported,
    Session,
    State,
)
from plugins.council.header_yaml import FrontMatterError, Place
from plugins.council.markdown import Body, Reference, read_body
from plugins.council.mentions import Mention, mentions
from plugins.council.messages import problems_of
from plugins.council.missing_header import with_header
from plugins.council.problem import Problem
from plugins.council.status import takes_effect
from plugins.council.typography import typeset

LEGAL = (Act, Bill, Minutes)
"""Kinds whose bodies are legal text: verbatim, points numbered as typed."""


@dataclass(frozen=True, slots=True)
class Details:
    """What only a text's own page, feeds and messages about it need.

    ``lines`` gives the line of each header key, ``fragments`` the places in the body that a link
    may name, ``excerpt`` its first sentences as plain text.
    """

    header: Header
    lines: Mapping[str, int]
    fragments: frozenset[str]
    excerpt: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a bill says of its way to a decision: when it is considered, till when it is open."""

    consider_on: date | None
    comments_until: date | None
    regulatory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as lists, links, rules and data see it: what is asked of every text in every build.

    The rest is ``read`` when somebody asks for ``header``, ``lines``, ``fragments`` or
    ``excerpt``: among 50,000 texts a build looks closer at a few.

    ``path`` is relative to the content folder and names the text inside it. ``body``,
    ``act_kind`` and ``number`` are those of acts, bills, minutes and sessions; ``effective`` is
    the day from which an act counts, known from its header or taken for it (status.py);
    ``published`` the day in Kyiv on which an act or a bill was published, ``hearing`` a bill's.
    ``mentions`` is what the header points to, ``references`` what the body does. ``digest`` covers
    all that a card can show, ``body_digest`` the body.

    ``moment`` is the date by which lists order it (adoption of an act, publication of a bill),
    ``day`` that in Kyiv; ``updated`` when a change was last noted (the newest major one, else the
    newest of all); ``order`` sorts texts newest first, those of one moment by path, so that
    the order never wavers.
    """

    path: str
    kind: str
    lang: Lang
    title: str
    identity: str
    address: str
    moment: Moment | None
    day: date | None
    order: tuple[float, str]
    state: State
    publish_at: Moment | None
    expires_at: Moment | None
    topics: tuple[str, ...]
    aliases: tuple[str, ...]
    body: str
    act_kind: str
    number: str
    withdrawn: bool
    effective: date | None
    published: date | None
    normative: bool
    hearing: Hearing | None
    updated: Moment | None
    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    digest: str
    body_digest: str
    read: Callable[[], Details] = field(compare=False, repr=False)

    @property
    def header(self) -> Header:
        """All that the header says."""
        return self.read().header

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each key of the header."""
        return self.read().lines

    @property
    def fragments(self) -> frozenset[str]:
        """The places in the body that a link may name."""
        return self.read().fragments

    @property
    def excerpt(self) -> str:
        """The first sentences of the body as plain text."""
        return self.read().excerpt

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of pictures and files that the header names."""
        return tuple(one.target for one in self.mentions if one.sort in ("picture", "file"))

    @property
    def image(self) -> str:
        """The path of the picture that the header names, empty when it names none."""
        return next((one.target for one in self.mentions if one.field == "image"), "")

    @property
    def changed(self) -> Moment | None:
        """When the text last said something new: its update, else its own date."""
        return self.updated or self.moment


def _updated(header: Header) -> Moment | None:
    changes = header.changes
    dates = [change.date for change in changes if change.major] or [c.date for c in changes]
    return max(dates, key=instant, default=None)


def _effective(header: Header) -> date | None:
    if not isinstance(header, Act):
        return None
    return takes_effect(
        header.adopted, _published(header), header.effective_from, normative=bool(header.normative)
    )


def _published(header: Header) -> date | None:
    published = header.published if isinstance(header, Act | Bill) else None
    return as_date(published) if published is not None else None


def _hearing(header: Header) -> Hearing | None:
    if not isinstance(header, Bill):
        return None
    until = header.comments_until
    return Hearing(
        header.consider_on,
        as_date(until) if until is not None else None,
        bool(header.regulatory),
    )


def _moment_of(header: Header) -> Moment | None:
    match header:
        case Act():
            return header.adopted
        case Bill():
            return header.published
        case Reported() | Minutes() | Session():
            return header.date
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading one file: the text and its body, or the problems that forbid it."""

    text: Text | None
    body: Body | None
    problems: tuple[Problem, ...]


def read_text(path: str, data: bytes) -> Reading:
    """Read one Markdown file: a pure function of its path (relative to content) and bytes.

    All faults of header and body come at once; a text with an error has no record.
    """
    kind_name = path.split("/", 1)[0]
    kind = KINDS.get(kind_name)
    if kind is None or "/" not in path:
        return _unreadable(path, 1, "тека", _unknown_folder(kind_name))
    try:
        matter = _front_matter(path, decode(data), kind)
    except FrontMatterError as error:
        return _unreadable(path, error.line, error.field, str(error))
    header, header_problems = _header(kind, matter, path)
    legal = issubclass(kind, LEGAL)
    lang = str(matter.values.get("lang") or "uk")
    body, faults = read_body(matter.body, legal=legal, first_line=matter.body_line, lang=lang)
    problems = header_problems + tuple(
        Problem(
            path=path, line=fault.line, field="текст", message=fault.message,
            rule=fault.rule, severity=fault.severity,
        )
        for fault in faults
    )  # fmt: skip
    if header is None or any(problem.severity == "error" for problem in problems):
        return Reading(text=None, body=None, problems=problems)
    try:
        text = _text(path, kind_name, header, matter, body)
    except ValueError as error:
        return _unreadable(path, 1, "назва файла", str(error))
    return Reading(text=text, body=body, problems=problems)


def _front_matter(path: str, text: str, kind: type[Header]) -> FrontMatter:
    try:
        return read_front_matter(text)
    except NoHeaderError as error:
        advice = f"Почніть файл так:\n{with_header(path, text, kind)}"
        raise FrontMatterError(error.line, f"{error} {advice}") from None


def _unknown_folder(folder: str) -> str:
    by_name = {**{section: kind for kind, section in SECTIONS.items()}, **{k: k for k in KINDS}}
    near = difflib.get_close_matches(folder.lower(), by_name, n=1, cutoff=0.8)
    which = f"теки {by_name[near[0]]}/" if near else f"однієї з тек: {', '.join(KINDS)}"
    return f"тека не означає виду матеріалу. Перенесіть файл до {which}."


def _unreadable(path: str, line: int, field: str, message: str) -> Reading:
    problem = Problem(path=path, line=line, field=field, message=message, rule="header")
    return Reading(text=None, body=None, problems=(problem,))


def _header(
    kind: type[Header], matter: FrontMatter, path: str
) -> tuple[Header | None, tuple[Problem, ...]]:
    given = {key: value for key, value in matter.values.items() if value is not None}
    try:
        return _typeset(kind.model_validate(given)), ()
    except ValidationError as error:
        return None, tuple(problems_of(error, kind, matter.lines, path))


def _typeset(header: Header) -> Header:
    """Set title and summary as the body is set; an act's title stays exactly as in the act."""
    if header.lang != "uk":
        return header
    set_ = {"summary": _plainly_set(header.summary)} if header.summary else {}
    if not isinstance(header, LEGAL):
        set_["title"] = _plainly_set(header.title)
    return header.model_copy(update=set_)


def _plainly_set(text: str) -> str:
    """Set a text that goes to data and feeds too: its signs right, its spaces ordinary."""
    return typeset(text).replace("\u00a0", " ")


def _text(path: str, kind: str, header: Header, matter: FrontMatter, body: Body) -> Text:
    where = address(kind, path, header)
    moment = _moment_of(header)
    newest = -instant(moment).timestamp() if moment is not None else 0.0
    details = Details(
        header=header,
        lines={_dotted(place): line for place, line in matter.lines.items() if place},
        fragments=frozenset(body.fragments),
        excerpt=_excerpt(body.text),
    )
    card = f"{where}\n{details.excerpt}\n{type(header).__name__}\n{header.model_dump_json()}"
    return Text(
        path=path,
        kind=kind,
        lang=header.lang,
        title=header.title,
        identity=identity(kind, path, header),
        address=where,
        moment=moment,
        day=as_date(moment) if moment is not None else None,
        order=(newest, path),
        state=header.state,
        publish_at=header.publish_at,
        expires_at=header.expires_at,
        topics=header.topics,
        aliases=header.aliases,
        body=getattr(header, "body", ""),
        act_kind=getattr(header, "kind", ""),
        number=getattr(header, "number", ""),
        withdrawn=getattr(header, "withdrawn", None) is not None,
        effective=_effective(header),
        published=_published(header),
        normative=bool(getattr(header, "normative", None)),
        hearing=_hearing(header),
        updated=_updated(header),
        mentions=tuple(mentions(header)),
        references=body.references,
        digest=_digest(card),
        body_digest=_body_digest(body),
        read=partial(_itself, details),
    )


def _itself(details: Details) -> Details:
    return details


def _dotted(place: Place) -> str:
    return ".".join(map(str, place))


def _body_digest(body: Body) -> str:
    """Digest what the rest of a body follows from: the HTML has its text and its fragments."""
    return _digest(f"{body.html}\n{body.references}\n{body.outline}")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _excerpt(text: str, limit: int = 200) -> str:
    """Return the beginning of a text, cut at a word, for descriptions where no summary is."""
    words = " ".join(text[: limit * 2].split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
