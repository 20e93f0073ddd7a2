"""Reading ``content/data/law.yaml``: its records, or the first fault in words for an editor."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plugins.council.law_data import Law, Rule


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
