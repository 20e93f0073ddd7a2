"""Types of header values, each with its own Ukrainian words for what is wrong."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar
from urllib.parse import unquote

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator

from plugins.council import dates
from plugins.council.control import first_control, without_invisible
from plugins.council.dates import KYIV, parse_moment
from plugins.council.header_yaml import Plain
from plugins.council.misread_yaml import quoted
from plugins.council.numbers import normalise_number, number_slug

_TRUTHS = {"так": True, "true": True, "yes": True, "ні": False, "false": False, "no": False}
_ADDRESS = re.compile(r"(?:/[^\s/?#%\\\"'<>.][^\s/?#%\\\"'<>]*)+/?")
_WORDPRESS = re.compile(r"/\?(?:p|page_id|attachment_id)=([1-9]\d{0,14})", re.ASCII)
_PAGE_FILE = re.compile(r"[^/]*\.html?/")
_NO_NUMBER = re.compile(r"^[^\w]|\.\.|[<>{}|\\]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_OUTSIDE = re.compile(r"https?://[^\s/?#]|mailto:\S|tel:[+\d]", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_AMOUNT = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,3})?")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


Item = TypeVar("Item", bound=str)


class FieldError(ValueError):
    """A fault that concerns two keys; ``field`` names the one to mend, ``beside`` the other."""

    def __init__(self, field: str, message: str, beside: str) -> None:
        super().__init__(message)
        self.field = field
        self.beside = beside


def _text(value: object) -> object:
    """Accept text only; what YAML would take for a number or a date is to be quoted."""
    if isinstance(value, Plain) and value.looks_like:
        raise ValueError(
            f"це схоже на {value.looks_like}, а не на текст. Візьміть у лапки: {quoted(value)}"
        )
    return " ".join(without_invisible(value).split()) if isinstance(value, str) else value


def _verbatim(value: object) -> object:
    return str(value).strip() if isinstance(value, str) else value


def _moment(value: object) -> date | datetime:
    if isinstance(value, list | dict):
        raise ValueError("тут потрібна одна дата. Напишіть її без дужок, наприклад 2026-11-23.")
    return parse_moment(str(value) if isinstance(value, str) else value)


def _day(value: object) -> date:
    moment = _moment(value)
    if isinstance(moment, datetime):
        raise ValueError("тут потрібна лише дата, без часу. Напишіть, наприклад, 2026-11-23.")
    return moment


def moment_text(moment: date | datetime) -> str:
    """Return a moment as an editor would write it: Kyiv's date, and time if it has one.

    The second of the hours that come twice in autumn needs its offset to be told from the first.
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment.astimezone(KYIV)
    return local.isoformat(" ") if local.fold else local.strftime("%Y-%m-%d %H:%M:%S")


def _truth(value: object) -> object:
    if isinstance(value, bool):
        return value
    answer = _TRUTHS.get(str(value).lower())
    if answer is None:
        raise ValueError(f"«{value}» не є відповіддю. Напишіть «так» або «ні».")
    return answer


def _amount(value: object) -> Decimal:
    """Read a number of staff units: ``1``, ``0.5`` or, as people write it, ``0,5``."""
    written = str(value).strip().replace(",", ".")
    if not _AMOUNT.fullmatch(written):
        raise ValueError(f"«{value}» – не кількість. Напишіть число, наприклад 1 або 0.5.")
    return Decimal(written)


def _many(value: object) -> object:
    """Accept one thing where a list is meant: ``topics: voda``."""
    return value if isinstance(value, list | tuple) else [value]


def _once(values: tuple[Item, ...]) -> tuple[Item, ...]:
    """Keep each thing once; addresses that differ only in case are one."""
    kept: dict[str, Item] = {}
    for value in values:
        kept.setdefault(value.lower(), value)
    return tuple(kept.values())


def _number(value: str) -> str:
    number = normalise_number(value)
    try:
        if _NO_NUMBER.search(number):
            raise ValueError
        number_slug(number)
    except ValueError:
        raise ValueError(
            f"«{value}» – не номер. Напишіть його, як в акті, наприклад 5/VIII-194."
        ) from None
    return number


def old_address(value: str) -> str:
    """Return an old address of a page as servers know it: decoded, with ``/`` at the end.

    Only ``….html`` stays a file, since other names would hide a folder behind a file's name.
    WordPress's ``/?p=12`` stands for ``/p/12/``, where a page can lie (pages/redirects.py).
    Raises ValueError for what is no address of a page.
    """
    if numbered := _WORDPRESS.fullmatch(value):
        return f"/p/{numbered[1]}/"
    address = unquote(value).removesuffix("index.html")
    if not _ADDRESS.fullmatch(address) or first_control(address) is not None:
        raise ValueError(
            f"«{value}» не є адресою на цьому сайті. Напишіть лише шлях, наприклад /stara-adresa/."
        )
    last = address.rpartition("/")[2]
    folders = address if last.endswith((".html", ".htm")) else address.rstrip("/") + "/"
    if _PAGE_FILE.search(folders) or ("." in last and not last.endswith((".html", ".htm", ".php"))):
        raise ValueError(f"«{value}» – адреса файла, а не сторінки. Вилучіть її з aliases.")
    return folders


def _target(value: str) -> str:
    """Where an alert leads: a path of content/, an address of the site or of another one."""
    if _OUTSIDE.match(value) or re.fullmatch(r"/(?:[^\s/\\][^\s\\]*)?", value):
        return value
    try:
        if ":" in value:
            raise ValueError
        return content_path(value)
    except ValueError:
        raise ValueError(
            f"«{value}» не є посиланням. Напишіть https://…, /kontakty/ або pages/kontakty.md."
        ) from None


def _web(value: str) -> str:
    if not _WEB.match(value):
        raise ValueError(f"«{value}» не є вебадресою. Почніть її з https://.")
    return value


def _phone(value: str) -> str:
    if sum(sign.isdigit() for sign in value) < 3:
        raise ValueError(f"«{value}» – не телефон. Напишіть його цифрами: +38 (0626) 00-00-00.")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError(f"«{value}» не є поштовою адресою. Напишіть її так: nazva@domen.ua.")
    return value


def _slug(value: str) -> str:
    if "," in value:
        raise ValueError(f"кілька ключів беруть у квадратні дужки. Напишіть [{value}].")
    if not SLUG.fullmatch(value):
        raise ValueError(
            f"«{value}» – не ключ. Ключ пишуть малими латинськими літерами через дефіс: miska-rada."
        )
    return value


def content_path(value: str) -> str:
    """Return a path inside the content folder, normalised.

    Raises ValueError for an absolute path, a climb (``..``) or a hidden file.
    """
    path = value.replace("\\", "/").removeprefix("./").removeprefix("content/")
    parts = path.split("/")
    if not all(parts) or any(part.startswith(".") for part in parts):
        raise ValueError(
            f"«{value}» – не шлях у content/. Пишіть його від теки content: images/foto.jpg."
        )
    return path


Text = Annotated[str, BeforeValidator(_text)]
Verbatim = Annotated[str, BeforeValidator(_verbatim)]
Title = Annotated[Text, Field(min_length=1, max_length=500)]
Summary = Annotated[Text, Field(max_length=300)]
Moment = Annotated[
    dates.Moment, PlainValidator(_moment), PlainSerializer(moment_text, return_type=str)
]
Day = Annotated[date, BeforeValidator(_day)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Amount = Annotated[Decimal, PlainValidator(_amount), PlainSerializer(str, return_type=str)]
Slug = Annotated[Verbatim, AfterValidator(_slug)]
Number = Annotated[Verbatim, Field(max_length=60), AfterValidator(_number)]
Address = Annotated[Verbatim, AfterValidator(old_address)]
ContentPath = Annotated[Verbatim, AfterValidator(content_path)]
Target = Annotated[Verbatim, AfterValidator(_target)]
Web = Annotated[Verbatim, AfterValidator(_web)]
Email = Annotated[Verbatim, AfterValidator(_email)]
Phone = Annotated[Verbatim, AfterValidator(_phone)]
Ordinal = Annotated[int, Field(ge=1, le=999)]
Many = BeforeValidator(_many)
Once = AfterValidator(_once)
