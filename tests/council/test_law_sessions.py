"""The rules of the law on sessions, by texts that an editor would write."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.dates import KYIV
from plugins.council.files import ContentFile
from plugins.council.law import breaches, case, checked
from plugins.council.law_time import next_moment
from plugins.council.law_words import Finding, findings
from plugins.council.text import Text
from plugins.council.votes import Sheet
from tests.council.test_law import LAW, TODAY, record
from tests.incremental.tiny_site import text

PATH = "sessions/2026/s1.md"
AGENDA = (
    "[{item: 1, title: Перше, result: прийнято}, {item: 2, title: Друге}, "
    "{item: 3, title: Третє, act: miska-rada/rishennia/2026/1}]"
)
WHOLE = {
    "announced": "2026-09-18", "agenda": "[{item: 1, title: Перше}]",
    "video": "https://example.org/1", "video_published": "2026-10-03",
}  # fmt: skip


def session(**header: str) -> Text:
    """Return a session of 2 October 2026 that is all in order unless it says otherwise."""
    fixed = {"body": "miska-rada", "convocation": "8", "number": "1", "date": "2026-10-02 10:00"}
    given = {**fixed, **WHOLE, **header}
    return record(PATH, text("Сесія", **{key: value for key, value in given.items() if value}))


def found(one: Text, today: date = TODAY, commission: bool = False, *voted: str) -> list[Finding]:
    """Return what is found in a session whose table has votes on some questions."""
    sheet = Sheet(voted, (), ()) if voted else None
    files = {
        said.target: ContentFile(path=said.target, size=1, digest="", format="CSV", votes=sheet)
        for said in one.mentions
        if said.field == "votes"
    }
    bodies = frozenset({"miska-rada"} if commission else ())
    every = findings(LAW, breaches(case(LAW, [one], today, files, bodies)))
    return [finding for finding in every if finding.rule != "required-sections"]


def told(said: list[Finding]) -> list[tuple[str, str, int | None]]:
    """Return rules, fields and days of findings."""
    return [(one.rule, one.field, one.days) for one in said]


def test_session_in_order_has_no_findings() -> None:
    """Announced ten days ahead with its questions, recorded the next day."""
    assert found(session()) == []


@pytest.mark.parametrize(
    ("announced", "exceptional", "days"),
    [
        ("2026-09-22", "ні", None),
        ("2026-09-23", "ні", 9),
        ("2026-10-02", "ні", 0),
        ("2026-10-01 23:00", "так", None),
        ("2026-10-02", "так", 0),
    ],
)
def test_session_is_announced_so_many_days_ahead(
    announced: str, exceptional: str, days: int | None
) -> None:
    """Ten days by the calendar, one for an exceptional session."""
    rule = "exceptional-notice" if exceptional == "так" else "session-notice"
    said = found(session(announced=announced, exceptional=exceptional))
    assert told(said) == ([] if days is None else [(rule, "announced", days)])


def test_words_of_a_late_notice() -> None:
    """The message has days, article and no doubt: the norm was read in its source."""
    (few,) = found(session(announced="2026-09-28"))
    assert few.message.replace("\u00a0", " ") == (
        "оголошено за 4 дні до сесії, треба за 10 (Закон 280/97-ВР, ст. 46, ч. 10)"
    )
    (none,) = found(session(announced="2026-10-02"))
    assert none.message.startswith("оголошено в день сесії, треба за 10\u00a0днів")


def test_unknown_day_of_notice_is_told_once_it_is_due() -> None:
    """Until the tenth day before a session nothing is missing."""
    one = session(announced="", agenda="[{item: 1, title: Перше}]")
    assert told(found(one, date(2026, 9, 22))) == []
    assert told(found(one, date(2026, 9, 23))) == [("session-notice", "announced", None)]
    assert "мали оголосити до 22.09.2026" in found(one)[0].message


def test_notice_names_the_questions() -> None:
    """An announced session without an agenda is a finding at once, one unannounced on its day."""
    assert told(found(session(agenda=""), date(2026, 9, 19)))[0][0] == "session-agenda"
    silent = session(agenda="", announced="")
    rules = [[rule for rule, *_ in told(found(silent, date(2026, 10, day)))] for day in (1, 2)]
    assert ["session-agenda" in some for some in rules] == [False, True]


@pytest.mark.parametrize(
    ("header", "today", "expected"),
    [
        ({"video_published": "2026-10-07"}, TODAY, [5]),
        ({"video_published": ""}, TODAY, []),  # it is there; since when is not known
        ({"video": "", "video_published": ""}, date(2026, 10, 3), []),
        ({"video": "", "video_published": ""}, date(2026, 10, 4), [None]),
        ({"ends": "2026-10-05", "video_published": "2026-10-06"}, TODAY, []),
        ({"ends": "2026-10-05", "video": "", "video_published": ""}, date(2026, 10, 6), []),
        ({"date": "2024-08-14", "announced": "2024-08-01", "video": "", "video_published": ""},
         TODAY, []),
        ({"date": "2024-08-15", "announced": "2024-08-01", "video": "", "video_published": ""},
         TODAY, [None]),
    ],
)  # fmt: skip
def test_video_is_public_the_next_day(
    header: dict[str, str], today: date, expected: list[int | None]
) -> None:
    """Counted from the last day, asked since the law of 2024 is in force."""
    said = found(session(**header), today)
    assert told(said) == [("session-video", "video", days) for days in expected]


def test_decisions_have_votes_by_name() -> None:
    """Questions with a result or an act have a column each; one simply discussed needs none."""
    one = session(agenda=AGENDA, votes="sessions/2026/s1.csv")
    assert told(found(one, TODAY, False, "1", "3")) == []
    (some,) = found(one, TODAY, False, "3")
    assert (some.rule, some.field) == ("session-votes", "votes")
    assert some.message.startswith("немає поіменного голосування з питання 1 (")
    (every,) = found(session(agenda=AGENDA))
    assert "з питань 1, 3 (Закон 280/97-ВР, ст. 59, ч. 3; норму слід звірити)" in every.message


def test_sitting_of_a_commission_is_held_to_the_rule_on_video_alone() -> None:
    """It is no session: nobody asks of it a notice of ten days."""
    sitting = session(announced="", agenda="", video="", video_published="")
    assert [rule for rule, *_ in told(found(sitting, TODAY, True))] == ["session-video"]


DAYS = st.integers(-20, 20).map(lambda days: date(2026, 10, 2) + timedelta(days))


@given(
    announced=st.sampled_from(["", "2026-09-18", "2026-09-30"]),
    agenda=st.sampled_from(["", WHOLE["agenda"], AGENDA]),
    video=st.booleans(),
    ends=st.sampled_from(["", "2026-10-05"]),
    exceptional=st.sampled_from(["так", "ні"]),
    today=DAYS,
    later=st.integers(0, 20),
)
def test_nothing_changes_before_the_moment_that_is_named(
    announced: str, agenda: str, video: bool, ends: str, exceptional: str, today: date, later: int
) -> None:
    """Whatever differs between two days, a build of the first names one not after the second."""
    recording = {} if video else {"video": "", "video_published": ""}
    one = session(
        announced=announced, agenda=agenda, ends=ends, exceptional=exceptional, **recording
    )
    then = today + timedelta(later)
    states = [
        (breaches(held), checked(held)) for held in (case(LAW, [one], d) for d in (today, then))
    ]
    if states[0] != states[1]:
        moment = next_moment(
            LAW, [one], datetime(today.year, today.month, today.day, 12, tzinfo=KYIV)
        )
        assert moment is not None and moment.date() <= then
