"""A validator's findings in words for an editor: what is wrong and how to write it."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plugins.council.fields import FieldError
from plugins.council.front_matter import Place
from plugins.council.header import Header
from plugins.council.problem import Problem

_EXAMPLES = {
    "title": "title: Назва тексту",
    "date": "date: 2026-11-23",
    "published": "published: 2026-11-23",
    "adopted": "adopted: 2026-11-23",
    "starts": "starts: 2026-11-23 10:00",
    "body": "body: miska-rada",
    "kind": "kind: rishennia",
    "number": "number: 5/VIII-194",
    "level": "level: warning",
}


def problems_of(
    error: ValidationError, kind: type[Header], lines: Mapping[Place, int], path: str
) -> Iterator[Problem]:
    """Yield a Problem for each finding of pydantic, with the line of the key it is about."""
    for detail in error.errors(include_url=False):
        place = tuple(part for part in detail["loc"] if not _is_branch(part))
        field, message = _field_and_message(detail, place, kind)
        line = _line(lines, (*place, field) if field not in place else place)
        yield Problem(path=path, line=line, field=field, message=message, rule="header")


def _is_branch(part: int | str) -> bool:
    """Pydantic names the branch of a union in a finding's place; an editor has no use for it."""
    return isinstance(part, str) and ("[" in part or "-" in part)


def _line(lines: Mapping[Place, int], place: Place) -> int:
    while place not in lines and place:
        place = place[:-1]
    return lines.get(place, 1)


def _field_and_message(detail: ErrorDetails, place: Place, kind: type[Header]) -> tuple[str, str]:
    names = [str(part) for part in place if isinstance(part, str)]
    field = names[-1] if names else "шапка"
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "value_error":
        error = context["error"]
        return (error.field if isinstance(error, FieldError) else field), str(error)
    return field, _message(detail["type"], field, detail["input"], context, kind)


def _message(
    type_: str, field: str, value: object, context: Mapping[str, Any], kind: type[Header]
) -> str:
    match type_:
        case "missing":
            example = _EXAMPLES.get(field)
            return f"немає обов’язкового ключа. Додайте рядок «{example or field + ': …'}»."
        case "extra_forbidden":
            return _unknown_key(field, kind)
        case "literal_error":
            expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            return f"«{value}» тут не буває. Оберіть одне з: {expected}."
        case "string_too_long":
            return f"надто довго. Щонайбільше {context['max_length']} символів."
        case "string_too_short" | "string_type":
            return "порожнє значення. Заповніть його або вилучіть рядок."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"«{value}» — не ціле число. Напишіть лише цифри, наприклад 5."
        case "tuple_type":
            return "тут потрібен список. Напишіть кожен рядок з «- »."
        case "model_type" | "model_attributes_type" | "dict_type":
            return "тут потрібні ключі зі значеннями в дужках { }, розділені комами."
    return "значення не підходить. Подивіться приклад у docs/content-guide.md."


def _unknown_key(field: str, kind: type[Header]) -> str:
    near = difflib.get_close_matches(field.lower(), kind.model_fields, n=1, cutoff=0.6)
    hint = f" Можливо, «{near[0]}»?" if near else " Перевірте назву в docs/content-guide.md."
    return f"невідомий ключ.{hint}"
