"""A text of the council: its header, address and body, read from one Markdown file."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from pydantic import ValidationError

from plugins.council.addresses import SECTIONS, address, identity
from plugins.council.dates import Moment, as_date, instant
from plugins.council.front_matter import FrontMatter, NoHeaderError, decode, read_front_matter
from plugins.council.header import KINDS, Act, Bill, Header, Minutes, Reported
from plugins.council.header_yaml import FrontMatterError, Place
from plugins.council.markdown import Body, Reference, read_body
from plugins.council.messages import problems_of
from plugins.council.missing_header import with_header
from plugins.council.named_files import named_files
from plugins.council.problem import Problem
from plugins.council.typography import typeset

LEGAL = (Act, Bill, Minutes)
"""Kinds whose bodies are legal text: verbatim, points numbered as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as lists, links and data see it; only its own page and feeds read the body.

    ``path`` is relative to the content folder and names the text inside it; ``lines`` gives the
    line of each header key; ``references`` is what the body points to, ``files`` the paths that
    the header names; ``excerpt`` the first sentences of the body as plain text. ``digest`` covers
    all that a card can show, ``body_digest`` the body.

    ``moment`` is the date by which lists order it (adoption of an act, publication of a bill),
    ``day`` that in Kyiv; ``order`` sorts texts newest first, those of one moment by path, so that
    the order never wavers.
    """

    path: str
    kind: str
    header: Header
    identity: str
    address: str
    lines: Mapping[str, int]
    references: tuple[Reference, ...]
    files: tuple[str, ...]
    fragments: frozenset[str]
    excerpt: str
    digest: str
    body_digest: str
    moment: Moment | None = field(init=False)
    day: date | None = field(init=False)
    order: tuple[float, str] = field(init=False)

    def __post_init__(self) -> None:
        """Settle what every sort and every list asks: once, not at each question."""
        moment = _moment_of(self.header)
        newest = -instant(moment).timestamp() if moment is not None else 0.0
        object.__setattr__(self, "moment", moment)
        object.__setattr__(self, "day", as_date(moment) if moment is not None else None)
        object.__setattr__(self, "order", (newest, self.path))

    @property
    def updated(self) -> Moment | None:
        """When a change was last noted: the newest major one, else the newest of all."""
        changes = self.header.changes
        dates = [change.date for change in changes if change.major] or [c.date for c in changes]
        return max(dates, key=instant, default=None)

    @property
    def changed(self) -> Moment | None:
        """When the text last said something new: its update, else its own date."""
        return self.updated or self.moment


def _moment_of(header: Header) -> Moment | None:
    match header:
        case Act():
            return header.adopted
        case Bill():
            return header.published
        case Reported() | Minutes():
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
    excerpt = _excerpt(body.text)
    lines = {_dotted(place): line for place, line in matter.lines.items() if place}
    card = f"{where}\n{excerpt}\n{type(header).__name__}\n{header.model_dump_json()}"
    return Text(
        path=path,
        kind=kind,
        header=header,
        identity=identity(kind, path, header),
        address=where,
        lines=lines,
        references=body.references,
        files=tuple(path for _, path, _ in named_files(header)),
        fragments=frozenset(body.fragments),
        excerpt=excerpt,
        digest=_digest(card),
        body_digest=_body_digest(body),
    )


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
