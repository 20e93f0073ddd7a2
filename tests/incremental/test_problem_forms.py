import json
from pathlib import Path

import jsonschema

from plugins.council.problem import Problem
from plugins.incremental.problem_forms import as_github, as_sarif, as_text

SCHEMA = (
    Path(__file__).parents[1]
    / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)
FOUND = (
    Problem(path="news/x.md", line=3, field="date", message="«05.11.26» не є датою.", rule="date"),
    Problem(
        path="files/звіт, 1.pdf", line=1, field="файл", message="100 %:\nдва рядки", rule="scan",
        severity="warning",
    ),
    Problem(path="a.md", line=2, field="текст", message="довго", rule="date", severity="note"),
)  # fmt: skip


def test_text_is_a_line_for_each() -> None:
    """The form of the issue: file, line, key, what is wrong, rule; warnings and advice say so."""
    first, second, *_ = as_text(FOUND, "content").splitlines()
    assert first == "content/news/x.md:3: date: «05.11.26» не є датою. (date)"
    assert second.startswith("попередження: content/files/звіт, 1.pdf:1: файл: ")


def test_github_shows_them_beside_lines() -> None:
    """Signs that GitHub takes for its own are escaped, in properties and in words."""
    first, second, third = as_github(FOUND, "content").splitlines()
    assert first == (
        "::error file=content/news/x.md,line=3,title=date (date)::«05.11.26» не є датою."
    )
    assert second == (
        "::warning file=content/files/звіт%2C 1.pdf,line=1,title=файл (scan)::100 %25:%0Aдва рядки"
    )
    assert third.startswith("::notice ")


def test_sarif_is_valid() -> None:
    """The log holds to the schema of SARIF 2.1.0, also when nothing was found."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for problems in (FOUND, ()):
        validator.validate(json.loads(as_sarif(problems, "content")))


def test_sarif_says_where_and_what() -> None:
    """Each result has its rule, level, words, file and line; addresses of files are encoded."""
    (run,) = json.loads(as_sarif(FOUND, "content"))["runs"]
    first, second, third = run["results"]
    assert (first["ruleId"], first["level"]) == ("date", "error")
    assert run["tool"]["driver"]["rules"][second["ruleIndex"]] == {"id": "scan"}
    place = second["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("%2C%201.pdf")
    assert place["region"] == {"startLine": 1}
    assert third["level"] == "note"
