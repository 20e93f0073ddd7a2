"""Whether an act is in force on a day: one rule for page, list, data and Akoma Ntoso.

The words are those of the open-data proposal to resolution 835 («Набирає чинності», «Чинний» …)
and «Зі змінами», which a reader wants to know and data call «Чинний».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal[
    "upcoming", "in_force", "amended", "suspended", "restored", "repealed", "never_in_force"
]

Change = Literal["amended_by", "suspended_by", "restored_by", "repealed_by"]
CHANGES: tuple[Change, ...] = ("amended_by", "suspended_by", "restored_by", "repealed_by")
"""What another act may do to the force of an act, in the order in which one day's acts count."""

_AFTER: dict[Change, Status] = {
    "amended_by": "amended",
    "suspended_by": "suspended",
    "restored_by": "restored",
    "repealed_by": "repealed",
}


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """One change of an act's force: the ``day`` from which it holds, and what it is."""

    day: date
    change: Change


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act stands on a day, and ``since`` when (``None`` for what has held all along)."""

    status: Status
    since: date | None = None

    @property
    def digest(self) -> str:
        """What it is known by."""
        return f"{self.status} {self.since or ''}"


IN_FORCE = Standing("in_force")

FORCE_OF: dict[Status, str] = {
    "upcoming": "nabyraiut-chynnosti",
    "in_force": "chynni",
    "amended": "chynni",
    "restored": "chynni",
    "suspended": "diiu-zupyneno",
    "repealed": "vtratyly-chynnist",
    "never_in_force": "ne-nabraly-chynnosti",
}
"""Status → the list in which a reader looks for it: an act with amendments is in force."""

WITHDRAWN = "vidklykani"
"""The list of acts that were put on the site by mistake, whatever their force."""

FORCE = (*dict.fromkeys(FORCE_OF.values()), WITHDRAWN)
"""All these lists, in the order in which they are offered."""


def force_of(standing: Standing, *, withdrawn: bool) -> str:
    """Return the one list of ``FORCE`` in which an act stands."""
    return WITHDRAWN if withdrawn else FORCE_OF[standing.status]


def standing_on(day: date, effective: date, events: Iterable[Event]) -> Standing:
    """Return how an act stands on ``day``, whichever way its events come.

    ``effective`` is the day on which it takes effect (see ``takes_effect``). An act repealed
    before that day never was in force; after a repeal nothing changes its standing any more; an
    amendment does not end a suspension.
    """
    standing = IN_FORCE
    for event in sorted(events, key=_order):
        if event.day > day:
            break
        if event.change == "repealed_by":
            if event.day < effective:
                return Standing("never_in_force")
            return Standing("repealed", event.day)
        if _counts(event.change, standing.status):
            standing = Standing(_AFTER[event.change], max(event.day, effective))
    return Standing("upcoming", effective) if effective > day else standing


def _order(event: Event) -> tuple[date, int]:
    return event.day, CHANGES.index(event.change)


def _counts(change: Change, status: Status) -> bool:
    """A suspended act waits to be restored; there is nothing to restore in any other."""
    if status == "suspended":
        return change == "restored_by"
    return change != "restored_by"


def takes_effect(
    adopted: date, published: date | None, effective_from: date | None, *, normative: bool
) -> date:
    """Return the day from which an act counts (law 280/97-ВР art. 59).

    A normative act takes effect on its official publication unless it names a later day, any
    other on its adoption. Where a date is not known, the earlier one that is known stands for it:
    the page says of the unknown date that it is unknown.
    """
    if effective_from is not None:
        return effective_from
    return published if normative and published is not None else adopted
