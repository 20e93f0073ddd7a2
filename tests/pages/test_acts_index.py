"""The index for the table of the register."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.pages.acts_index import STATUSES
from tests.incremental.tiny_site import TinySite, act

INDEX = "dokumenty/{}/perelik.json"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Two acts of one year, one of another."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/1.md", act("1", adopted="2025-02-01"))
    tiny.write("acts/2.md", act("5/VIII-194", "Про воду", convocation="8", topics="[voda]"))
    tiny.write("acts/3.md", act("3", withdrawn="{date: 2026-10-03, reason: помилково}"))
    tiny.build()
    return tiny


def index(site: TinySite, year: int) -> dict[str, list[Any]]:
    """Return the index of a year."""
    found: dict[str, list[Any]] = json.loads(site.read(INDEX.format(year)))
    return found


def test_index_says_what_a_row_shows(site: TinySite) -> None:
    """Columns of one length, numbers for words; the address follows from the rest."""
    found = index(site, 2026)
    assert found == {
        "bodies": ["miska-rada"], "kinds": ["rishennia"],
        "body": [0, 0], "kind": [0, 0], "status": [1, 7], "convocation": [8, 0],
        "day": [1002, 1002], "number": ["5/VIII-194", "3"], "slug": ["5-viii-194", ""],
        "topics": ["voda", ""], "title": ["Про воду", "Зразок"],
    }  # fmt: skip
    for slug, number in zip(found["slug"], found["number"], strict=True):
        address = f"dokumenty/miska-rada/rishennia/2026/{slug or number}/index.html"
        assert (site.output / address).is_file()


def test_new_act_touches_the_index_of_its_year_alone(site: TinySite) -> None:
    """And what it says of an older act, that of the older one's year."""
    site.write("acts/4.md", act("4"))
    written = site.build().changes.written
    assert [path for path in written if path.endswith("perelik.json")] == [INDEX.format(2026)]
    relation = "[{act: miska-rada/rishennia/2025/1}]"
    site.write("acts/5.md", act("5", adopted="2024-01-01"))
    site.write("acts/4.md", act("4", repeals=relation))
    site.build()
    assert [STATUSES[status] for status in index(site, 2025)["status"]] == ["repealed"]


def test_form_offers_what_there_is(site: TinySite) -> None:
    """Years from the newest, statuses that acts have, each with the numbers of the index."""
    page = site.read("dokumenty/index.html")
    years = page.partition('name="рік"')[2].partition("</select>")[0]
    assert years.index("2026") < years.index("2025") < years.index("усі")
    assert '<option value="chynni" data-of="1 2 3">Чинні</option>' in page
    assert '<option value="vidklykani" data-of="7">Відкликані</option>' in page
    assert "diiu-zupyneno" not in page
    assert "acts-table" not in site.read("dokumenty/miska-rada/index.html")
