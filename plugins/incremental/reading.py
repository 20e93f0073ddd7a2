"""From files to records: only what is new or may have changed is read and parsed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from plugins.council.files import ContentFile, FileError, faulty_file, read_file
from plugins.council.markdown.dialect import forget_dialects
from plugins.council.problem import Problem, Severity, few
from plugins.council.text import Details, Text
from plugins.council.text_reading import read_text
from plugins.council.votes import Fault, VotesError, is_vote_table, read_votes
from plugins.incremental import archive
from plugins.incremental.cards import dump_card, load_text
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.rows import SourceRow
from plugins.incremental.scan import (
    CLOSED,
    HIDDEN,
    LINK,
    SPECIAL,
    TWIN,
    UNREADABLE,
    Found,
    content_digest,
)
from plugins.incremental.store import Store
from plugins.incremental.time_limit import (
    SECONDS,
    NoMemoryError,
    TimeUpError,
    apart,
    within,
)
from plugins.incremental.workers import each
from plugins.incremental.written import text_rules, told
from plugins.output import Extract, FileRule, TextRule, signals

LONG = 60.0  # … for another file: a PDF of 200 pages takes ten
LARGE = 100_000  # bytes from which a text is read in a process of its own
NOT_READ: dict[str, tuple[str, Severity]] = {
    LINK: ("це посилання на інший файл, сайт його не читає. Покладіть сюди сам файл.", "warning"),
    HIDDEN: ("прихований службовий файл, сайту він не потрібен. Вилучіть його.", "warning"),
    SPECIAL: ("тут не файл, а канал чи пристрій, сайт його не читає. Вилучіть його.", "warning"),
    CLOSED: (
        "тека не відкривається, тому тексти з неї з сайту зникли б. Дозвольте її читати.",
        "error",
    ),
    TWIN: (
        "тут два файли з цією назвою: «й» чи «ї» у них записано по-різному, одним знаком і двома. "
        "Лишіть один, другий вилучіть або перейменуйте.",
        "error",
    ),
}
_FAILED = (
    "програма не змогла його прочитати. Вилучіть незвичне (коди знаків, дуже довгі числа); "
    "не допоможе – покажіть файл тому, хто відповідає за сайт"
)
BATCH = 500  # texts saved at once: all bodies of 20,000 together would fill 300 MB
NEAR = 1000  # details kept at hand: the texts of a page's neighbourhood and of its lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that lies in the content folder, read; ``place`` says where a path lies.

    ``faulty`` are the texts of which an error is told already: links to them lead somewhere.
    """

    texts: tuple[Text, ...]
    faulty: frozenset[str]
    files: dict[str, ContentFile]
    place: Callable[[str], str]
    problems: tuple[Problem, ...]


def read_content(content: Difference, store: Store, jobs: int, console: Console) -> Content:
    """Read the files of the content folder, through the store."""
    read_stale(content, store, jobs, console)
    return _content(store, content.place)


def read_stale(content: Difference, store: Store, jobs: int, console: Console) -> None:
    """Bring the store to what lies in the content folder."""
    stale = content.stale
    read = partial(_read, _asked())
    rows = iter(console.progress("Читаємо", each(read, stale, jobs), len(stale)))
    gone: tuple[str, ...] = content.gone
    while (batch := list(islice(rows, BATCH))) or gone:
        store.save_sources(batch, gone)
        gone = ()


def _content(store: Store, place: Callable[[str], str]) -> Content:
    texts: list[Text] = []
    files: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    faulty: set[str] = set()
    details = details_in(store)
    for path, card, said in store.sources():
        if said:
            own = archive.load_problems(said)
            problems.extend(own)
            if not card and any(one.severity == "error" for one in own):
                faulty.add(path)
        if not card:
            continue
        if path.endswith(".md"):
            texts.append(load_text(path, card, partial(details, path)))
        else:
            files[path] = archive.load_file(card)
    return Content(
        texts=tuple(texts), faulty=frozenset(faulty), files=files, place=place,
        problems=tuple(problems),
    )  # fmt: skip


def details_in(store: Store) -> Callable[[str], Details]:
    """Return the function by which texts of this build read their details."""

    @lru_cache(NEAR)
    def details(path: str) -> Details:
        return archive.load_details(store.details(path))

    return details


@dataclass(frozen=True, slots=True)
class _Asked:
    """What plugins want of each file as it is read."""

    extracts: tuple[Extract, ...]
    text_rules: tuple[TextRule, ...]
    file_rules: tuple[FileRule, ...]


def _asked() -> _Asked:
    extracts = tuple(one for some in signals.ask(signals.get_extracts) for one in some)
    file_rules = tuple(one for some in signals.ask(signals.get_file_rules) for one in some)
    return _Asked(extracts, text_rules(), file_rules)


def _read(asked: _Asked, found: Found) -> SourceRow:
    read_ns = time.time_ns()
    if found.stamp in NOT_READ:
        record: tuple[Any, ...] = ("", _problem(found.path, *NOT_READ[found.stamp]))
        return SourceRow(found.path, found.stamp, read_ns, "", *record)
    try:
        data = Path(found.place).read_bytes()
    except OSError:  # not ours to read, or gone since it was seen
        message = "файл не відкривається. Перевірте, чи він є і чи дозволено його читати."
        return SourceRow(found.path, found.stamp, read_ns, "", "", _problem(found.path, message))
    digest = content_digest(data)
    record = _within_limits(found.path, data, partial(_record, found.path, data, asked))
    return SourceRow(found.path, found.stamp, read_ns, digest, *record)


def _within_limits(path: str, data: bytes, job: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return what ``job`` makes of a file, or the problem that it takes too long or fails."""
    is_text = path.endswith(".md")
    harmless = is_text and len(data) < LARGE and b"*[" not in data  # an abbreviation multiplies
    try:
        return within(SECONDS, job) if harmless else apart(SECONDS if is_text else LONG, job)
    except TimeUpError:
        forget_dialects()
        return "", _problem(path, "файл читається надто довго. Спростіть його або поділіть.")
    except NoMemoryError:
        return "", _problem(path, "файл забирає надто багато пам’яті. Спростіть його або поділіть.")
    except Exception as error:  # noqa: BLE001  # one file that nobody foresaw hides no other's faults
        forget_dialects()
        return "", _problem(path, f"{_FAILED} ({type(error).__name__}).")


def _record(path: str, data: bytes, asked: _Asked) -> tuple[Any, ...]:
    """Return card, problems, details, body and extracts of a file as the store keeps them."""
    if UNREADABLE in path:
        return "", _problem(path, "назву записано не в UTF-8. Перейменуйте файл чи теку.")
    if path.endswith(".md"):
        return _text(path, data, asked)
    try:
        file = read_file(path, data)
    except FileError as error:
        return archive.dump_file(faulty_file(path, data)), _problem(path, str(error))
    if file is not None and is_vote_table(path):
        return _table(file, data)
    made = tuple((one.name, value) for one in asked.extracts if (value := one.of_file(path, data)))
    found = tuple(one for rule in asked.file_rules for one in rule(path, data, file))
    return archive.dump_file(file), _problems(found), "", "", "", made


def _text(path: str, data: bytes, asked: _Asked) -> tuple[Any, ...]:
    reading = read_text(path, data)
    problems = _problems(told(path, reading, asked.text_rules))
    if reading.text is None or reading.body is None:
        return "", problems
    text, body = reading.text, reading.body
    return (
        dump_card(text), problems, archive.dump_details(text), body.text,
        archive.dump_body(body),
        tuple((one.name, one.of_text(text, body)) for one in asked.extracts),
    )  # fmt: skip


def _problems(found: tuple[Problem, ...]) -> str:
    return archive.dump_problems(few(found)) if found else ""


def _table(file: ContentFile, data: bytes) -> tuple[str, str]:
    """Return a table of votes; with faults it still is a file, so no text is told it is not."""
    try:
        return archive.dump_file(replace(file, votes=read_votes(data).sheet)), ""
    except VotesError as error:
        problems = (_of_votes(file.path, fault) for fault in error.faults)
        return archive.dump_file(file), archive.dump_problems(tuple(problems))


def _problem(path: str, message: str, severity: Severity = "error") -> str:
    return archive.dump_problems((
        Problem(path=path, line=1, field="файл", message=message, rule="file", severity=severity),
    ))  # fmt: skip


def _of_votes(path: str, fault: Fault) -> Problem:
    return Problem(path=path, line=fault.line, field="таблиця", message=fault.message, rule="votes")
