"""Problems as a person, GitHub and code scanning read them: one list, three forms."""

import json
from collections.abc import Iterable
from typing import Any

from plugins.council.problem import Problem, Severity

TEXT, GITHUB, SARIF = "text", "github", "sarif"
FORMS = (TEXT, GITHUB, SARIF)

_MARKS: dict[Severity, str] = {"error": "", "warning": "попередження: ", "note": "порада: "}
_GITHUB: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(problems: Iterable[Problem], folder: str) -> str:
    """Return a line for each problem: ``content/news/x.md:3: date: … (date)``."""
    return "".join(f"{_MARKS[one.severity]}{folder}/{one}\n" for one in problems)


def as_github(problems: Iterable[Problem], folder: str) -> str:
    """Return GitHub's workflow commands: each is shown beside its line of a change."""
    return "".join(
        f"::{_GITHUB[one.severity]} file={_property(f'{folder}/{one.path}')},line={one.line},"
        f"title={_property(f'{one.field} ({one.rule})')}::{_escaped(one.message)}\n"
        for one in problems
    )


def as_sarif(problems: Iterable[Problem], folder: str) -> str:
    """Return SARIF 2.1.0 (OASIS) for code scanning and editors of code."""
    found = list(problems)
    names = sorted({one.rule for one in found})
    run = {
        "tool": {"driver": {"name": "make check", "rules": [{"id": name} for name in names]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, folder, names.index(one.rule)) for one in found],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(one: Problem, folder: str, index: int) -> dict[str, Any]:
    return {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": one.severity,
        "message": {"text": f"{one.field}: {one.message}"},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": _uri(f"{folder}/{one.path}")},
                "region": {"startLine": one.line},
            }
        }],
    }  # fmt: skip


def _uri(path: str) -> str:
    from urllib.parse import quote  # one form of three needs it

    return quote(path)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
