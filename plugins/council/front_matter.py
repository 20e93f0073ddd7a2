"""The header of a text: YAML between two ``---`` lines, read with the line of every key.

Scalars stay as typed (``number: 0012`` is «0012»), because an act's number is not a sum.
Tags, anchors, aliases and doubled keys are refused: they have no use in a header and are the
ways by which YAML surprises its authors.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

FENCE = "---"
ADVICE = "Текст починається з шапки:\n---\ntitle: Назва\n…\n---\nДалі сам текст."

# Plain scalars that YAML 1.1 would turn into something other than text.
_YAML_TYPES: Any = yaml.resolver.Resolver()
_DEEPEST = 6  # levels; the deepest key of the contract stands on the third
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

type_names = {
    "tag:yaml.org,2002:int": "число",
    "tag:yaml.org,2002:float": "число",
    "tag:yaml.org,2002:bool": "так/ні",
    "tag:yaml.org,2002:timestamp": "дату",
}


class Plain(str):
    """An unquoted YAML scalar, as typed; it may look like a number, a date or a truth value."""

    __slots__ = ()

    @property
    def looks_like(self) -> str | None:
        """Return what YAML would take it for («число», «дату» …), ``None`` when text."""
        tag = _YAML_TYPES.resolve(yaml.ScalarNode, str(self), (True, False))
        return type_names.get(tag)


Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text taken apart: header values, the line of each value, the body and its first line."""

    values: Mapping[str, Any]
    lines: Mapping[Place, int]
    body: str
    body_line: int


class FrontMatterError(ValueError):
    """The header cannot be read at all. ``line`` counts from 1; the message is for an editor."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8 (a BOM and CRLF are forgiven), normalised to NFC.

    Raises FrontMatterError for other encodings and for control characters.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FrontMatterError(
            line, "файл не в кодуванні UTF-8. Збережіть його як «UTF-8» у своєму редакторі."
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line_text in enumerate(text.split("\n"), 1) if _has_control(text) else ():
        for character in line_text:
            if _is_control(character):
                raise FrontMatterError(
                    number,
                    f"недрукований символ U+{ord(character):04X}. Вилучіть його.",
                )
    return unicodedata.normalize("NFC", text)


_CONTROL = {code for code in range(32) if code not in (9, 10)} | {127, 0xFFFE, 0xFFFF}
_CONTROL_TABLE = dict.fromkeys(_CONTROL)


def _has_control(text: str) -> bool:
    return len(text.translate(_CONTROL_TABLE)) != len(text)


def _is_control(character: str) -> bool:
    return ord(character) in _CONTROL


def read_front_matter(text: str) -> FrontMatter:
    """Split a text at its fences and read the header.

    Raises FrontMatterError when there is no fence or the YAML cannot be read.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise FrontMatterError(1, f"немає шапки. {ADVICE}")
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise FrontMatterError(1, f"шапку не закрито другим рядком «---». {ADVICE}")
    values, places = _read_yaml("\n".join(lines[1:end]))
    return FrontMatter(values, places, "\n".join(lines[end + 1 :]), end + 2)


def _read_yaml(source: str) -> tuple[dict[str, Any], dict[Place, int]]:
    places: dict[Place, int] = {}
    # libyaml's parser: a tenth of the pure Python one's time on every cold build.
    events = yaml.parse(source, Loader=yaml.CSafeLoader)
    try:
        tree = _document(events, places)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 2
        raise FrontMatterError(line, _yaml_advice(error)) from None
    except yaml.YAMLError:
        raise FrontMatterError(1, "шапку не вдалося прочитати як YAML.") from None
    if not isinstance(tree, dict):
        raise FrontMatterError(2, "шапка — це рядки «ключ: значення».")
    return tree, places


def _yaml_advice(error: yaml.MarkedYAMLError) -> str:
    if "mapping values are not allowed" in (error.problem or ""):
        return 'двокрапка всередині значення. Візьміть усе значення в лапки: title: "Назва: далі".'
    if "tab" in str(error):
        return "відступ табуляцією. Зробіть відступ пробілами."
    return (
        "рядок не читається. Перевірте лапки, дужки й відступи; "
        "значення з «:», «#» чи «[» на початку беруть у лапки."
    )


def _document(events: Iterator[Any], places: dict[Place, int]) -> object:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            return _value(next(events), events, (), places)
    return {}


def _value(event: Any, events: Iterator[Any], place: Place, places: dict[Place, int]) -> object:
    line = event.start_mark.line + 2
    places.setdefault(place, line)
    if len(place) > _DEEPEST:
        raise FrontMatterError(line, "забагато вкладених дужок чи відступів.")
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise FrontMatterError(line, "знаки «&» і «*» на початку значення: візьміть його в лапки.")
    if event.tag:
        raise FrontMatterError(line, "знак «!» на початку значення: візьміть його в лапки.")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, place, places)
    return _mapping(events, place, places)


def _scalar(event: Any) -> str | None:
    if event.style is None or event.style == "":
        return None if event.value in _NULLS else Plain(event.value)
    return str(event.value)


def _sequence(events: Iterator[Any], place: Place, places: dict[Place, int]) -> list[object]:
    items: list[object] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, (*place, len(items)), places))
    return items


def _mapping(events: Iterator[Any], place: Place, places: dict[Place, int]) -> dict[str, object]:
    items: dict[str, object] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = event.start_mark.line + 2
        if not isinstance(event, yaml.ScalarEvent):
            raise FrontMatterError(line, "ключ має бути одним словом.")
        key = str(event.value)
        if key in items:
            raise FrontMatterError(line, f"ключ «{key}» стоїть двічі. Лишіть один.")
        places[(*place, key)] = line
        items[key] = _value(next(events), events, (*place, key), places)
    return items
