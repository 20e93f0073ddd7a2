"""An alert as a file of ``content/alerts/``, held against the schema before it is written."""

import json
import os
from datetime import datetime
from pathlib import Path

from plugins.alerting.answers import Answers
from plugins.council.dates import Moment, as_date, instant
from plugins.council.problem import Problem
from plugins.council.text_reading import read_text
from plugins.council.transliteration import slug

FOLDER = "alerts"
WORDS = 6  # of the title that go into the name of the file


def alert_text(answers: Answers) -> str:
    """Return the file: every value quoted, so that nothing in it is YAML."""
    lines = [
        f"title: {_quoted(answers.title)}",
        f"level: {answers.level}",
        f"starts: {_written(answers.starts)}",
        *([f"ends: {_written(answers.ends)}"] if answers.ends is not None else []),
        *([f"text: {_quoted(answers.text)}"] if answers.text else []),
        *([f"link: {_quoted(answers.link)}"] if answers.link else []),
    ]
    return "\n".join(["---", *lines, "---", ""])


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # a JSON string is one of YAML


def _written(moment: Moment) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return f"{instant(moment):%Y-%m-%d %H:%M}"


def free_path(answers: Answers, content: Path) -> str:
    """Return a path that no file has yet: day, and what it is about in Latin letters.

    Raises ValueError when the title has neither letters nor figures.
    """
    stem = f"{as_date(answers.starts).isoformat()}-{slug(' '.join(answers.title.split()[:WORDS]))}"
    taken = {file.stem for file in (content / FOLDER).glob("*.md")}
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return f"{FOLDER}/{next(name for name in names if name not in taken)}.md"


def faults_of(path: str, text: str) -> tuple[Problem, ...]:
    """Return what the schema has against the file."""
    problems = read_text(path, text.encode()).problems
    return tuple(problem for problem in problems if problem.severity == "error")


def write(file: Path, text: str) -> None:
    """Write the file, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        half.write_text(text, "utf-8")
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
