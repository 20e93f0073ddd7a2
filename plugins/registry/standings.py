"""How acts stand today, from what later acts say of them, and where bills stand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from plugins.council.discussion import Stage
from plugins.council.status import CHANGES, IN_FORCE, Event, Standing, standing_on
from plugins.council.text import Text
from plugins.output import Tie


def standings_of(
    texts: Iterable[Text], ties: Mapping[str, tuple[Tie, ...]], day: date
) -> dict[str, Standing]:
    """Return how acts stand on ``day``, by path; those simply in force are left out.

    An act published by mistake and withdrawn changes nothing.
    """
    found = {}
    for text in texts:
        if text.effective is None or (text.path not in ties and text.effective <= day):
            continue
        standing = standing_on(day, text.effective, _events(ties.get(text.path, ())))
        if standing != IN_FORCE:
            found[text.path] = standing
    return found


def stages_of(texts: Iterable[Text], now: datetime) -> dict[str, Stage]:
    """Return where bills and consultations stand, by path; what was withdrawn stands nowhere."""
    return {
        text.path: text.discussion.stage(now)
        for text in texts
        if text.discussion is not None and not text.withdrawn
    }


def _events(ties: tuple[Tie, ...]) -> Iterator[Event]:
    for tie in ties:
        for change in CHANGES:
            other = tie.text if tie.name == change else None
            if other is not None and other.effective is not None and not other.withdrawn:
                yield Event(other.effective, change)
