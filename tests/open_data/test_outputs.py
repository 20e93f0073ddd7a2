"""The data of a small council, read as strangers would, against its pages."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.incremental.tiny_site import TinySite, act, text

FOLDER = "vidkryti-dani"
FIRST = "dokumenty/miska-rada/rishennia/2026/1/"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Three acts of two years, one of which repeals another, and a bill."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/1.md", act("1", "Про воду", "1. Пити.\n\n2. Берегти.", published="2026-10-05"))
    repeal = "[{act: miska-rada/rishennia/2026/1, note: повністю}]"
    tiny.write("acts/2.md", act("2", adopted="2026-11-03", repeals=repeal))
    tiny.write("acts/3.md", act("3", adopted="2025-02-01", topics="[voda]"))
    bill = {"body": "miska-rada", "kind": "rishennia", "published": "2026-11-10"}
    tiny.write("bills/p-1.md", text("Про проєкт", number="p-1", author="=Автор", **bill))
    tiny.build()
    return tiny


def rows(site: TinySite, name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    file = site.output / FOLDER / f"{name}.csv"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def record(site: TinySite, address: str) -> dict[str, Any]:
    """Return the JSON of an act."""
    found: dict[str, Any] = json.loads(site.read(f"{address}data.json"))
    return found


def test_table_page_and_json_say_the_same(site: TinySite) -> None:
    """Number, dates, status and relation of an act are one fact in three forms."""
    row = next(row for row in rows(site, "akty-2026") if row["number"] == "1")
    data, page = record(site, FIRST), site.read(f"{FIRST}index.html")
    assert row["uid"] == data["id"] == "miska-rada/rishennia/2026/1"
    assert (row["title"], data["title"]) == ("Про воду", "Про воду")
    assert (row["acceptedDate"], data["adopted"]) == ("2026-10-02", "2026-10-02")
    assert (row["issuedDate"], data["published"]) == ("2026-10-05", "2026-10-05")
    assert (row["validFrom"], data["effective_from"]) == ("null", None)
    assert row["status"] == data["status"] == "Втратив чинність"
    assert "Втратив чинність (3 листопада 2026)" in page
    assert data["status_since"] == "2026-11-03"
    (repeal,) = data["relations"]["repealed_by"]
    assert (repeal["id"], repeal["note"]) == ("miska-rada/rishennia/2026/2", "повністю")
    assert data["eli"] == row["url"] == data["url"]
    assert (site.output / data["short_url"].split("/", 3)[3] / "index.html").is_file()
    assert row["text"] == data["text"] == "1. Пити.\n2. Берегти."


def test_rows_are_those_of_the_register_and_addresses_answer(site: TinySite) -> None:
    """Each public act stands in the table of its year once, and every address is a file."""
    assert [row["number"] for row in rows(site, "akty-2026")] == ["1", "2"]
    assert [row["number"] for row in rows(site, "akty-2025")] == ["3"]
    for year in (2025, 2026):
        listed = json.loads(site.read(f"{FOLDER}/akty-{year}.json"))
        assert listed["total"] == len(listed["acts"]) == len(rows(site, f"akty-{year}"))
        for one in listed["acts"]:
            assert (site.output / one["url"].split("/", 3)[3] / "index.html").is_file()
            assert (site.output / one["data"].split("/", 3)[3]).is_file()


def test_records_are_as_their_schema_says(site: TinySite) -> None:
    """Every act, whole and withdrawn, with relations of the archive and external ones."""
    site.write("acts/4.md", act(
        "4", adopted="2026-11-10", withdrawn="{date: 2026-11-12, reason: помилка}",
        changes="[{date: 2026-11-12, note: вилучено}]", convocation="8", normative="так",
        implements='[{external: Закон, url: "https://example.org/"}]', topics="[voda]",
    ))  # fmt: skip
    site.build()
    schema = json.loads(site.read(f"{FOLDER}/act.schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    files = sorted(site.output.glob("dokumenty/**/data.json"))
    assert len(files) == 4
    for file in files:
        assert list(validator.iter_errors(json.loads(file.read_text("utf-8")))) == []
    wrong = {**record(site, FIRST), "adopted": None, "number": "", "чуже": 1}
    assert len(list(validator.iter_errors(wrong))) == 3


def test_bill_stands_in_its_own_table(site: TinySite) -> None:
    """Its author's words are text, whatever they begin with; what it has not is «null»."""
    (row,) = rows(site, "proiekty-2026")
    assert (row["title"], row["creatorName"], row["note"]) == ("Про проєкт", "'=Автор", "null")


def test_catalogue_names_every_table(site: TinySite) -> None:
    """What a portal downloads is there, with its metadata."""
    catalogue = json.loads(site.read("data.json"))
    urls = [
        one["dcat:downloadURL"]
        for data_set in catalogue["dcat:dataset"]
        for one in data_set["dcat:distribution"]
    ]
    paths = {re.sub(r"^https?://[^/]+/", "", url) for url in urls}
    made = {str(file.relative_to(site.output)) for file in site.output.rglob("*.csv")}
    assert paths == made


def test_a_new_act_touches_the_data_of_its_year(site: TinySite) -> None:
    """Older years stay as they were, and so do other data sets."""
    site.write("acts/4.md", act("4", adopted="2026-11-20"))
    written = {path for path in site.build().changes.written if not path.endswith(".html")}
    data = {path for path in written if path.startswith(FOLDER) or path.endswith("data.json")}
    new = "dokumenty/miska-rada/rishennia/2026/4/data.json"
    assert data == {f"{FOLDER}/akty{name}" for name in ("-2026.csv", "-2026.json", ".json")} | {new}
