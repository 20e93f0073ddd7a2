"""The discussion of a bill or a consultation: one rule of its stage for page, list and data."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from plugins.council.dates import Moment, over

Stage = Literal["undated", "open", "awaiting", "considered"]
"""«Строк не вказано», «відкрито», «завершено – очікується звіт», «розглянуто»."""

Ending = Literal["act", "rejected", "report"]
"""How a discussion ends: by the act that a bill became, its rejection, or a report."""


@dataclass(frozen=True, slots=True)
class Discussion:
    """What a bill or a consultation says of its way to a decision.

    ``consider_on`` is the day on which it is considered, ``comments_until`` the term of comments
    (a day without a time counts whole), ``ending`` is ``None`` while nothing has come of it.
    """

    consider_on: date | None
    comments_until: Moment | None
    ending: Ending | None
    regulatory: bool = False

    @property
    def turns(self) -> datetime | None:
        """The moment at which its stage changes by itself, ``None`` when it never will.

        Without a term of comments silence begins when the day of consideration is over.
        """
        last = self.comments_until if self.comments_until is not None else self.consider_on
        return None if self.ending or last is None else over(last)

    def stage(self, now: datetime) -> Stage:
        """Return where it stands at a moment of any zone."""
        if self.ending:
            return "considered"
        turns = self.turns
        if turns is not None and turns <= now:
            return "awaiting"
        return "undated" if self.comments_until is None else "open"
