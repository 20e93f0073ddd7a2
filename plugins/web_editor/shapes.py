"""What a key of the schema holds, found in its type: one moment, many texts, a list of records."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from plugins.council import fields
from plugins.council.header_base import Part

_NAMED: dict[str, Any] = {
    "title": fields.Title, "summary": fields.Summary, "text": fields.Text, "moment": fields.Moment,
    "day": fields.Day, "truth": fields.Truth, "amount": fields.Amount, "slug": fields.Slug,
    "number": fields.Number, "address": fields.Address, "path": fields.ContentPath,
    "target": fields.Target, "web": fields.Web, "email": fields.Email,
    "phone": fields.Phone,
    "verbatim": fields.Verbatim, "integer": int,
}  # fmt: skip
QUOTED = ("title", "summary", "text")
"""Types that refuse what YAML takes for a number or a date, unless it is in quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A key: its name in the header, what it holds, how many, whether it must be there.

    ``choices`` are the values of a closed list, ``part`` the record that a nested key holds;
    ``model`` is the record that the key belongs to.
    """

    name: str
    model: str
    holds: str
    many: bool
    required: bool
    default: Any = None
    choices: tuple[str, ...] = ()
    part: type[Part] | None = None


@cache
def shapes(model: type[Part]) -> tuple[Shape, ...]:
    """Return the shapes of a record's keys, in the order of the schema."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_shapes(model, hints))


def _shapes(model: type[Part], hints: dict[str, Any]) -> Iterator[Shape]:
    for name, info in model.model_fields.items():
        one, many = _bare(hints[name])
        yield Shape(
            name=info.alias or name, model=model.__name__, holds=_type(one), many=many,
            required=info.is_required(), default=info.default,
            choices=get_args(one) if _type(one) == "choice" else (),
            part=one if _type(one) == "part" else None,
        )  # fmt: skip


def _bare(hint: Any) -> tuple[Any, bool]:
    """Return the type without «or none» and without the tuple around it, and whether it is many."""
    if any(hint == named for named in _NAMED.values()):
        return hint, False
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _bare(arguments[0])
    if origin in (Union, types.UnionType):
        return _bare(next(one for one in arguments if one is not type(None)))
    if origin is tuple:
        return _bare(arguments[0])[0], True
    return hint, False


def _type(hint: Any) -> str:
    named = next((name for name, one in _NAMED.items() if one == hint), None)
    if named:
        return named
    return "part" if isinstance(hint, type) and issubclass(hint, Part) else "choice"
