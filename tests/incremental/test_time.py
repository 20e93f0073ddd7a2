"""What time changes by itself: a text comes and goes at its minute in Kyiv, everywhere at once."""

import json
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.incremental.tiny_site import TinySite, act, news, text, tree

OPEN = "oholoshennia/2026/zbir/index.html"
SEARCH_STATUS = "poshuk/data/facets"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with an announcement that is over on 2 December, 10:00 in Kyiv."""
    tiny = TinySite(tmp_path)
    tiny.write("acts/2026/1.md", act("1"))
    about = "[miska-rada/rishennia/2026/1]"
    header = {"topics": "[voda]", "expires_at": "2026-12-02 10:00", "about": about}
    tiny.write("announcements/2026/2026-11-20-zbir.md", news("Збір лав", **header))
    tiny.write("announcements/2026/2026-11-19-inshe.md", news("Інше", topics="[voda]"))
    tiny.now = datetime(2026, 12, 2, 7, 59, 59, tzinfo=UTC)
    return tiny


def named_in(files: dict[str, bytes]) -> set[str]:
    """Return the files in which the announcement is named."""
    return {path for path, data in files.items() if "Збір лав".encode() in data}


def test_expired_announcement_leaves_lists_and_feeds_at_its_minute(site: TinySite) -> None:
    """Home, section, year, topic, feeds: gone; its own page stays, marked, and so does a list."""
    report = site.build()
    before = named_in(tree(site.output))
    left = {
        "index.html", "feed.xml", "feed.json", "oholoshennia/index.html",
        "oholoshennia/2026/index.html", "oholoshennia/feed.xml", "oholoshennia/feed.json",
        "temy/voda/index.html", "temy/voda/2026/index.html", "temy/voda/feed.xml",
        "temy/voda/feed.json", "oholoshennia/2026/inshe/index.html",
    }  # fmt: skip
    assert left <= before
    assert report.next_change == datetime(2026, 12, 2, 8, tzinfo=UTC)
    site.now += timedelta(seconds=1)
    site.build()
    after = tree(site.output)
    assert named_in(after) == (before - left) | {
        "oholoshennia/zaversheni/index.html", "oholoshennia/zaversheni/2026/index.html",
    }  # fmt: skip
    assert "Подія минула, матеріал лишається для довідки." in site.read(OPEN)
    assert "Завершено" in site.read("oholoshennia/zaversheni/index.html")
    assert after == site.clean_tree()


def test_expired_announcement_stays_findable(site: TinySite) -> None:
    """Its address stays in the sitemap and in search, where it is marked and can be left out."""
    site.build()
    sitemap, marks = site.read("sitemap-announcements-2026.xml"), search_status(site)
    assert "/oholoshennia/2026/zbir/" in sitemap
    assert "expired" not in marks
    site.now += timedelta(seconds=1)
    site.build()
    assert site.read("sitemap-announcements-2026.xml") == sitemap
    assert search_status(site) == [*marks, "expired"]
    assert "Збір лав" in site.read("dokumenty/miska-rada/rishennia/2026/1/index.html")


def search_status(site: TinySite) -> list[str]:
    """Return the ways in which texts of the index stand, expired ones last."""
    data = zlib.decompress((site.output / SEARCH_STATUS).read_bytes(), wbits=31)
    length = int.from_bytes(data[:4], "little")
    names = json.loads(site.read("poshuk/data/index.json"))["facets"]["status"]
    places = {place for _, _, place in json.loads(data[4 : 4 + length])}
    return [slug for at, (slug, _) in enumerate(names, 1) if at in places]


def test_expired_bill_stays_in_the_data(site: TinySite) -> None:
    """A record is for ever: a portal that asks on the next day finds it."""
    fixed = {"body": "miska-rada", "kind": "rishennia", "number": "п-1", "published": "2026-11-10"}
    site.write("bills/2026/p-1.md", text("Про зразок", **fixed, expires_at="2026-12-02 10:00"))
    site.build()
    data = {path: data for path, data in tree(site.output).items() if "/data" in path}
    record = "proiekty/miska-rada/2026/p-1/data.json"
    assert record in data
    site.now += timedelta(seconds=1)
    site.build()
    assert site.read(record).encode() == data[record]


def test_expired_service_stays_in_its_directory_marked(site: TinySite) -> None:
    """A directory has no list of what is past: there it says so itself."""
    site.write("services/posluha.md", text("Послуга", expires_at="2026-12-02 10:00"))
    site.build()
    assert "Завершено" not in site.read("posluhy/index.html")
    site.now += timedelta(seconds=1)
    site.build()
    assert "Завершено" in site.read("posluhy/index.html")


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-12-01 09:00", datetime(2026, 12, 1, 7, tzinfo=UTC)),  # winter
        ("2027-07-01 09:00", datetime(2027, 7, 1, 6, tzinfo=UTC)),  # summer
        ("2027-03-28 04:00", datetime(2027, 3, 28, 1, tzinfo=UTC)),  # an hour was skipped
        ("2027-10-31 03:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),  # twice: the first
        ("2027-10-31 04:00", datetime(2027, 10, 31, 2, tzinfo=UTC)),  # an hour was repeated
        ("01.12.2026", datetime(2026, 11, 30, 22, tzinfo=UTC)),  # a day begins at its midnight
    ],
)
def test_hour_is_that_of_kyiv(tmp_path: Path, written: str, moment: datetime) -> None:
    """Summer time or not, the zone of the machine or not: the clock of the council."""
    site = TinySite(tmp_path)
    site.write("news/2026/2026-11-20-a.md", news("Майбутня новина", publish_at=written))
    site.now = moment - timedelta(seconds=1)
    report = site.build()
    # Python calls moments of the repeated hour unequal to those of other zones (PEP 495).
    assert report.next_change is not None
    assert report.next_change.timestamp() == moment.timestamp()
    assert not (site.output / "novyny/2026/a/index.html").exists()
    site.now = moment
    site.build()
    assert (site.output / "novyny/2026/a/index.html").exists()


def test_review_and_owner_are_no_business_of_readers(site: TinySite) -> None:
    """A date of review that has passed changes no byte: it is told to editors (`make status`)."""
    without = site.clean_tree()
    site.write("pages/kontakty.md", text("Контакти (зразок)", review_by="2026-01-01"))
    assert site.clean_tree() == without


def test_alert_ends_when_it_expires(site: TinySite) -> None:
    """An editor who writes only ``expires_at`` means the same: pages and file agree."""
    times = {"level": "info", "starts": "2026-12-02 08:00", "expires_at": "2026-12-02 10:00"}
    site.write("alerts/a.md", text("Сповіщення", "Зразок.", **times))
    site.build()
    assert "Сповіщення" in site.read("index.html")
    (alert,) = json.loads(site.read("alerts.json"))
    assert alert["ends"] == "2026-12-02T10:00+02:00"
    site.now += timedelta(seconds=1)
    site.build()
    assert site.read("alerts.json") == "[]\n"
