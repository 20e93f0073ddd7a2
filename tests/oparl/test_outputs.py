"""The interface of a small council, walked as a program of another council would."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.incremental.tiny_site import DATA, TinySite, act, news, text
from tests.oparl.specification import SCHEMA, addresses, faults, inside

URL = "http://localhost:8000/"
ROOT = "oparl/v1.1"
AGENDA = (
    "[{item: 1, title: Про воду, bill: miska-rada/proiekty/2026/p-1,"
    " act: miska-rada/rishennia/2026/1}, {item: 2, title: Різне}]"
)


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A bill that became an act at a session with votes; acts of two years; two people."""
    tiny = TinySite(tmp_path)
    terms = "  composition: 2\n  convocations: [{number: 8, from: 2020-11-25, to: null}]\n"
    tiny.write("data/bodies.yaml", DATA["bodies.yaml"] + terms)
    mandate = "[{body: miska-rada, convocation: 8, from: 2020-11-25, faction: Наша «фракція»}]"
    phones = "[+38 (000) 000-00-00]"
    first = text("Перша Зразкова Іванівна", mandates=mandate, phones=phones, unit="units/v.md")
    tiny.write("people/pershyi.md", first)
    tiny.write("people/druhyi.md", text("Другий Зразковий"))
    tiny.write("units/v.md", text("Відділ (зразок)"))
    tiny.write("files/zapyska.csv", "а;б\n1;2\n")
    bill = {"body": "miska-rada", "kind": "rishennia", "published": "2026-09-10 12:00"}
    tiny.write("bills/p-1.md", text("Про проєкт", number="p-1", **bill,
                                    explanatory_note="files/zapyska.csv"))  # fmt: skip
    tiny.write("acts/0.md", act("0", "Давнє", adopted="2024-02-01", topics="[voda]"))
    changes = "[{date: 2026-10-06, note: описка, major: так}]"
    tiny.write("acts/1.md", act("1", "Про воду", adopted_from="miska-rada/proiekty/2026/p-1",
                                changes=changes))  # fmt: skip
    tiny.write("minutes/s1.md", text("Протокол", body="miska-rada", date="2026-10-02"))
    tiny.write("sessions/s1.csv", "Депутат;1\nПерша Зразкова Іванівна;За\nНевідома;Відсутній\n")
    tiny.write("sessions/s1.md", text(
        "Сесія 1 (зразок)", body="miska-rada", convocation="8", number="1",
        date="2026-10-02 10:00", place="зала", announced="2026-09-18", agenda=AGENDA,
        votes="sessions/s1.csv", minutes="minutes/s1.md"))  # fmt: skip
    tiny.build()
    return tiny


def read(site: TinySite, address: str) -> Any:
    """Return the file that answers at an address."""
    return json.loads(site.read(address.partition("#")[0].removeprefix(URL)))


def walked(site: TinySite, address: str) -> list[dict[str, Any]]:
    """Return all objects of a list, from its first page by its links."""
    found: list[dict[str, Any]] = []
    at: str | None = address
    while at:
        page = read(site, at)
        assert page["links"]["self"] == at
        assert page["links"]["first"] == address
        assert page["pagination"]["elementsPerPage"] == len(page["data"])
        found += page["data"]
        last, at = at, page["links"].get("next")
    first = read(site, address)
    assert first["links"]["last"] == last
    assert first["pagination"]["totalElements"] == len(found)
    return found


def everything(site: TinySite) -> dict[str, list[dict[str, Any]]]:
    """Return all objects that a program reaches from the System, by kind."""
    system = read(site, f"{URL}{ROOT}/system.json")
    (body,) = walked(site, system["body"])
    assert body == read(site, body["id"])
    lists = {
        kind: walked(site, body[kind.lower()])
        for kind in ("Organization", "Person", "Meeting", "Paper")
    }
    return {"System": [system], "Body": [body], **lists}


def test_every_object_is_as_the_specification_says(site: TinySite) -> None:
    """Properties that must be there are, and each value has its form; nothing is unknown to it."""
    found = everything(site)
    for kind, objects in found.items():
        assert objects
        for one in objects:
            assert list(faults(one, kind)) == []
    kinds = {one["type"].removeprefix(SCHEMA) for one in inside(found)}
    assert kinds == {
        "System", "Body", "LegislativeTerm", "Organization", "Person", "Membership", "Meeting",
        "AgendaItem", "Location", "Paper", "Consultation", "File",
    }  # fmt: skip


def test_every_object_stands_where_its_address_leads(site: TinySite) -> None:
    """An id is of one object, and the file that answers there has the object with this id."""
    ids = [one["id"] for one in inside(everything(site)) if not one["type"].endswith("Body")]
    assert len(set(ids)) == len(ids)
    for address in ids:
        assert address in {one["id"] for one in inside(read(site, address))}


def test_every_address_answers(site: TinySite) -> None:
    """Objects of this interface are there, and so are pages and files of the site."""
    found = everything(site)
    ids = {one["id"] for one in inside(found)}
    named = {address for address in addresses(found) if not address.startswith(SCHEMA)}
    for address in named:
        assert address.startswith(URL)
        path, _, fragment = address.removeprefix(URL).partition("#")
        file = path + "index.html" if not path or path.endswith("/") else path
        assert (site.output / file).is_file(), address
        if path.startswith(ROOT):
            assert not fragment or address in ids
        elif fragment:
            assert f'id="{fragment}"' in site.read(file)


def test_a_bill_its_session_and_its_act_lead_to_one_another(site: TinySite) -> None:
    """Paper → Consultation → AgendaItem → Consultation of the bill; act and bill are related."""
    found = everything(site)
    papers = {one["reference"]: one for one in found["Paper"]}
    (meeting,) = found["Meeting"]
    first, second = meeting["agendaItem"]
    (consultation,) = papers["p-1"]["consultation"]
    assert first["consultation"] == consultation["id"]
    assert (consultation["agendaItem"], consultation["meeting"]) == (first["id"], meeting["id"])
    assert papers["p-1"]["relatedPaper"] == [papers["1"]["id"]]
    assert papers["1"]["relatedPaper"] == [papers["p-1"]["id"]]
    assert (first["result"], first["order"], first["number"]) == ("не прийнято", 1, "1")
    assert "result" not in second
    assert papers["p-1"]["auxiliaryFile"][0]["size"] == 10


def test_votes_stand_under_a_prefix_of_ours(site: TinySite) -> None:
    """Who and how, and who is no person of the site by name alone; who came is a participant."""
    (meeting,) = everything(site)["Meeting"]
    first, second = meeting["agendaItem"]
    person = f"{URL}{ROOT}/people.json#posadovi-osoby/pershyi"
    assert first["rada:votes"] == [
        {"person": person, "name": "Перша Зразкова Іванівна", "vote": "За"},
        {"name": "Невідома", "vote": "Відсутній"},
    ]
    assert (first["rada:tally"]["За"], first["rada:tally"]["Відсутній"]) == (1, 1)
    assert meeting["participant"] == [person]
    assert not any(name.startswith("rada:") for name in second)


def test_dates_are_those_of_the_text(site: TinySite) -> None:
    """With Kyiv's zone, in summer and in winter; what nobody knows is not there."""
    found = everything(site)
    papers = {one["reference"]: one for one in found["Paper"]}
    assert papers["p-1"]["created"] == "2026-09-10T12:00:00+03:00"
    assert papers["0"]["created"] == papers["0"]["modified"] == "2024-02-01T00:00:00+02:00"
    assert papers["1"]["modified"] == "2026-10-06T00:00:00+03:00"
    (meeting,) = found["Meeting"]
    assert (meeting["start"], meeting["created"]) == (
        "2026-10-02T10:00:00+03:00", "2026-09-18T00:00:00+03:00",
    )  # fmt: skip
    assert "end" not in meeting
    assert "modified" not in meeting
    (term,) = found["Body"][0]["legislativeTerm"]
    assert term["startDate"] == "2020-11-25"
    assert "endDate" not in term


def test_a_council_without_sessions_has_an_empty_list(tmp_path: Path) -> None:
    """Where nothing is, the lists are there all the same."""
    tiny = TinySite(tmp_path)
    tiny.build()
    assert walked(tiny, f"{URL}{ROOT}/meetings.json") == []
    assert walked(tiny, f"{URL}{ROOT}/papers.json") == []


def test_a_new_act_touches_its_year(site: TinySite) -> None:
    """Its page of the list and the first one, which counts; news and bodies touch nothing."""
    site.write("acts/2.md", act("2", adopted="2026-11-20"))
    assert _written(site) == {"papers.json", "papers-2026.json"}
    site.write("news/n.md", news())
    assert _written(site) == set()
    site.write("acts/0.md", act("0", "Давнє", "1. Інше.", adopted="2024-02-01", topics="[voda]"))
    assert _written(site) == set()


def test_a_vote_touches_the_year_of_its_session(site: TinySite) -> None:
    """No paper is written anew, no person."""
    table = "Депутат;1\nПерша Зразкова Іванівна;Проти\nНевідома;Відсутній\n"
    site.write("sessions/s1.csv", table)
    assert _written(site) == {"meetings-2026.json"}


def _written(site: TinySite) -> set[str]:
    written = site.build().changes.written
    return {path.removeprefix(f"{ROOT}/") for path in written if path.startswith(ROOT)}
