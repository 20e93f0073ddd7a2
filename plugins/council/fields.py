"""Types of header values, each with its own Ukrainian words for what is wrong."""

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator

from plugins.council import dates
from plugins.council.dates import KYIV, parse_moment
from plugins.council.front_matter import Plain
from plugins.council.numbers import normalise_number

_TRUTHS = {"так": True, "true": True, "yes": True, "ні": False, "false": False, "no": False}
_ADDRESS = re.compile(r"/(?:[^\s/?#\\\"'<>]+/?)*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class FieldError(ValueError):
    """A fault that concerns two keys; ``field`` names the one to mend."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def _text(value: object) -> object:
    """Accept text only; what YAML would take for a number or a date is to be quoted."""
    if isinstance(value, Plain) and value.looks_like:
        raise ValueError(
            f'це схоже на {value.looks_like}, а не на текст. Візьміть у лапки: "{value}".'
        )
    return " ".join(value.split()) if isinstance(value, str) else value


def _verbatim(value: object) -> object:
    return str(value).strip() if isinstance(value, str) else value


def _moment(value: object) -> date | datetime:
    return parse_moment(str(value) if isinstance(value, str) else value)


def _day(value: object) -> date:
    moment = _moment(value)
    if isinstance(moment, datetime):
        raise ValueError("тут потрібна лише дата, без часу, наприклад 2026-11-05.")
    return moment


def moment_text(moment: date | datetime) -> str:
    """Return a moment as an editor would write it: Kyiv's date, and time if it has one."""
    if isinstance(moment, datetime):
        return moment.astimezone(KYIV).strftime("%Y-%m-%d %H:%M:%S")
    return moment.isoformat()


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value.lower() not in _TRUTHS:
            raise ValueError(f"«{value}» не є відповіддю. Напишіть «так» або «ні».")
        return _TRUTHS[value.lower()]
    return value


def _many(value: object) -> object:
    """Accept one thing where a list is meant: ``topics: voda``."""
    return value if isinstance(value, list | tuple) else [value]


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value) or value == "/" or ".." in value.split("/"):
        raise ValueError(
            f"«{value}» не є адресою на цьому сайті. Напишіть, наприклад, /stara-adresa/."
        )
    return value


def _target(value: str) -> str:
    """A link of an alert or an agenda: an address of the site, a content path or a web address."""
    if re.match(r"https?://[^\s/]+", value) or ("://" not in value and ":" not in value):
        return value
    raise ValueError(f"«{value}» не є посиланням. Почніть з https:// або з / .")


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"«{value}»: тут пишуть латинський ключ, наприклад «voda».")
    return value


def content_path(value: str) -> str:
    """Return a path inside the content folder, normalised.

    Raises ValueError for an absolute path, a climb (``..``) or a hidden file.
    """
    parts = value.replace("\\", "/").removeprefix("content/").split("/")
    if not all(parts) or any(part.startswith(".") for part in parts):
        raise ValueError(f"«{value}» — не шлях у content/. Напишіть, наприклад, images/foto.jpg.")
    return "/".join(parts)


Text = Annotated[str, BeforeValidator(_text)]
Verbatim = Annotated[str, BeforeValidator(_verbatim)]
Title = Annotated[Text, Field(min_length=1, max_length=500)]
Summary = Annotated[Text, Field(max_length=300)]
Moment = Annotated[
    dates.Moment, PlainValidator(_moment), PlainSerializer(moment_text, return_type=str)
]
Day = Annotated[date, BeforeValidator(_day)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Slug = Annotated[Verbatim, AfterValidator(_slug)]
Number = Annotated[Verbatim, AfterValidator(normalise_number), Field(min_length=1, max_length=60)]
Address = Annotated[Verbatim, AfterValidator(_address)]
ContentPath = Annotated[Verbatim, AfterValidator(content_path)]
Target = Annotated[Verbatim, AfterValidator(_target)]
Many = BeforeValidator(_many)
