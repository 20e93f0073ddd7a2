"""A validator's findings in words for an editor: what is wrong and how to write it."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from plugins.council.fields import FieldError
from plugins.council.header import KINDS, Header
from plugins.council.header_words import KEY_WORDS
from plugins.council.header_yaml import Place
from plugins.council.problem import Problem
from plugins.council.quantities import plural

_ALIKE = 0.65  # how much a misspelt key resembles the right one; «template» is no «state»
_RELATION = "[{act: miska-rada/rishennia/2021/5-viii-194}]"
EXAMPLES = {
    "title": "title: Назва тексту",
    "summary": "summary: Одне-два речення про головне.",
    "date": "date: 2026-11-23",
    "published": "published: 2026-11-23",
    "adopted": "adopted: 2026-11-23",
    "starts": "starts: 2026-11-23 10:00",
    "body": "body: miska-rada",
    "kind": "kind: rishennia",
    "number": "number: 5/VIII-194",
    "convocation": "convocation: 8",
    "agenda": 'agenda: [{item: "1", title: Про бюджет}]',
    "item": 'item: "1"',
    "mandates": "mandates: [{body: miska-rada, convocation: 8}]",
    "level": "level: warning",
    "file": "file: images/foto.jpg",
    "alt": "alt: що видно на зображенні",
    "note": "note: що змінено",
    "reason": "reason: чому",
    "rule": "rule: link",
    "approved_by": "approved_by: посада того, хто дозволив",
    "gallery": "gallery: [{file: images/foto.jpg, alt: що видно на зображенні}]",
    "attachments": "attachments: [{file: files/lyst.pdf, title: Лист}]",
    "changes": "changes: [{date: 2026-11-23, note: що змінено}]",
    "allow": "allow: [{rule: link, reason: чому, approved_by: посада}]",
    "withdrawn": "withdrawn: {date: 2026-11-23, reason: чому}",
    "outcome": "outcome: {rejected: 2026-11-23}",
    "about": "about: [miska-rada/rishennia/2021/5-viii-194]",
    "topics": "topics: [voda, transport]",
    "aliases": "aliases: [/stara-adresa/]",
    **{
        name: f"{name}: {_RELATION}"
        for name in ("amends", "repeals", "suspends", "restores", "implements", "corrects")
    },
}
"""How a key is written, by its name."""


def problems_of(
    error: ValidationError, kind: type[Header], lines: Mapping[Place, int], path: str
) -> Iterator[Problem]:
    """Yield a Problem for each finding of pydantic, with the line of the key it is about."""
    capital = {(str(place[-1]).lower(),) for place in lines if len(place) == 1} - lines.keys()
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        if place in capital:
            continue  # it is there as «Title», which is told already
        line = _line(lines, place)
        if isinstance(fault := detail.get("ctx", {}).get("error"), FieldError):
            line = lines.get((fault.field,)) or lines.get((fault.beside,), line)
            place = (fault.field,)
        field = ".".join(part for part in place if isinstance(part, str)) or "шапка"
        message = _message(detail, kind, place in lines)
        yield Problem(path=path, line=line, field=field, message=message, rule="header")


def _line(lines: Mapping[Place, int], place: Place) -> int:
    while place not in lines and place:
        place = place[:-1]
    return lines.get(place, 1)


def _message(detail: ErrorDetails, kind: type[Header], present: bool) -> str:
    names = [str(part) for part in detail["loc"] if isinstance(part, str)]
    example = EXAMPLES.get(names[-1], f"{names[-1]}: …") if names else ""
    value, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "missing" if present:
            return f"порожнє значення. Заповніть його: «{example}»."
        case "missing":
            return f"немає обов’язкового ключа. Додайте рядок «{example}»."
        case "extra_forbidden":
            return _unknown_key(detail["loc"], kind)
        case "literal_error":
            expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            return f"«{value}» тут не буває. Оберіть одне з: {expected}."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"«{value}» – не ціле число. Напишіть лише цифри, наприклад 5."
        case "int_parsing_size":
            return "число завелике. Напишіть коротше, наприклад 5."
        case "greater_than_equal" | "less_than_equal":
            return f"«{str(value)[:20]}» тут не буває. Напишіть порядковий номер, наприклад 5."
    return _shape_message(detail["type"], value, context, example)


def _shape_message(type_: str, value: object, context: Mapping[str, Any], example: str) -> str:
    match type_:
        case "too_long" | "string_too_long":
            typed = plural(len(str(value)), "знак", "знаки", "знаків")
            return f"надто довго: {typed}. Скоротіть до {context['max_length']}."
        case "string_type" if isinstance(value, list | dict):
            return (
                "тут має бути просте значення, не список. Приберіть дужки й дефіси; "
                "якщо вони потрібні, візьміть усе значення в лапки."
            )
        case "too_short" | "string_too_short" | "string_type":
            return "порожнє значення. Заповніть його або вилучіть рядок."
        case "tuple_type":
            return f"тут потрібен список. Напишіть так: {example}"
    return f"тут потрібні ключі зі значеннями. Напишіть так: {example}"


def _unknown_key(place: Place, kind: type[Header]) -> str:
    typed = str(place[-1])
    schema = _schema(kind, place)
    near = _meant(typed.lower().replace("-", "_"), _keys(schema))
    if near and near[0] == typed.lower():
        return f"ключі пишуть малими літерами. Напишіть «{near[0]}»."
    folders = [f"{name}/" for name, other in KINDS.items() if typed in other.model_fields]
    if folders and schema is kind:
        where = ", ".join(folders)
        return f"тут цього ключа не буває, він для текстів із {where}. Вилучіть рядок."
    if near:
        return f"невідомий ключ. Можливо, «{near[0]}»?"
    if schema is kind:
        return "невідомий ключ. Вилучіть рядок або знайдіть потрібний у docs/content-guide.md."
    return f"невідомий ключ. Тут бувають: {', '.join(_keys(schema))}."


def _meant(typed: str, keys: list[str]) -> list[str]:
    """Return the key that was meant, if any: spelt otherwise or called in Ukrainian («назва»)."""
    called = [key for key in keys if KEY_WORDS.get(key, "").split(" ")[0].rstrip(",:") == typed]
    if called:
        return [min(called, key=lambda key: len(KEY_WORDS[key]))]
    return difflib.get_close_matches(typed, keys, n=1, cutoff=_ALIKE)


def _keys(schema: type[BaseModel]) -> list[str]:
    """Return the keys of a record as editors write them."""
    return [field.alias or name for name, field in schema.model_fields.items()]


def _schema(kind: type[BaseModel], place: Place) -> type[BaseModel]:
    """Return the record in which the last key of the place stands."""
    schema = kind
    for name in place[:-1]:
        if isinstance(name, str):
            schema = _record(schema.model_fields[name]) or schema
    return schema


def _record(field: FieldInfo) -> type[BaseModel] | None:
    """Find the record in an annotation such as ``tuple[Relation, ...]`` or ``Outcome | None``."""
    waiting: list[Any] = [field.annotation]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
        waiting.extend(get_args(one))
    return None
