"""Sessions, votes, deputies and staff as tables and lists, read as strangers would."""

import csv
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from csvw import CSVW

from tests.incremental.tiny_site import DATA, TinySite, act, picture, text

FOLDER = "vidkryti-dani"
AGENDA = (
    "[{item: 1, title: Про воду, act: miska-rada/rishennia/2026/1}, {item: 2.1, title: Друге},"
    " {item: 3, title: Різне, result: не розглядали}]"
)
TABLE = "Депутат;1;2.1\nПерший Зразковий Іванович;За;Відсутній\nДруга Зразкова;За;Проти\n"


def session(number: str, **header: str) -> str:
    """Return a session of 2 October 2026 unless ``date`` says otherwise."""
    fixed = {"body": "miska-rada", "convocation": "8", "number": number, "date": "2026-10-02"}
    return text(f"Сесія {number} (зразок)", **{**fixed, **header})


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A council of three with sessions of two years, a deputy of the past, a unit with posts."""
    tiny = TinySite(tmp_path)
    codes = '  composition: 3\n  edrpou: "00000000"\n'
    tiny.write("data/bodies.yaml", DATA["bodies.yaml"] + codes)
    tiny.write("images/druha.png", picture())
    now, before = "{body: miska-rada, convocation: 8, ", "[{body: miska-rada, convocation: 7}]"
    first = f"[{now}faction: Зразкова, party: Зразкова партія, district: 5}}]"
    tiny.write("people/pershyi.md", text("Перший Зразковий Іванович", mandates=first,
                                         phones="[+38 (000) 000-00-00]"))  # fmt: skip
    tiny.write("people/druha.md", text("Друга Зразкова", mandates=f"[{now}district: № 5}}]",
                                       image="images/druha.png", image_alt="Зразок"))  # fmt: skip
    tiny.write("people/kolyshnii.md", text("Колишній Зразковий", mandates=before))
    tiny.write("units/viddil.md", text(
        "Відділ (зразок)", staff='[{position: "=Начальник", number: 1}, '
        '{position: Спеціаліст, number: "2,5"}]'))  # fmt: skip
    tiny.write("acts/1.md", act("1", "Про воду", published="2026-10-05"))
    tiny.write("sessions/s1.csv", TABLE)
    tiny.write("sessions/s1.md", session("1", agenda=AGENDA, votes="sessions/s1.csv"))
    tiny.write("sessions/s2.md", session("2", date="2025-10-02",
                                         agenda="[{item: 1, title: Давнє}]"))  # fmt: skip
    tiny.write("sessions/s3.md", session("3", date="2026-12-25",
                                         agenda="[{item: 1, title: Завтрашнє}]"))  # fmt: skip
    tiny.build()
    return tiny


def rows(site: TinySite, name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (site.output / FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def data(site: TinySite, name: str) -> Any:
    """Return a file of JSON."""
    return json.loads(site.read(f"{FOLDER}/{name}.json"))


def known(row: dict[str, str]) -> dict[str, str]:
    """Return what a row tells: what is unknown is the word of the resolution."""
    return {name: value for name, value in row.items() if value != "null"}


def test_motion_is_a_question_with_its_votes(site: TinySite) -> None:
    """Counted by names; a number that is none, a code that nobody gave are «null»."""
    first, second, third = (known(row) for row in rows(site, "pytannia-2026"))
    assert first == {
        "uid": "miska-rada/sesii/8/1/pytannia-1", "date": "2026-10-02",
        "authorityName": "Зразкова рада", "authorityId": "00000000", "convocation": "8",
        "legislativeSession": "1", "number": "1", "title": "Про воду", "votingFor": "2",
        "votingAgainst": "0", "votingAbstain": "0", "notVoting": "0", "absent": "0",
        "votingResult": "Прийнято",
        "textUrl": "http://localhost:8000/dokumenty/miska-rada/rishennia/2026/1/",
        "text": "dokumenty/miska-rada/rishennia/2026/1/data.json",
    }  # fmt: skip
    assert (second["votingAgainst"], second["absent"], second["votingResult"]) == (
        "1", "1", "Не прийнято",
    )  # fmt: skip
    assert "number" not in second
    assert third["votingResult"] == "Не розглядали"
    assert "votingFor" not in third


def test_agenda_of_tomorrow_is_no_motion_yet(site: TinySite) -> None:
    """What was considered without a table of votes is told once the record is due, no sooner."""
    assert [row["title"] for row in rows(site, "pytannia-2025")] == ["Давнє"]
    assert "Завтрашнє" not in site.read(f"{FOLDER}/pytannia-2026.csv")
    listed = [one["agenda"][0]["title"] for one in data(site, "sesii-2026")["sessions"]]
    assert listed == ["Завтрашнє", "Про воду"]


def test_every_vote_is_a_row(site: TinySite) -> None:
    """Deputies by questions; who has no page has no id, and a name all the same."""
    (site.content / "people/druha.md").unlink()
    site.build()
    found = rows(site, "holosuvannia-2026")
    assert [(row["voterName"], row["result"]) for row in found] == [
        ("Перший Зразковий Іванович", "За"), ("Друга Зразкова", "За"),
        ("Перший Зразковий Іванович", "Відсутній"), ("Друга Зразкова", "Проти"),
    ]  # fmt: skip
    assert [row["voterId"] for row in found[:2]] == ["posadovi-osoby/pershyi", "null"]
    assert {row["motionUid"] for row in found} == {
        row["uid"] for row in rows(site, "pytannia-2026")[:2]
    }
    assert not (site.output / FOLDER / "holosuvannia-2025.csv").exists()


def test_deputies_tell_what_their_pages_do_and_no_more(site: TinySite) -> None:
    """Those of the newest convocation; of birth, sex and home not a word."""
    second, first = (known(row) for row in rows(site, "deputaty"))
    assert first == {
        "id": "posadovi-osoby/pershyi", "familyName": "Перший", "name": "Зразковий",
        "additionalName": "Іванович", "biography": "Зразок тексту.",
        "partyName": "Зразкова партія", "telephone": "'+38 (000) 000-00-00",
        "homepage": "http://localhost:8000/posadovi-osoby/pershyi/",
        "factionName": "Зразкова", "areaId": "5",
    }  # fmt: skip
    assert (second["familyName"], second["name"]) == ("Друга", "Зразкова")
    assert not {"additionalName", "areaId", "birthDate", "gender"} & second.keys()


def test_staff_is_what_units_say(site: TinySite) -> None:
    """A row a position; the whole number of posts is there, no name of whoever holds one."""
    found = rows(site, "struktura")
    assert [(row["positionName"], row["value"]) for row in found] == [
        ("'=Начальник", "1"), ("Спеціаліст", "2.5"),
    ]  # fmt: skip
    assert (found[0]["unitName"], found[0]["authorityName"]) == ("Відділ (зразок)", "Зразкова рада")


def test_page_says_that_there_is_no_staff_list(site: TinySite) -> None:
    """A table with its head alone is not left unexplained."""
    words = "Штатного розпису ще не внесено"
    assert words not in site.read(f"{FOLDER}/index.html")
    site.write("units/viddil.md", text("Відділ (зразок)"))
    site.build()
    assert words in site.read(f"{FOLDER}/index.html")
    assert rows(site, "struktura") == []


def test_register_names_every_set_and_its_place_on_the_page(site: TinySite) -> None:
    """Names and addresses are those of the page and of the catalogue."""
    page, catalogue = site.read(f"{FOLDER}/index.html"), json.loads(site.read("data.json"))
    found = rows(site, "reiestr")
    names = [one["dct:identifier"] for one in catalogue["dcat:dataset"]]
    assert [row["uid"] for row in found] == names
    for row in found:
        assert row["url"] == f"http://localhost:8000/{FOLDER}/#{row['uid']}"
        assert f'id="{row["uid"]}"' in page
        assert row["contactPointName"] == "null"


def test_every_address_in_a_table_answers(site: TinySite) -> None:
    """Whatever a column of addresses says is a file of the site."""
    seen = 0
    for file in sorted((site.output / FOLDER).glob("*.csv")):
        metadata = json.loads(file.with_name(f"{file.name}-metadata.json").read_text("utf-8"))
        columns = metadata["tableSchema"]["columns"]
        addresses = [one["name"] for one in columns if one["datatype"] == "anyURI"]
        for row in rows(site, file.stem):
            for address in (row[name] for name in addresses if row[name] != "null"):
                path = urlsplit(address).path[1:]
                seen += 1
                assert (site.output / (path if "." in path else f"{path}index.html")).is_file()
    assert (
        seen == 12
    )  # a picture, a page of each act, deputy and question, the places of seven sets


def test_tables_are_valid_by_their_metadata(site: TinySite) -> None:
    """A reader of CSV on the Web finds each table, its columns and no fault in any value."""
    found = sorted((site.output / FOLDER).glob("*.csv-metadata.json"))
    assert len(found) == 7
    for file in found:
        table = CSVW(str(file), validate=True)
        assert table.is_valid, file.name
        key = json.loads(file.read_text("utf-8"))["tableSchema"]["primaryKey"]
        keys = [tuple(row[name] for name in key) for row in table.tables[0].iterdicts()]
        assert len(set(keys)) == len(keys)
        assert all(all(parts) for parts in keys)


def test_page_counts_the_rows_of_each_table(site: TinySite) -> None:
    """The number beside a link is that of the rows behind it."""
    page = site.read(f"{FOLDER}/index.html")
    for file in sorted((site.output / FOLDER).glob("*.csv")):
        link = page[page.index(f'href="/{FOLDER}/{file.name}"') :]
        assert f">{len(rows(site, file.stem))}<" in link[: link.index("</li>")]


def test_lists_lead_from_year_to_year(site: TinySite) -> None:
    """Whoever starts at the oldest page and follows «next» sees every session once."""
    index = data(site, "sesii")
    seen, at = [], index["links"]["first"]
    while at:
        page = data(site, urlsplit(at).path.split("/")[-1].removesuffix(".json"))
        seen += [one["id"] for one in page["sessions"]]
        assert page["total"] == len(page["sessions"])
        last, at = at, page["links"].get("next")
    assert last == index["links"]["last"]
    assert sorted(seen) == [f"miska-rada/sesii/8/{number}" for number in (1, 2, 3)]
    assert index["total"] == len(seen)


def test_a_new_year_changes_one_old_page(site: TinySite) -> None:
    """The page that had no «next» gets one; those before it stay as they are."""
    site.write("sessions/s4.md", session("4", date="2027-01-15"))
    written = site.build().changes.written
    lists = {path for path in written if path.startswith(f"{FOLDER}/sesii")}
    assert lists == {f"{FOLDER}/sesii{end}.json" for end in ("", "-2026", "-2027")}


def test_a_vote_touches_the_data_of_its_year(site: TinySite) -> None:
    """Tables of other years and sets stay as they were."""
    site.write("sessions/s1.csv", TABLE.replace("Проти", "За"))
    written = {path for path in site.build().changes.written if path.startswith(FOLDER)}
    assert written == {
        f"{FOLDER}/{name}-2026.{end}"
        for name, end in (("pytannia", "csv"), ("holosuvannia", "csv"), ("sesii", "json"))
    }


def test_people_are_listed_with_what_is_public(site: TinySite) -> None:
    """Officials and deputies, with mandates of all convocations."""
    people = {one["id"]: one for one in data(site, "osoby")["people"]}
    assert len(people) == 3
    first = people["posadovi-osoby/pershyi"]
    assert (first["mandates"][0]["party"], first["mandates"][0]["from"]) == (
        "Зразкова партія",
        None,
    )
