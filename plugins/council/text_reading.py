"""Reading one Markdown file: its header, address and body, or all that is wrong with it."""

import difflib
from dataclasses import dataclass, replace

from pydantic import ValidationError

from plugins.council.addresses import SECTIONS
from plugins.council.control import without_invisible
from plugins.council.front_matter import FrontMatter, NoHeaderError, decode, read_front_matter
from plugins.council.header import (
    KINDS,
    Act,
    Bill,
    Header,
    Minutes,
)
from plugins.council.header_yaml import FrontMatterError
from plugins.council.markdown import Body, read_body
from plugins.council.messages import problems_of
from plugins.council.missing_header import with_header
from plugins.council.problem import Problem
from plugins.council.quantities import file_size
from plugins.council.text import Text
from plugins.council.text_record import text_record
from plugins.council.typography import typeset

LARGEST = 2_000_000  # bytes: four hundred pages; what is more is no page but a file
LEGAL = (Act, Bill, Minutes)
"""Kinds whose bodies are legal text: verbatim, points numbered as typed."""

_DIVIDE = "Поділіть його або додайте документ файлом, наприклад files/nazva.pdf."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of reading one file: the text and its body, or the problems that forbid it.

    ``source`` is the file as text, its body from line ``body_line``; empty when not even its
    header could be found.
    """

    text: Text | None
    body: Body | None
    problems: tuple[Problem, ...]
    source: str = ""
    body_line: int = 1


def read_text(path: str, data: bytes) -> Reading:
    """Read one Markdown file: a pure function of its path (relative to content) and bytes.

    All faults of header and body come at once; a text with an error has no record. Those of an
    unfinished text are warnings: an editor has not come to its end yet, and others may publish.
    """
    kind_name = path.split("/", 1)[0]
    kind = KINDS.get(kind_name)
    if kind is None or "/" not in path:
        return _unreadable(path, 1, "тека", _unknown_folder(kind_name))
    if len(data) > LARGEST:
        message = f"файл завеликий: {file_size(len(data))} тексту. {_DIVIDE}"
        return _unreadable(path, 1, "файл", message)
    try:
        source = decode(data)
        matter = _front_matter(path, without_invisible(source), kind)
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
    if matter.values.get("state") == "unfinished":  # nothing of it goes out, nothing is held up
        problems = tuple(replace(problem, severity="warning") for problem in problems)
    if header is None or any(problem.severity == "error" for problem in problems):
        return Reading(
            text=None, body=None, problems=problems, source=source, body_line=matter.body_line
        )
    try:
        text = text_record(path, kind_name, header, matter, body)
    except ValueError as error:
        return _unreadable(path, 1, "назва файла", str(error))
    return Reading(
        text=text, body=body, problems=problems, source=source, body_line=matter.body_line
    )


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
    given = {"summary": header.summary}
    if not isinstance(header, LEGAL):
        given["title"] = header.title
    changed = {name: set_ for name, text in given.items() if (set_ := _plainly_set(text)) != text}
    return header.model_copy(update=changed) if changed else header  # a copy is dear


def _plainly_set(text: str) -> str:
    """Set a text that goes to data and feeds too: its signs right, its spaces ordinary."""
    return typeset(text).replace("\u00a0", " ")
