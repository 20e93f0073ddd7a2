"""When what the law says of the texts changes by itself: time is an input of a build."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from plugins.council.dates import instant
from plugins.council.law_data import Law, Regime, Rule
from plugins.council.text import Text


def next_moment(law: Law, texts: Iterable[Text], now: datetime) -> datetime | None:
    """Return when a breach next appears by itself, or the law of the day changes.

    ``texts`` are those that may be public; ``now`` is a moment of any zone.
    """
    today = instant(now).date()
    days = set(_turns(law))
    days.update(_overdue_days(law, texts, today))
    return min((instant(day) for day in days if day > today), default=None)


def _turns(law: Law) -> Iterator[date]:
    """Yield the days on which a rule or a regime begins, and those on which one is over."""
    dated: tuple[Regime | Rule, ...] = (*law.regimes, *law.rules)
    for one in dated:
        if one.since is not None:
            yield one.since
        if one.until is not None:
            yield one.until + timedelta(days=1)


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
