"""The page «Стан оприлюднення» and its data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.pages.publication import NEWEST
from tests.incremental.tiny_site import TinySite, act, text

PAGE = "stan-opryliudnennia/index.html"
DATA = "stan-opryliudnennia/index.json"
BILL = {"body": "miska-rada", "kind": "rishennia"}


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a bill in time, a bill that was not, a good act and a late one."""
    tiny = TinySite(tmp_path)
    tiny.write("bills/2026/1.md", bill("1", "Вчасний проєкт", "2026-11-10"))
    tiny.write("bills/2026/2.md", bill("2", "Пізній проєкт", "2026-11-20"))
    tiny.write("acts/2026/1.md", act("1", "Вчасний акт", published="2026-10-05"))
    tiny.write("acts/2020/2.md", act("2", "Пізній <акт>", adopted="2020-10-02",
                                     published="2020-10-21"))  # fmt: skip
    return tiny


def bill(number: str, title: str, published: str) -> str:
    """Return a bill to be considered on 24 November 2026."""
    dates = {"published": published, "consider_on": "2026-11-24"}
    return text(title, **BILL, number=number, **dates)


def part(page: str, rule: str) -> str:
    """Return the part of the page about a rule."""
    return page.split(f'id="{rule}"')[1].split("<h2")[0]


def test_page_shows_what_is_late_what_is_in_order_and_what_is_suspended(site: TinySite) -> None:
    """A rule at a time: the verdict, the rows with days, the ground, the suspension."""
    site.build()
    page = site.read(PAGE).replace("\u00a0", " ")
    bills, acts = part(page, "bill-notice"), part(page, "act-publication")
    assert "Перевірено 2 проєкти: 1 примітка." in bills
    assert "На час воєнного стану норму зупинено" in bills
    assert "Пізній проєкт" in bills and "Вчасний проєкт" not in bills
    assert "Показано найновіші" not in page
    assert "<td>2</td>" in bills and "Закон 2939-VI, ст. 15, ч. 3." in bills
    assert "Перевірено 2 акти: 1 зауваження." in acts
    assert "норму зупинено" not in acts
    assert "Пізній &lt;акт&gt;" in acts and "Вчасний акт" not in acts
    assert "/dokumenty/miska-rada/rishennia/2020/2/" in acts
    assert "зауважень немає" in part(page, "normative-effect")
    assert "за 20 робочих днів" not in page


def test_data_say_the_same(site: TinySite) -> None:
    """The index names the rules and the years; each year holds its findings."""
    site.build()
    index = json.loads(site.read(DATA))
    assert [(one["year"], one["count"]) for one in index["years"]] == [(2020, 1), (2026, 1)]
    assert {one["rule"] for one in index["findings"]} == {"required-sections"}
    (late,) = json.loads(site.read("stan-opryliudnennia/2020.json"))
    assert late["path"] == "acts/2020/2.md"
    assert (late["severity"], late["days"]) == ("finding", 12)
    assert late["url"].endswith("/dokumenty/miska-rada/rishennia/2020/2/")
    (note,) = json.loads(site.read("stan-opryliudnennia/2026.json"))
    assert (note["severity"], note["days"]) == ("note", 2)


def test_long_list_shows_the_newest_and_the_data_hold_all(site: TinySite) -> None:
    """The page counts all by years and shows a hundred; a year's data hold every one."""
    for number in range(NEWEST + 5):
        late = act(f"9{number}", f"Акт {number} (зразок)", adopted=f"2019-03-{number % 28 + 1:02}")
        site.write(f"acts/2019/{number}.md", late)
    site.build()
    acts = part(site.read(PAGE), "act-publication")
    assert acts.count("<tr>") == NEWEST + 1  # and the head
    assert "Пізній" in acts
    assert "Показано найновіші – 100," in acts
    assert f'2019 <span class="count">{NEWEST + 5}</span>' in acts
    assert len(json.loads(site.read("stan-opryliudnennia/2019.json"))) == NEWEST + 5


def test_site_in_order_says_so(tmp_path: Path) -> None:
    """Without acts, bills and sessions there is nothing late, and no empty table."""
    site = TinySite(tmp_path)
    for page in _sections():
        site.write(f"pages{page.rstrip('/')}.md", text(f"Розділ {page}"))
    site.write("services/dovidka.md", text("Довідка"))
    site.write("reports/2026/zvit.md", text("Звіт", date="2026-11-20"))
    site.build()
    assert "<table" not in site.read(PAGE)
    assert site.read(PAGE).count("зауважень немає") == 10
    assert json.loads(site.read(DATA))["findings"] == json.loads(site.read(DATA))["years"] == []


def _sections() -> Iterator[str]:
    yield from ("/struktura/", "/povnovazhennia/", "/biudzhet/", "/blanky-i-formy/")
    yield from ("/dostup-do-publichnoi-informatsii/yak-podaty-zapyt/", "/uchast-hromadian/")
    yield "/dostup-do-publichnoi-informatsii/yak-oskarzhyty/"


def test_without_a_law_there_is_no_page(site: TinySite) -> None:
    """Data of a site may have no rules."""
    site.write("data/law.yaml", "")
    site.build()
    assert not (site.output / PAGE).exists()
    assert not (site.output / DATA).exists()


def test_edit_that_changes_no_date_writes_no_state(site: TinySite) -> None:
    """A body is edited: neither the page nor its data are touched."""
    site.build()
    item = site.content / "acts/2020/2.md"
    item.write_text(item.read_text("utf-8") + "\n2. Ще пункт.\n", "utf-8")
    written = site.build().changes.written
    assert written
    assert not [path for path in written if path.startswith("stan-opryliudnennia/")]


def test_sessions_are_held_to_the_law(site: TinySite) -> None:
    """A late notice and a decision without votes are told; a table of votes mends the second."""
    header = {
        "body": "miska-rada", "convocation": "8", "number": "1", "date": "2026-11-20 10:00",
        "announced": "2026-11-16", "agenda": "[{item: 1, title: Перше, result: прийнято}]",
        "video": "https://example.org/1", "video_published": "2026-11-21",
    }  # fmt: skip
    site.write("sessions/s1.md", text("Сесія", **header))
    site.build()
    page = site.read(PAGE).replace("\u00a0", " ")
    assert "Оголошено за 4 дні до сесії, треба за 10" in part(page, "session-notice")
    assert "Перевірено 1 сесію: 1 зауваження." in part(page, "session-votes")
    assert "зауважень немає" in part(page, "session-video")
    rules = {one["rule"] for one in json.loads(site.read("stan-opryliudnennia/2026.json"))}
    assert rules == {"bill-notice", "session-notice", "session-votes"}
    site.write("sessions/s1.csv", "Депутат;1\nПерший Зразковий;За\n")
    site.write("sessions/s1.md", text("Сесія", votes="sessions/s1.csv", **header))
    site.build()
    assert "зауважень немає" in part(site.read(PAGE), "session-votes")
