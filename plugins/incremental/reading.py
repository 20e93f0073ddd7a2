"""From files to records: only what is new or may have changed is read and parsed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from plugins.council.files import ContentFile, FileError, read_file
from plugins.council.problem import Problem
from plugins.council.text import Details, Text
from plugins.council.text_reading import read_text
from plugins.council.votes import Fault, VotesError, is_vote_table, read_votes
from plugins.incremental import archive
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.rows import SourceRow
from plugins.incremental.scan import UNREADABLE, Found, content_digest
from plugins.incremental.store import Store
from plugins.incremental.workers import each
from plugins.output import Extract, signals

BATCH = 500  # texts saved at once: all bodies of 20,000 together would fill 300 MB
NEAR = 1000  # details kept at hand: the texts of a page's neighbourhood and of its lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that lies in the content folder, read; ``place`` says where a path lies."""

    texts: tuple[Text, ...]
    files: dict[str, ContentFile]
    place: Callable[[str], str]
    problems: tuple[Problem, ...]


def read_content(content: Difference, store: Store, jobs: int, console: Console) -> Content:
    """Read the files of the content folder, through the store."""
    stale = content.stale
    read = partial(_read, _asked())
    rows = iter(console.progress("Читаємо", each(read, stale, jobs), len(stale)))
    gone: tuple[str, ...] = content.gone
    while (batch := list(islice(rows, BATCH))) or gone:
        store.save_sources(batch, gone)
        gone = ()
    return _content(store, content.place)


def _content(store: Store, place: Callable[[str], str]) -> Content:
    texts: list[Text] = []
    files: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    details = _reader(store)
    for path, card, said in store.sources():
        if said:
            problems.extend(archive.load_problems(said))
        if not card:
            continue
        if path.endswith(".md"):
            texts.append(archive.load_text(path, card, partial(details, path)))
        else:
            files[path] = archive.load_file(card)
    return Content(texts=tuple(texts), files=files, place=place, problems=tuple(problems))


def _reader(store: Store) -> Callable[[str], Details]:
    """Return the function by which texts of this build read their details."""

    @lru_cache(NEAR)
    def details(path: str) -> Details:
        return archive.load_details(store.details(path))

    return details


def _asked() -> tuple[Extract, ...]:
    return tuple(one for some in signals.ask(signals.get_extracts) for one in some)


def _read(extracts: tuple[Extract, ...], found: Found) -> SourceRow:
    read_ns = time.time_ns()
    data = Path(found.place).read_bytes()
    digest = content_digest(data)
    return SourceRow(found.path, found.stamp, read_ns, digest, *_record(found.path, data, extracts))


def _record(path: str, data: bytes, extracts: tuple[Extract, ...]) -> tuple[Any, ...]:
    """Return card, problems, details, body and extracts of a file as the store keeps them."""
    if UNREADABLE in path:
        return "", _problem(path, "назву записано не в UTF-8. Перейменуйте файл чи теку.")
    if path.endswith(".md"):
        reading = read_text(path, data)
        problems = archive.dump_problems(reading.problems)
        if reading.text is None or reading.body is None:
            return "", problems
        text, body = reading.text, reading.body
        return (
            archive.dump_card(text), problems, archive.dump_details(text), body.text,
            archive.dump_body(body),
            tuple((one.name, one.of_text(text, body)) for one in extracts),
        )  # fmt: skip
    try:
        file = read_file(path, data)
    except FileError as error:
        return "", _problem(path, str(error))
    if file is not None and is_vote_table(path):
        return _table(file, data)
    made = tuple((one.name, value) for one in extracts if (value := one.of_file(path, data)))
    return archive.dump_file(file), "", "", "", "", made


def _table(file: ContentFile, data: bytes) -> tuple[str, str]:
    """Return a table of votes; with faults it still is a file, so no text is told it is not."""
    try:
        return archive.dump_file(replace(file, votes=read_votes(data).sheet)), ""
    except VotesError as error:
        problems = (_of_votes(file.path, fault) for fault in error.faults)
        return archive.dump_file(file), archive.dump_problems(tuple(problems))


def _problem(path: str, message: str) -> str:
    problem = Problem(path=path, line=1, field="файл", message=message, rule="file")
    return archive.dump_problems((problem,))


def _of_votes(path: str, fault: Fault) -> Problem:
    return Problem(path=path, line=fault.line, field="таблиця", message=fault.message, rule="votes")
