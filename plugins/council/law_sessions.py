"""What the law asks of sessions: a notice with questions, a recording, votes by name.

A commission's sitting is no session: of these rules only that on recordings is about it too.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.council.law_case import Breach, Case
from plugins.council.law_data import Rule
from plugins.council.sessions import Convening
from plugins.council.text import Text


def is_about(rule: Rule, session: Text, case: Case) -> bool:
    """Whether a rule has something to say of a session."""
    convening = session.convening
    if convening is None:
        return False
    if rule.id == "session-video":
        return True
    if session.body in case.commissions:
        return False
    if rule.id == "session-votes":
        return bool(convening.decided)
    return rule.id == "session-agenda" or convening.exceptional == (rule.id == "exceptional-notice")


def sessions_are_announced_ahead(rule: Rule, case: Case) -> Iterator[Breach]:
    """A session is announced so many days ahead, and the day of its notice is known.

    Погано:  announced: 2026-09-28, date: 2026-10-02 10:00  (чотири дні)
    Добре:   announced: 2026-09-18, date: 2026-10-02 10:00
    """
    for session, day, convening in _held_to(rule, case):
        announced = convening.announced
        if announced is None:
            if notice_due(rule, day) < case.today:
                yield Breach(rule, session, None, case.law.is_suspended(rule, day))
        elif (day - announced).days < rule.least:
            days = (day - announced).days
            yield Breach(rule, session, days, case.law.is_suspended(rule, day))


def sessions_are_announced_with_questions(rule: Rule, case: Case) -> Iterator[Breach]:
    """A notice says which questions a session is to consider.

    Погано:  announced є, agenda немає
    Добре:   agenda: [{item: 1, title: Про бюджет}]
    """
    for session, day, convening in _held_to(rule, case):
        told = convening.announced is not None or day <= case.today
        if told and not has_questions(session):
            yield Breach(rule, session, None, case.law.is_suspended(rule, day))


def sessions_are_recorded(rule: Rule, case: Case) -> Iterator[Breach]:
    """The video of a session or a commission's sitting is public so many days after it.

    Of a video without ``video_published`` nothing is said: it is there, since when is not known.

    Погано:  date: 2026-10-02 10:00, video_published: 2026-10-07
    Добре:   date: 2026-10-02 10:00, video_published: 2026-10-03
    """
    for session, day, convening in _held_to(rule, case):
        since = convening.video_published
        days = (since - convening.last).days if since is not None else None
        missing = not convening.video and video_due(rule, convening) < case.today
        if missing or (days is not None and days > rule.most):
            yield Breach(rule, session, days, case.law.is_suspended(rule, day))


def decisions_have_votes_by_name(rule: Rule, case: Case) -> Iterator[Breach]:
    """Each question with a decision has a column in the table of votes.

    Погано:  {item: 2, title: …, result: прийнято} без колонки 2 у таблиці
    Добре:   votes: sessions/2026/sesiia-61.csv, де є колонка 2
    """
    for session, day, convening in _held_to(rule, case):
        voted = case.voted.get(session.path, frozenset())
        missing = tuple(item for item in convening.decided if item not in voted)
        if missing:
            note = case.law.is_suspended(rule, day)
            yield Breach(rule, session, None, note, items=missing)


def notice_due(rule: Rule, day: date) -> date:
    """Return the last day on which a session of ``day`` may be announced."""
    return day - timedelta(days=rule.least)


def video_due(rule: Rule, convening: Convening) -> date:
    """Return the last day on which the video of a session may be published."""
    return convening.last + timedelta(days=rule.most)


def has_questions(session: Text) -> bool:
    """Whether the agenda of a session is there."""
    return any(said.sort == "question" for said in session.mentions)


def _held_to(rule: Rule, case: Case) -> Iterator[tuple[Text, date, Convening]]:
    for session in case.sessions:
        day, convening = session.day, session.convening
        if day and convening and rule.holds(day) and is_about(rule, session, case):
            yield session, day, convening
