"""The YAML of a header, read with the line of every key.

Scalars stay as typed (``number: 0012`` is «0012»), because an act's number is not a sum.
Tags, anchors, aliases and doubled keys are refused: they have no use in a header and are the
ways by which YAML surprises its authors.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from plugins.council.control import first_control, holds_invisible
from plugins.council.misread_yaml import misread

# Plain scalars that YAML 1.1 would turn into something other than text.
_YAML_TYPES: Any = yaml.resolver.Resolver()
_DEEPEST = 6  # levels; the deepest key of the contract stands on the third
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing where it is not quoted."""

_TYPE_NAMES = {
    "tag:yaml.org,2002:int": "число",
    "tag:yaml.org,2002:float": "число",
    "tag:yaml.org,2002:bool": "відповідь «так чи ні»",
    "tag:yaml.org,2002:timestamp": "дату",
}


class Plain(str):
    """An unquoted YAML scalar, as typed; it may look like a number, a date or a truth value."""

    __slots__ = ()

    @property
    def looks_like(self) -> str | None:
        """Return what YAML would take it for («число», «дату» …), ``None`` when text."""
        tag = _YAML_TYPES.resolve(yaml.ScalarNode, str(self), (True, False))
        return _TYPE_NAMES.get(tag)


Place = tuple[str | int, ...]
"""The way to a value: ``("gallery", 0, "alt")``; the header itself is ``()``."""


class FrontMatterError(ValueError):
    """The header cannot be read at all. ``line`` counts from 1; the message is for an editor.

    ``field`` is what a Problem names: «шапка», or «файл» where the whole file is at fault.
    """

    def __init__(self, line: int, message: str, field: str = "шапка") -> None:
        super().__init__(message)
        self.line = line
        self.field = field


def read_yaml(source: str) -> tuple[dict[str, Any], dict[Place, int]]:
    """Return the values of a header that begins on line 2, and the line of each.

    Raises FrontMatterError.
    """
    places: dict[Place, int] = {}
    # libyaml's parser: a tenth of the pure Python one's time on every cold build.
    events = yaml.parse(source, Loader=yaml.CSafeLoader)
    try:
        tree = _document(events, places)
    except yaml.MarkedYAMLError as error:
        at, message = misread(source.split("\n"), error)
        raise FrontMatterError(at + 2, message) from None
    except yaml.YAMLError:
        raise FrontMatterError(1, "шапка не читається. Наберіть її наново.") from None
    if not isinstance(tree, dict):
        raise FrontMatterError(2, "шапка – це рядки «ключ: значення», наприклад «title: Назва».")
    return tree, places


def _document(events: Iterator[Any], places: dict[Place, int]) -> object:
    tree: object = {}
    for event in events:
        if getattr(event, "explicit", False):  # the marks of YAML's own documents
            message = "рядок «...» чи «%» обриває шапку. Вилучіть його."
            raise FrontMatterError(_line(event), message)
        if isinstance(event, yaml.DocumentStartEvent):
            tree = _value(next(events), events, (), places)
    return tree


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 2


def _value(event: Any, events: Iterator[Any], place: Place, places: dict[Place, int]) -> object:
    places.setdefault(place, _line(event))
    if len(place) > _DEEPEST:
        raise FrontMatterError(_line(event), "забагато вкладених дужок чи відступів. Спростіть.")
    _require_simple(event, "значення")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, place, places)
    return _mapping(events, place, places)


def _require_simple(event: Any, what: str) -> None:
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else ""
    sign = sign or ("!" if event.tag else "")
    if sign:
        message = f"{what} починається зі знака «{sign}». Візьміть його в лапки або приберіть знак."
        raise FrontMatterError(_line(event), message)


def _scalar(event: Any) -> str | None:
    if not event.style:
        return None if event.value in NULLS else Plain(event.value)
    hidden = first_control(event.value) is not None or holds_invisible(event.value)
    if hidden:  # "\u0007" typed with a backslash: what was typed plainly is told or dropped before
        message = "недрукований знак, набраний через «\\». Вилучіть його."
        raise FrontMatterError(_line(event), message)
    return unicodedata.normalize("NFC", event.value)


def _sequence(events: Iterator[Any], place: Place, places: dict[Place, int]) -> list[object]:
    items: list[object] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, (*place, len(items)), places))
    return items


def _mapping(events: Iterator[Any], place: Place, places: dict[Place, int]) -> dict[str, object]:
    items: dict[str, object] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        _require_simple(event, "ключ")
        if not isinstance(event, yaml.ScalarEvent):
            message = "ключем має бути одне слово. Значення з дужок на початку беруть у лапки."
            raise FrontMatterError(_line(event), message)
        key = str(event.value)
        if key in items:
            raise FrontMatterError(_line(event), f"ключ «{key}» стоїть двічі. Лишіть один.")
        places[(*place, key)] = _line(event)
        items[key] = _value(next(events), events, (*place, key), places)
    return items
