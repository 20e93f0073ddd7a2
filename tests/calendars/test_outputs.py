"""Calendars, read back as a resident's own program would."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from plugins.council.dates import KYIV
from tests.incremental.tiny_site import NOW, TinySite, news, text

SESSIONS = "sesii/miska-rada/kalendar.ics"
SESSION = "sesii/miska-rada/2026/s1/kalendar.ics"
BILL = "proiekty/miska-rada/2026/p-1/kalendar.ics"
OF_SESSION = {"body": "miska-rada", "convocation": "8"}
OF_BILL = {"body": "miska-rada", "kind": "rishennia", "published": "2026-11-10"}


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Two sessions of two years, a bill with a term and a consultation whose term is a day."""
    tiny = TinySite(tmp_path)
    tiny.write("sessions/s1.md", text(
        "Сесія; перша, зразок", number="1", date="2026-12-04 10:00", ends="2026-12-04 12:30",
        place="зала, поверх 1", announced="2026-11-20", summary="Про все.", **OF_SESSION,
    ))  # fmt: skip
    tiny.write("sessions/s0.md", text("Давня", number="0", date="2025-07-04 10:00", **OF_SESSION))
    tiny.write("bills/1.md", text("Про міст", number="п-1", comments_until="2026-12-02 18:00",
                                  **OF_BILL))  # fmt: skip
    tiny.write("bills/2.md", text("Без строку", number="п-2", **OF_BILL))
    tiny.write("consultations/pro.md", text("Питання", body="miska-rada", published="2026-11-16",
                                            comments_until="2026-12-01"))  # fmt: skip
    tiny.build()
    return tiny


def events(site: TinySite, path: str) -> list[Component]:
    """Return the events of a calendar."""
    return list(Calendar.from_ical((site.output / path).read_bytes()).walk("VEVENT"))


def test_session_says_when_where_and_what(site: TinySite) -> None:
    """Times are Kyiv's, words are whole, the identifier is the session's own."""
    (event,) = events(site, SESSION)
    assert event.decoded("dtstart") == datetime(2026, 12, 4, 10, tzinfo=KYIV)
    assert event.decoded("dtend") == datetime(2026, 12, 4, 12, 30, tzinfo=KYIV)
    assert event.decoded("dtstamp") == datetime(2026, 11, 20, tzinfo=KYIV)
    assert str(event["summary"]) == "Сесія; перша, зразок"
    assert str(event["location"]) == "зала, поверх 1"
    assert str(event["uid"]) == "miska-rada/sesii/8/1@localhost"
    url = "http://localhost:8000/sesii/miska-rada/2026/s1/"
    assert (str(event["url"]), str(event["description"])) == (url, f"Про все.\n\n{url}")


def test_zone_comes_with_its_rules(site: TinySite) -> None:
    """A program that has never heard of the zone counts summer and winter rightly."""
    data = Calendar.from_ical((site.output / SESSIONS).read_bytes())
    (zone,) = data.walk("VTIMEZONE")
    told = zone.to_tz()  # type: ignore[attr-defined]  # of a Timezone
    for moment in (datetime(2026, 7, 4, 10), datetime(2026, 12, 4, 10)):  # noqa: DTZ001  # local
        assert told.utcoffset(moment) == moment.replace(tzinfo=KYIV).utcoffset()


def test_calendar_of_a_body_holds_all_its_sessions(site: TinySite) -> None:
    """The oldest first; a session has the same identifier in both calendars."""
    old, new = events(site, SESSIONS)
    assert [str(old["summary"]), str(new["uid"])] == ["Давня", str(events(site, SESSION)[0]["uid"])]


def test_term_of_comments_ends_at_its_minute_or_with_its_day(site: TinySite) -> None:
    """A term with a time is a moment, one without is a whole day; neither keeps anyone busy."""
    (timed,), (whole,) = events(site, BILL), events(site, "konsultatsii/2026/pro/kalendar.ics")
    assert timed.decoded("dtstart") == datetime(2026, 12, 2, 18, tzinfo=KYIV)
    assert "dtend" not in timed and str(timed["transp"]) == "TRANSPARENT"
    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (
        date(2026, 12, 1), date(2026, 12, 2),
    )  # fmt: skip
    assert str(timed["summary"]) == "Закінчується строк зауважень: Про міст"
    assert not (site.output / "proiekty/miska-rada/2026/p-2/kalendar.ics").exists()


def test_pages_lead_to_calendars(site: TinySite) -> None:
    """A session to come, an open bill and the list of a body's sessions each have theirs."""
    for page, path in (
        ("sesii/miska-rada/2026/s1/index.html", SESSION),
        ("proiekty/miska-rada/2026/p-1/index.html", BILL),
        ("sesii/miska-rada/index.html", SESSIONS),
    ):
        assert f'href="/{path}"' in site.read(page)
    assert "kalendar.ics" not in site.read("sesii/miska-rada/2025/s0/index.html")


def test_nothing_but_its_own_text_renews_a_calendar(site: TinySite) -> None:
    """News, time and another session leave the file of this one as it was."""
    site.write("news/2026/2026-11-24-a.md", news())
    later = replace(site, now=NOW + timedelta(days=3))
    assert not any(path.endswith(".ics") for path in later.build().changes.written)
    site.write("sessions/s2.md", text("Друга", number="2", date="2026-12-11", **OF_SESSION))
    written = {path for path in later.build().changes.written if path.endswith(".ics")}
    assert written == {SESSIONS, "sesii/miska-rada/2026/s2/kalendar.ics"}


def test_bytes_follow_from_content(site: TinySite) -> None:
    """A build at another moment gives the same file: its stamp is that of the text."""
    before = (site.output / SESSIONS).read_bytes()
    again = replace(site, now=datetime(2026, 11, 24, 11, tzinfo=UTC))
    assert again.clean_tree()[SESSIONS] == before
