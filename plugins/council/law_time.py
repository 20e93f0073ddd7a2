"""When what the law says of the texts changes by itself: time is an input of a build."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from plugins.council.dates import instant
from plugins.council.law_data import Law, Regime, Rule
from plugins.council.law_sessions import has_questions, notice_due, video_due
from plugins.council.sessions import Convening
from plugins.council.text import Text

_DAY = timedelta(days=1)


def next_moment(law: Law, texts: Iterable[Text], now: datetime) -> datetime | None:
    """Return when a breach next appears by itself, or the law of the day changes.

    ``texts`` are those that may be public; ``now`` is a moment of any zone.
    """
    today = instant(now).date()
    days = set(_turns(law))
    texts = tuple(texts)
    days.update(_overdue_days(law, texts, today))
    for text in texts:
        if text.convening is not None and text.day is not None:
            days.update(_of_session(law, text, text.day, text.convening))
    return min((instant(day) for day in days if day > today), default=None)


def _turns(law: Law) -> Iterator[date]:
    """Yield the days on which a rule or a regime begins, and those on which one is over."""
    dated: tuple[Regime | Rule, ...] = (*law.regimes, *law.rules)
    for one in dated:
        if one.since is not None:
            yield one.since
        if one.until is not None:
            yield one.until + _DAY


def _overdue_days(law: Law, texts: Iterable[Text], today: date) -> Iterator[date]:
    """Yield the days on which acts not yet published become late."""
    rules = [rule for rule in law.rules if rule.id == "act-publication"]
    if not rules:
        return
    calendar = law.calendar
    # What was adopted earlier is late already: among 20,000 texts a handful is left to ask.
    recent = calendar.before(today, max(rule.most for rule in rules) + 1)
    for text in texts:
        if text.kind != "acts" or text.published or text.withdrawn:
            continue
        if (adopted := text.day) is not None and adopted > recent:
            for rule in rules:
                if rule.holds(adopted):
                    yield calendar.after(adopted, rule.most + 1)


def _of_session(law: Law, session: Text, day: date, said: Convening) -> Iterator[date]:
    """Yield the days on which something of a session not yet there becomes missing."""
    if said.announced is None and not has_questions(session):
        yield day
    for rule in law.rules:
        if not rule.holds(day):
            continue
        if rule.id in ("session-notice", "exceptional-notice") and said.announced is None:
            yield notice_due(rule, day) + _DAY
        if rule.id == "session-video" and not said.video:
            yield video_due(rule, said) + _DAY
