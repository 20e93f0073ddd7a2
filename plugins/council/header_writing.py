"""A header as an editor would type it: the inverse of reading one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from plugins.council.dates import instant
from plugins.council.header_yaml import FrontMatterError, Plain, read_yaml
from plugins.council.misread_yaml import quoted

_IN_BRACKETS = re.compile(r"[,\[\]{}:#\"'&*!|>%@`?]|^-|^\s|\s$")


def header_line(key: str, value: object) -> str:
    """Return ``key: value`` as YAML reads it back; a list or record stands in brackets."""
    return f"{key}: {_value(value)}".rstrip()


def scalar(text: str) -> str:
    """Return a text as YAML reads it back: in quotes only where it must be."""
    try:
        values, _ = read_yaml(f"title: {text}")
    except FrontMatterError:
        return quoted(text)
    same = values.get("title") == text and not Plain(text).looks_like
    return text if same else quoted(text)


def _value(value: object, inside: bool = False) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "так" if value else "ні"
        case datetime():
            return f"{instant(value):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case str():
            return quoted(value) if inside and _must_be_quoted(value) else scalar(value)
        case Mapping():
            pairs = (f"{key}: {_value(one, inside=True)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case Sequence():
            return "[" + ", ".join(_value(one, inside=True) for one in value) + "]"
    return str(value)


def _must_be_quoted(text: str) -> bool:
    return not text or bool(_IN_BRACKETS.search(text)) or Plain(text).looks_like is not None
