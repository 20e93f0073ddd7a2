"""What the record of an act (``data.json``) consists of, as a JSON Schema, draft 2020-12."""

from typing import Any

from plugins.council.data_sets import ACT_SCHEMA
from plugins.open_data.act_json import SHOWN
from plugins.open_data.rows import STATUS
from plugins.output.json_text import as_json

_DAY = {"type": ["string", "null"], "format": "date"}
_URL = {"type": "string", "format": "uri"}
_WORDS = {"type": "string", "minLength": 1}
_NUMBER = {"type": ["integer", "null"]}

_RELATION = {
    "type": "object",
    "required": ["title", "url"],
    "properties": {
        "id": {
            **_WORDS,
            "description": "Ідентифікатор; зовнішній акт його не має.",
        },
        "title": _WORDS,
        "url": {"type": ["string", "null"], "format": "uri"},
        "note": _WORDS,
    },
    "additionalProperties": False,
}

_FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "id": (_WORDS, "Незмінний ідентифікатор: орган, вид, рік, номер."),
    "title": (_WORDS, "Назва."),
    "body": (_WORDS, "Орган, що видав акт."),
    "body_acts_now": (
        {"type": ["boolean", "null"]},
        "Чи діє цей орган тепер; null – не встановлено.",
    ),
    "history_note": ({"type": ["string", "null"]}, "Пояснення до актів органу, що більше не діє."),
    "kind": (_WORDS, "Вид акта."),
    "number": (_WORDS, "Номер, як в акті."),
    "adopted": ({"type": "string", "format": "date"}, "Дата ухвалення."),
    "status": ({"enum": sorted(set(STATUS.values()))}, "Чинність на час складання сайту."),
    "amended": ({"type": "boolean"}, "Чи внесено зміни."),
    "withdrawn": ({"type": "boolean"}, "Чи вилучено текст із сайту."),
    "url": (_URL, "Сторінка акта."),
    "data": (_URL, "Цей запис."),
    "eli": (_URL, "Європейський ідентифікатор законодавства (ELI): постійна адреса сторінки."),
    "short_url": ({"type": ["string", "null"], "format": "uri"}, "Коротка адреса, для паперу."),
    "status_since": (_DAY, "Відколи така чинність; null, якщо від початку."),
    "published": (_DAY, "Дата оприлюднення; null – не встановлено."),
    "effective_from": (_DAY, "Дата набрання чинності; null – не встановлено."),
    "convocation": (_NUMBER, "Номер скликання."),
    "session": (_NUMBER, "Номер сесії."),
    "normative": ({"type": ["boolean", "null"]}, "Чи нормативний; null – не встановлено."),
    "summary": ({"type": ["string", "null"]}, "Короткий виклад."),
    "topics": ({"type": "array", "items": _WORDS}, "Теми."),
    "withdrawal": (
        {
            "type": ["object", "null"],
            "required": ["date", "reason"],
            "properties": {"date": _DAY, "reason": _WORDS},
            "additionalProperties": False,
        },
        "Коли і чому текст вилучено із сайту.",
    ),
    "changes": (
        {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["date", "note"],
                "properties": {"date": _DAY, "note": _WORDS},
                "additionalProperties": False,
            },
        },
        "Що й коли змінено на сторінці.",
    ),
    "relations": (
        {
            "type": "object",
            "properties": {name: {"type": "array", "items": _RELATION} for name in SHOWN},
            "additionalProperties": False,
        },
        "Зв’язки з іншими актами; чого немає, того не названо.",
    ),
    "text": ({"type": "string"}, "Текст без розмітки."),
}


def render_schema(url: str) -> str:
    """Return the schema, for a site at this address."""
    return as_json({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{url}/{ACT_SCHEMA}",
        "title": "Акт",
        "type": "object",
        "required": list(_FIELDS),
        "properties": {
            name: {**form, "description": about} for name, (form, about) in _FIELDS.items()
        },
        "additionalProperties": False,
    })  # fmt: skip
