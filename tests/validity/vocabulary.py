"""The vocabulary of schema.org, as the package schema-dts (tests/package.json) lists it."""

import re
from functools import cache
from pathlib import Path

_LIST = Path(__file__).parents[1] / "node_modules" / "schema-dts" / "dist" / "schema.d.ts"
_TYPE = re.compile(
    r"^(?:export )?interface (\w+?)(?:Base|Leaf) extends (.+?) \{(.*?)^\}", re.M | re.S
)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\w+">;', re.M)

Ranges = dict[str, frozenset[str]]


@cache
def _types() -> dict[str, tuple[frozenset[str], Ranges]]:
    """Return for each type what it is a kind of and what its own properties take."""
    types: dict[str, tuple[frozenset[str], Ranges]] = {}
    for name, above, body in _TYPE.findall(_LIST.read_text("utf-8")):
        parents, ranges = types.get(name, (frozenset(), {}))
        more = {one.removesuffix("Base") for one in re.findall(r"\w+Base", above)} - {name}
        own = {key: frozenset(re.findall(r"\w+", value)) for key, value in _PROPERTY.findall(body)}
        types[name] = parents | more, {**ranges, **own}
    return types


def is_type(name: str) -> bool:
    """Tell whether schema.org has such a type."""
    return name in _types()


def lineage(name: str) -> frozenset[str]:
    """Return a type and all that it is a kind of."""
    above = (lineage(parent) for parent in _types()[name][0])
    return frozenset({name}).union(*above)


def takes(type_: str, key: str, value: object) -> bool:
    """Tell whether a thing of this type may have this property with such a value.

    A plain value is always fine: schema.org lets words stand where a thing is expected.
    """
    allowed = frozenset[str]().union(*(_types()[one][1].get(key, ()) for one in lineage(type_)))
    if isinstance(value, list):
        return all(takes(type_, key, one) for one in value)
    if isinstance(value, dict) and "@type" in value:
        return bool(allowed & lineage(value["@type"]))
    return bool(allowed)
