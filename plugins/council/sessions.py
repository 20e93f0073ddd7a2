"""What the law makes of a session: when its record is due, and how many votes carry a decision."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from plugins.council.dates import instant
from plugins.council.transliteration import slug

Result = Literal["прийнято", "не прийнято", "не голосували", "не розглядали"]
"""What came of a question, in the words of the open-data proposal to resolution 835."""


@dataclass(frozen=True, slots=True)
class Convening:
    """How a session was called and recorded.

    ``announced`` is the day of its notice, ``last`` its last day; ``video`` whether there is one
    and ``video_published`` since when; ``decided`` are the numbers of questions that ended in a
    decision.
    """

    announced: date | None
    exceptional: bool
    last: date
    video: bool
    video_published: date | None
    decided: tuple[str, ...]


def anchor(item: str) -> str:
    """Return the place of a question on the session's page: ``pytannia-1``."""
    return f"pytannia-{slug(item)}"


def told_from(day: date) -> datetime:
    """Return the moment from which a session's missing record is said to be missing.

    Video is due not later than the day after (law 3590-IX); from the end of that day on silence
    would be a hidden gap.
    """
    return instant(day + timedelta(days=2))


def composition(body: Mapping[str, Any], convocation: int) -> int | None:
    """Return of how many deputies a body consists, ``None`` when the vocabulary does not say.

    A convocation's own ``composition`` comes before that of the body.
    """
    known = [one for one in body.get("convocations") or () if one.get("number") == convocation]
    numbers = [one.get("composition") for one in known] + [body.get("composition")]
    return next((number for number in numbers if isinstance(number, int)), None)


def result_of(in_favour: int, of: int | None) -> Result | None:
    """Return whether a decision is carried: by more than half of the full composition.

    Law 280/97-ВР art. 59(2). The mayor, who counts when present, changes nothing: a council's
    number of deputies is even, and one more needs no more votes. ``None`` when it is unknown.
    """
    if of is None:
        return None
    return "прийнято" if in_favour > of // 2 else "не прийнято"


def question_result(
    stated: Result | None, in_favour: int | None, body: Mapping[str, Any], convocation: int
) -> Result | None:
    """Return what came of a question: what the minutes say, else what the votes make of it.

    ``in_favour`` is ``None`` where no table counts votes. ``None`` when nobody knows.
    """
    if stated is not None or in_favour is None:
        return stated
    return result_of(in_favour, composition(body, convocation))


def considered(
    items: Iterable[str], voted: Container[str], day: date, now: datetime
) -> tuple[str, ...]:
    """Return the questions of an agenda that data tell of: voted on, or of a session long over.

    An agenda of tomorrow is a plan; once its record is due (``told_from``) it is what was done.
    """
    over = told_from(day) <= now
    return tuple(item for item in items if over or item in voted)
