"""Headers in the store: validated once, then restored without asking the validator again.

What lies in the store passed this very schema: the digest of the code is a part of what the
store is known by.
"""

from datetime import date, datetime
from functools import cache
from typing import Any

from plugins.council.dates import KYIV, Moment
from plugins.council.header import Header

Stored = tuple[dict[str, Any], list[str] | None]
"""The header's JSON, and which of its keys hold dates; ``None`` when it holds records."""


def header_fields(header: Header) -> Stored:
    """Return a header in its stored form."""
    fields = header.model_dump(mode="json", exclude_unset=True)
    values = {name: getattr(header, name) for name in fields}
    if not all(map(_is_plain, values.values())):
        return fields, None
    return fields, [name for name, value in values.items() if isinstance(value, date)]


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, str | int | date)


def restore_header(kind: type[Header], fields: dict[str, Any], dates: list[str] | None) -> Header:
    """Return the header that ``header_fields`` stored."""
    if dates is None:
        return kind.model_validate(fields)
    for name, value in fields.items():
        if isinstance(value, list):
            fields[name] = tuple(value)
    for name in dates:
        fields[name] = stored_moment(fields[name])
    header = kind.__new__(kind)
    object.__setattr__(header, "__dict__", {**_defaults(kind), **fields})
    object.__setattr__(header, "__pydantic_fields_set__", set(fields))
    object.__setattr__(header, "__pydantic_extra__", None)
    object.__setattr__(header, "__pydantic_private__", None)
    return header


def stored_moment(text: str) -> Moment:
    """Return the moment that was stored as ISO 8601; without an offset it is Kyiv's."""
    if len(text) == len("2026-11-23"):
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return moment.astimezone(KYIV) if moment.tzinfo else moment.replace(tzinfo=KYIV)


@cache
def _defaults(kind: type[Header]) -> dict[str, Any]:
    fields = kind.model_fields
    return {name: field.default for name, field in fields.items() if not field.is_required()}
