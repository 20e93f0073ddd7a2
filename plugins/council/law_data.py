"""The shape of ``content/data/law.yaml``: what the law asks of publication, as dated records.

A rule is never a constant in code: several change with the years and under martial law. Each says
by ``confirmed`` how sure it is, and a message about one that is not says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from plugins.council.working_days import Calendar, Holiday

RuleId = Literal[
    "bill-notice", "consultation-window", "act-publication", "normative-effect",
    "session-notice", "exceptional-notice", "session-agenda", "session-video", "session-votes",
    "required-sections",
]  # fmt: skip
"""Each names a check of law.py."""

Names = dict[str, str]
Since = Annotated[date | None, Field(alias="from")]
Until = Annotated[date | None, Field(alias="to")]


def _sure(value: object) -> object:
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


Confirmed = Annotated[Literal["yes", "partly", "no"], BeforeValidator(_sure)]


def _holiday(value: object) -> object:
    """Read ``{name: …, date: 05-01, since: 2018}``; the name is for the reader of the file."""
    if not isinstance(value, Mapping):
        return value
    others = {key: value[key] for key in value if key not in ("name", "date")}
    if "date" not in value:
        return others
    day = date.fromisoformat(f"2000-{value['date']}")
    return {"month": day.month, "day": day.day, **others}


_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A provision that changes how others apply; ``act`` is empty when it is not established."""

    __pydantic_config__ = _STRICT

    act: str
    article: str
    confirmed: Confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Norm):
    """The provision by which a rule does not bind in a regime."""

    regime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """A legal regime from the day ``since`` to the day ``until``, both included.

    ``during`` is «на час …»; ``holidays_work`` the provision that makes holidays working days.
    """

    __pydantic_config__ = _STRICT

    name: str
    title: Names
    during: str
    since: Annotated[date, Field(alias="from")]
    until: Until
    ground: str
    holidays_work: Norm | None = None

    def covers(self, day: date) -> bool:
        """Whether the regime holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the law asks from the day ``since`` to the day ``until`` (``None``: no known bound).

    ``least`` and ``most`` count in ``unit``; ``confirmed`` says how sure the rule is.
    """

    __pydantic_config__ = _STRICT

    id: RuleId
    title: str
    act: str
    article: str
    applies_to: Literal["bills", "acts", "sessions", "site"]
    least: int = 0
    most: int = 0
    unit: Literal["working-day", "day", "month"] | None = None
    since: Since
    until: Until
    suspended: Suspension | None = None
    confirmed: Confirmed

    @property
    def ground(self) -> str:
        """The act and the article; one that is not established is left out."""
        return ", ".join(filter(None, (self.act, self.article)))

    def holds(self, day: date) -> bool:
        """Whether the rule is law on a day."""
        since, until = self.since, self.until
        return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Where the site has what article 15(1) names."""

    __pydantic_config__ = _STRICT

    key: str
    title: str
    url: Annotated[str, Field(pattern=r"^/(.+/)?$")]


@dataclass(frozen=True, kw_only=True)
class Law:
    """All that the file says; ``digest`` is that of the file."""

    __pydantic_config__ = _STRICT

    regimes: tuple[Regime, ...] = ()
    holidays: tuple[Annotated[Holiday, BeforeValidator(_holiday)], ...] = ()
    rules: tuple[Rule, ...] = ()
    sections: tuple[Section, ...] = ()
    digest: str = ""

    @cached_property
    def calendar(self) -> Calendar:
        """The working days."""
        worked = tuple((one.since, one.until) for one in self.regimes if one.holidays_work)
        return Calendar(self.holidays, worked)

    def regime(self, name: str) -> Regime:
        """Return a regime by its name."""
        return next(one for one in self.regimes if one.name == name)

    def is_suspended(self, rule: Rule, day: date) -> bool:
        """Whether a rule does not bind on a day because of a regime."""
        return rule.suspended is not None and self.regime(rule.suspended.regime).covers(day)
