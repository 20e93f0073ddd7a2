"""The shape of ``content/data/law.yaml``: what the law asks of publication, as dated records.

A rule is never a constant in code: several change with the years and under martial law. Each says
by ``confirmed`` how sure it is, and a message about one that is not says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import combinations
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from plugins.council.working_days import Calendar, Holiday

RuleId = Literal[
    "bill-notice", "consultation-window", "act-publication", "normative-effect", "required-sections"
]
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
    applies_to: Literal["bills", "acts", "site"]
    least: int = 0
    most: int = 0
    unit: Literal["working-day", "month"] | None = None
    since: Since
    until: Until
    suspended: Suspension | None = None
    confirmed: Confirmed

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


class LawError(ValueError):
    """The file has another shape; ``place`` leads to the fault: ``("rules", 2, "most")``."""

    def __init__(self, place: tuple[int | str, ...], message: str) -> None:
        super().__init__(message)
        self.place = place


@cache
def _adapter() -> TypeAdapter[Law]:
    return TypeAdapter(Law)


def read_law(tree: Mapping[str, Any], digest: str) -> Law:
    """Return what the file says. Raises LawError in words for an editor."""
    try:
        law = _adapter().validate_python({**tree, "digest": digest})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise LawError(first["loc"], _message(first["type"], first["input"])) from None
    for place, message in _contradictions(law):
        raise LawError(place, message)
    return law


def _message(type_: str, value: object) -> str:
    match type_:
        case "missing":
            return "бракує цього ключа. Подивіться, як записано сусідні."
        case "unexpected_keyword_argument":
            return "невідомий ключ. Подивіться, як записано сусідні."
    return f"«{value}» тут не буває. Подивіться, як записано сусідні."


def _contradictions(law: Law) -> Iterator[tuple[tuple[int | str, ...], str]]:
    names = {one.name for one in law.regimes}
    for number, rule in enumerate(law.rules):
        if rule.suspended and rule.suspended.regime not in names:
            message = f"режиму «{rule.suspended.regime}» немає в regimes."
            yield ("rules", number, "suspended", "regime"), message
    for (_, one), (number, other) in combinations(enumerate(law.rules), 2):
        if one.id == other.id and _overlap(one, other):
            yield ("rules", number), f"дві норми «{one.id}» діють одночасно. Виправте from і to."


def _overlap(one: Rule, other: Rule) -> bool:
    return all(
        a.since is None or b.until is None or a.since <= b.until
        for a, b in ((one, other), (other, one))
    )
