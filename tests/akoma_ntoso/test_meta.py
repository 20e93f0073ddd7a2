"""What the file says of an act: dates, relations, standing; what is unknown it does not say."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from tests.akoma_ntoso.acts import AKN, Archive
from tests.incremental.tiny_site import act

NAME = "/akn/ua/act/rishennia/miska-rada/2026-10-02"
PAGE = "https://example.org/dokumenty/miska-rada/rishennia/2026"
ACT = "miska-rada/rishennia/2026/{}"


def of_act(**header: str) -> etree._Element:
    """Return the file of an act with such a header."""
    return Archive({"acts/1.md": act("1/VIII-5", **header)}).tree("acts/1.md")


def pair(*headers: dict[str, str]) -> list[etree._Element]:
    """Return the files of acts of one archive, numbered from 1."""
    sources = {f"acts/{n}.md": act(str(n), **header) for n, header in enumerate(headers, 1)}
    archive = Archive(sources)
    return [archive.tree(path) for path in sources]


def values(root: etree._Element, path: str, *names: str) -> list[tuple[str | None, ...]]:
    """Return attributes of all elements at a path such as ``FRBRWork/FRBRdate``."""
    found = root.iterfind(".//" + "/".join(AKN + step for step in path.split("/")))
    return [tuple(element.get(name) for name in names) for element in found]


def sentences(root: etree._Element) -> list[str]:
    """Return the notes."""
    return [str(words.text) for words in root.iterfind(f".//{AKN}note/{AKN}p")]


def test_an_act_has_the_names_of_the_convention() -> None:
    """Work, expression and this file are named by kind, body, day, number, language, version."""
    root = of_act(published="2026-10-06 10:00")
    work, expression = f"{NAME}/1-viii-5", f"{NAME}/1-viii-5/ukr@2026-10-06"
    assert [value for (value,) in values(root, "FRBRuri", "value")] == [
        work, expression, f"{expression}.xml",
    ]  # fmt: skip
    assert [value for (value,) in values(root, "FRBRthis", "value")] == [
        f"{work}/!main", f"{expression}/!main", f"{expression}/!main.xml",
    ]  # fmt: skip
    assert values(root, "FRBRnumber", "value") == [("1/VIII-5",)]
    assert values(root, "FRBRalias", "value", "name") == [
        ("Зразок", "title"),
        (f"{PAGE}/1-viii-5/", "eli"),
    ]
    assert values(root, "FRBRlanguage", "language") == [("ukr",)]
    assert values(root, "TLCOrganization", "href", "showAs") == [
        ("/akn/ontology/organization/ua/miska-rada", "Зразкова рада")
    ]


def test_an_english_act_is_another_expression_of_the_work() -> None:
    """Language and the words of notes follow the text."""
    root = of_act(lang="en")
    assert values(root, "FRBRlanguage", "language") == [("eng",)]
    assert sentences(root)[0] == "Status: In force"


def test_kind_and_place_come_from_the_data_of_the_council() -> None:
    """A kind without a name of Akoma Ntoso is an «act», a council without a place is Ukraine's."""
    data = {
        "act-kinds.yaml": "rishennia: {name: Рішення, akn: decision}\n",
        "bodies.yaml": "miska-rada: Рада\n",
        "site.yaml": "jurisdiction: ua-zrazok\n",
    }
    own = Archive({"acts/1.md": act("1")}, data=data).tree("acts/1.md")
    assert values(own, "act", "name", "contains") == [("decision", "originalVersion")]
    assert values(own, "FRBRcountry", "value") == [("ua-zrazok",)]
    assert values(of_act(), "act", "name") == [("act",)]
    assert values(of_act(), "FRBRcountry", "value") == [("ua",)]


def test_unknown_dates_are_not_invented() -> None:
    """Without a date of publication the expression is dated by adoption and says so."""
    root = of_act()
    adopted = ("2026-10-02", "adopted")
    assert values(root, "FRBRdate", "date", "name") == [adopted] * 3
    assert values(root, "publication", "date") == []
    assert values(root, "eventRef", "date", "type") == [("2026-10-02", "generation")]
    assert "Дати набрання чинності не встановлено" in sentences(root)


def test_known_dates_are_said() -> None:
    """Publication, entry into force and the last change of the text each have their place."""
    root = of_act(published="2026-10-06", effective_from="2026-11-01",
                  changes="[{date: 2026-10-09, note: Уточнено}]")  # fmt: skip
    assert values(root, "FRBRdate", "date", "name") == [
        ("2026-10-02", "adopted"), ("2026-10-06", "published"), ("2026-10-09", "updated"),
    ]  # fmt: skip
    assert values(root, "publication", "date", "showAs") == [("2026-10-06", "Оприлюднено")]
    assert values(root, "eventRef", "date", "type", "refersTo") == [
        ("2026-10-02", "generation", None), ("2026-11-01", None, "#in_force"),
    ]  # fmt: skip
    assert sentences(root) == ["Чинність: Чинний"]


def test_amendment_is_seen_from_both_sides() -> None:
    """The older act gets an event and a passive reference, the newer one an active one."""
    note = "{act: " + ACT.format(1) + ", note: пункт 2}"
    old, new = pair({}, {"amends": f"[{note}]", "effective_from": "2026-11-01"})
    assert values(old, "passiveRef", "href", "showAs") == [(f"{NAME}/2", "Зразок (пункт 2)")]
    assert values(old, "passiveRef", "{http://purl.org/dc/terms/}source") == [(f"{PAGE}/2/",)]
    assert values(old, "eventRef", "date", "source", "type")[1:] == [
        ("2026-11-01", "#ref_1", "amendment")
    ]
    assert values(new, "activeRef", "href") == [(f"{NAME}/1",)]
    assert values(new, "eventRef", "type", "refersTo") == [
        ("generation", None), (None, "#in_force"),
    ]  # fmt: skip
    assert sentences(old)[0] == "Чинність: Зі змінами (1 листопада 2026)"


def test_repeal_ends_an_act() -> None:
    """Which act ends which is a modification of force in both files."""
    old, new = pair({}, {"repeals": f"[{{act: {ACT.format(1)}}}]"})
    for root, source, destination in (
        (new, "#original", f"{NAME}/1"), (old, f"{NAME}/2", "#original"),
    ):  # fmt: skip
        assert values(root, "forceMod", "type") == [("endOfEnactment",)]
        assert values(root, "forceMod/source", "href") == [(source,)]
        assert values(root, "forceMod/destination", "href") == [(destination,)]
    assert values(new, "activeModifications/forceMod", "eId") == [("mod_ref_1",)]
    assert values(old, "passiveModifications/forceMod", "eId") == [("mod_ref_1",)]
    assert values(old, "eventRef", "type")[1:] == [("repeal",)]


def test_a_withdrawn_act_changes_nothing_and_says_why_it_is_withdrawn() -> None:
    """Its file stays; the act that it would have repealed has no such event."""
    withdrawn = "{date: 2026-11-05, reason: розміщено помилково}"
    old, new = pair({}, {"repeals": f"[{{act: {ACT.format(1)}}}]", "withdrawn": withdrawn})
    assert sentences(new)[0] == "Відкликано 5 листопада 2026. Причина: розміщено помилково"
    assert len(values(old, "eventRef")) == 1
    assert values(old, "forceMod") == []
    assert sentences(old)[0] == "Чинність: Чинний"


@pytest.mark.parametrize("relation", ["suspends", "restores"])
def test_suspension_is_an_event_by_name(relation: str) -> None:
    """The schema has no type for it, so the event refers to what it is."""
    old, _ = pair({}, {relation: f"[{{act: {ACT.format(1)}}}]"})
    name = relation[:-1].removesuffix("e") + "ed_by"
    assert values(old, "eventRef", "type", "refersTo")[1:] == [(None, f"#{name}")]
    assert values(old, "TLCEvent", "eId") == [(name,)]


def test_acts_outside_the_archive_are_referred_to_by_address_or_words() -> None:
    """A law with an address is a reference, one without stands in a note."""
    root = of_act(implements="[{external: Закон А, url: 'https://example.com/a b'}, "
                             "{external: Закон Б, note: стаття 5}]")  # fmt: skip
    assert values(root, "activeRef", "href", "showAs") == [("https://example.com/a%20b", "Закон А")]
    assert sentences(root)[-1] == "На виконання: Закон Б (стаття 5)"


def test_the_page_and_the_summary_are_said_in_dublin_core() -> None:
    """A reader of the file finds the page from it."""
    root = of_act(summary="Коротко")
    terms = {element.tag: element.text for element in root.iterfind(f".//{AKN}proprietary/*")}
    assert terms == {
        "{http://purl.org/dc/terms/}source": f"{PAGE}/1-viii-5/",
        "{http://purl.org/dc/terms/}abstract": "Коротко",
    }


def test_an_act_of_tomorrow_takes_effect_tomorrow() -> None:
    """The file is of today: the same act reads otherwise once its day has come."""
    source = act("1", effective_from="2026-12-01")
    days = (datetime(2026, month, 5, tzinfo=UTC) for month in (11, 12))
    files = (Archive({"acts/1.md": source}, now=day).tree("acts/1.md") for day in days)
    assert [sentences(file) for file in files] == [
        ["Чинність: Набирає чинності (1 грудня 2026)"],
        ["Чинність: Чинний"],
    ]
