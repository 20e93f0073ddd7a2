"""From files to records: only what is new or may have changed is read and parsed."""

import time
from dataclasses import dataclass
from pathlib import Path

from plugins.council.files import ContentFile, FileError, read_file
from plugins.council.problem import Problem
from plugins.council.text import Text, read_text
from plugins.incremental import archive
from plugins.incremental.console import Console
from plugins.incremental.scan import UNREADABLE, Found, content_digest
from plugins.incremental.store import SourceRow, Store
from plugins.incremental.workers import each


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that lies in the content folder, read; ``places`` says where each path lies."""

    texts: tuple[Text, ...]
    files: dict[str, ContentFile]
    places: dict[str, str]
    problems: tuple[Problem, ...]


def read_content(found: dict[str, Found], store: Store, jobs: int, console: Console) -> Content:
    """Read the files found in the content folder, through the store."""
    known = {row.path: row for row in store.sources()}
    stale = [one for one in found.values() if not _unchanged(one, known.get(one.path))]
    rows: list[tuple[SourceRow, str]] = []
    for row_and_body in console.progress("Читаємо", each(_read, stale, jobs), len(stale)):
        rows.append(row_and_body)
    gone = [path for path in known if path not in found]
    if rows or gone:
        store.save_sources(rows, gone)
        known = {**known, **{row.path: row for row, _ in rows}}
    places = {path: one.place for path, one in found.items()}
    return _content([known[path] for path in found], places)


def _unchanged(found: Found, row: SourceRow | None) -> bool:
    return row is not None and found.unchanged(row.stamp, row.read_ns)


def _content(rows: list[SourceRow], places: dict[str, str]) -> Content:
    texts: list[Text] = []
    files: dict[str, ContentFile] = {}
    problems: list[Problem] = []
    for row in rows:
        problems.extend(archive.load_problems(row.problems))
        if not row.record:
            continue
        if row.path.endswith(".md"):
            texts.append(archive.load_text(row.record))
        else:
            files[row.path] = archive.load_file(row.record)
    return Content(texts=tuple(texts), files=files, places=places, problems=tuple(problems))


def _read(found: Found) -> tuple[SourceRow, str]:
    read_ns = time.time_ns()
    data = Path(found.place).read_bytes()
    record, body, problems = _record(found.path, data)
    digest = content_digest(data)
    row = SourceRow(found.path, found.stamp, read_ns, digest, record, problems)
    return row, body


def _record(path: str, data: bytes) -> tuple[str, str, str]:
    if UNREADABLE in path:
        return "", "", _problem(path, "назву записано не в UTF-8. Перейменуйте файл чи теку.")
    if path.endswith(".md"):
        reading = read_text(path, data)
        record = archive.dump_text(reading.text) if reading.text else ""
        body = archive.dump_body(reading.body) if reading.body else ""
        return record, body, archive.dump_problems(reading.problems)
    try:
        return archive.dump_file(read_file(path, data)), "", ""
    except FileError as error:
        return "", "", _problem(path, str(error))


def _problem(path: str, message: str) -> str:
    problem = Problem(path=path, line=1, field="файл", message=message, rule="file")
    return archive.dump_problems((problem,))
