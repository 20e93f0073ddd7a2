"""Bills and consultations: the same stage everywhere, and which files its change touches."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.incremental.tiny_site import NOW, TinySite, act, news, text

ADDRESS = "proiekty/miska-rada/2026/1/"
PAGE = f"{ADDRESS}index.html"
OPEN, AWAITED = "obhovorennia/index.html", "obhovorennia/ochikuiut-zvitu/index.html"
BILL = {"body": "miska-rada", "kind": "rishennia", "published": "2026-11-10"}
CLOSES = datetime(2026, 11, 27, 16, tzinfo=UTC)  # 18:00 in Kyiv
STAGE = '<p class="discussion__stage"><span class="stage"'


def bill(number: str, title: str = "Про зразок", **header: str) -> str:
    """Return a bill that is open until 27 November, 18:00, unless it says otherwise."""
    return text(title, **{**BILL, "number": number, "comments_until": "2026-11-27 18:00", **header})


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with an open bill, a rejected one, one without a term, and a consultation."""
    tiny = TinySite(tmp_path)
    tiny.write(
        "bills/2026/1.md", bill("1", consider_on="2026-12-18", comments_to="pro@example.org")
    )
    tiny.write("bills/2026/2.md", bill("2", "Про відхилене", outcome="{rejected: 2026-11-20}"))
    plain = {"comments_until": "", "consider_on": ""}
    tiny.write("bills/2025/3.md", bill("3", "Про давнє", published="2025-03-03", **plain))
    consultation = text("Питання", body="miska-rada", published="2026-11-16",
                        comments_until="2026-12-01")  # fmt: skip
    tiny.write("consultations/2026/pytannia.md", consultation)
    tiny.write("news/2026/2026-11-20-a.md", news())
    tiny.build()
    return tiny


def stage_in_list(site: TinySite) -> str:
    """Return the stage of the bill in the list of its year."""
    bills = json.loads(site.read("vidkryti-dani/proiekty-2026.json"))["bills"]
    (stage,) = [one["stage"] for one in bills if one["id"] == "miska-rada/proiekty/2026/1"]
    return str(stage)


def test_page_list_and_data_say_the_same(site: TinySite) -> None:
    """The stage stands on the page, its card, in JSON and JSON-LD; so do working days."""
    words = "Обговорення відкрито до 27 листопада 2026, 18:00"
    page = site.read(PAGE)
    assert f'{STAGE} data-until="2026-11-27T18:00+02:00">{words}' in page
    assert f'"creativeWorkStatus":"{words}"' in page
    assert "28\u00a0робочих днів" in page
    for listed in ("proiekty/index.html", "proiekty/2026/index.html", OPEN, "index.html"):
        assert words in site.read(listed), listed
    data = json.loads(site.read(f"{ADDRESS}data.json"))
    assert (data["stage"], data["working_days_ahead"]) == ("Обговорення відкрито", 28)
    assert stage_in_list(site) == data["stage"]
    assert data["comments_until"] == "2026-11-27T18:00+02:00"


def test_turn_of_time_touches_what_shows_it_and_nothing_else(site: TinySite) -> None:
    """A build names the moment; one made then writes the page, lists and data of this bill."""
    assert site.build().next_change == CLOSES
    before = replace(site, now=CLOSES - timedelta(minutes=1)).build()
    assert (before.changes.written, before.next_change) == ((), CLOSES)
    after = replace(site, now=CLOSES)
    written = {path for path in after.build().changes.written if "sitemap" not in path}
    assert written == {
        PAGE, f"{ADDRESS}data.json", "index.html",
        "proiekty/index.html", "proiekty/2026/index.html", "proiekty/miska-rada/index.html",
        "proiekty/miska-rada/2026/index.html", OPEN, AWAITED,
        "konsultatsii/index.html",  # it counts what is open
        "vidkryti-dani/proiekty-2026.json",
    }  # fmt: skip
    awaited = "Обговорення завершено – очікується звіт"
    assert f"{STAGE}>{awaited}</span></p>" in site.read(PAGE)
    assert "kalendar.ics" not in site.read(PAGE)
    assert awaited in site.read(AWAITED) and "Про зразок" not in site.read(OPEN)
    assert "завершено, очікується звіт" in stage_in_list(site)


def test_outcome_is_told_and_tied_both_ways(site: TinySite) -> None:
    """A bill that became an act leads to it and back; a rejected one says when."""
    site.write("acts/2026/7.md", act("7", "Про зразок"))
    outcome = "{act: miska-rada/rishennia/2026/7}"
    site.write("bills/2026/1.md", bill("1", outcome=outcome))
    site.build()
    page, of_act = site.read(PAGE), site.read("dokumenty/miska-rada/rishennia/2026/7/index.html")
    assert f"{STAGE}>Розглянуто: ухвалено</span></p>" in page
    assert page.count('href="/dokumenty/miska-rada/rishennia/2026/7/"') == 2  # fact and relation
    assert f'href="/{ADDRESS}"' in of_act
    assert "Розглянуто: відхилено" in site.read("proiekty/2026/index.html")
    assert "відхилено 20.11.2026" in site.read("proiekty/miska-rada/2026/2/index.html")
    assert json.loads(site.read(f"{ADDRESS}data.json"))["act"] == outcome[6:-1]


def test_withdrawn_bill_stands_nowhere(site: TinySite) -> None:
    """What was withdrawn is open no more, though its term runs."""
    withdrawn = "{date: 2026-11-20, reason: помилка}"
    site.write("bills/2026/1.md", bill("1", withdrawn=withdrawn))
    assert site.build().next_change != CLOSES
    assert "Обговорення відкрито" not in site.read(PAGE)
    assert "Про зразок" not in site.read(OPEN)
    assert stage_in_list(site) == "Відкликано"


def test_bill_without_a_term_says_so(site: TinySite) -> None:
    """Nothing is promised and nothing awaited where no date is given."""
    page = site.read("proiekty/miska-rada/2025/3/index.html")
    assert f"{STAGE}>Строк обговорення не вказано</span></p>" in page
    data = json.loads(site.read("proiekty/miska-rada/2025/3/data.json"))
    assert (data["stage"], data["comments_until"]) == ("Строк обговорення не вказано", None)


@pytest.mark.parametrize(
    ("header", "of_body", "of_owner", "mail"),
    [
        ("header@example.org", "body@example.org", "owner@example.org", "header@example.org"),
        ("", "body@example.org", "owner@example.org", "body@example.org"),
        ("", "", "owner@example.org", "owner@example.org"),
    ],
)
def test_comments_go_where_the_data_say(
    header: str, of_body: str, of_owner: str, mail: str, tmp_path: Path
) -> None:
    """The header first, then the body, then the unit that owns the text; the letter is begun."""
    site = TinySite(tmp_path)
    bodies = "miska-rada:\n  name: {uk: Зразкова рада}\n"
    site.write("data/bodies.yaml", bodies + (f"  email: {of_body}\n" if of_body else ""))
    site.write("units/viddil.md", text("Відділ", email=of_owner))
    extra = {"comments_to": header} if header else {}
    site.write("bills/2026/1.md", bill("1", "Про «воду» & міст", owner="viddil", **extra))
    site.build()
    href = site.read(PAGE).split('<a class="button" href="')[1].split('"')[0]
    parts = urlsplit(href.replace("&amp;", "&"))
    said = {key: value for key, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
    assert (parts.scheme, parts.path) == ("mailto", mail)
    assert said["subject"] == "Зауваження: Про «воду» & міст"
    assert said["body"].startswith(f"Про «воду» & міст\r\nhttp://localhost:8000/{ADDRESS}\r\n\r\n")


def test_unknown_address_for_comments_is_not_invented(site: TinySite) -> None:
    """Without an address in the data the page says so and sends no letter anywhere."""
    site.write("bills/2026/1.md", bill("1"))
    site.build()
    part = site.read(PAGE).split('id="discussion"')[1].split("</section>")[0]
    assert "Електронної адреси для зауважень не вказано" in part
    assert "mailto:" not in part


def test_report_of_a_consultation_is_tied_both_ways(site: TinySite) -> None:
    """A consultation with a report is considered; the report leads back."""
    page = "konsultatsii/2026/pytannia/index.html"
    assert "Обговорення відкрито до 1 грудня 2026" in site.read(page)
    site.write("reports/2026/zvit.md", text("Звіт (зразок)", date="2026-11-23"))
    site.write("consultations/2026/pytannia.md", text(
        "Питання", body="miska-rada", published="2026-11-16", comments_until="2026-12-01",
        report="reports/2026/zvit.md",
    ))  # fmt: skip
    site.build()
    assert f"{STAGE}>Розглянуто: є звіт</span></p>" in site.read(page)
    assert 'href="/zvity/2026/zvit/"' in site.read(page)
    assert 'href="/konsultatsii/2026/pytannia/"' in site.read("zvity/2026/zvit/index.html")
    data = json.loads(site.read("konsultatsii/2026/pytannia/data.json"))
    assert (data["stage"], data["report"]) == (
        "Розглянуто", "http://localhost:8000/zvity/2026/zvit/",
    )  # fmt: skip


def test_incremental_build_is_the_clean_one(site: TinySite) -> None:
    """After its moment the site is what a build from nothing makes of it."""
    later = replace(site, now=NOW + timedelta(days=10))
    later.build()
    clean = later.clean_tree()
    assert {path: (site.output / path).read_bytes() for path in clean} == clean
