"""The shape of ``content/data/site.yaml``: what every page shows, and where its menus lead."""

from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from plugins.council.fields import Email, Phone, Target

Named = str | dict[str, str]
"""A word, or the word in several languages: ``{uk: …, en: …}``."""


def _leads(url: str) -> str:
    if not url.startswith(("/", "https://", "http://")):
        raise ValueError("посилання меню починається з / або https://.")
    return url


class _Link(BaseModel):
    title: Named
    url: Annotated[Target, AfterValidator(_leads)]


class _LinkGroup(BaseModel):
    title: Named
    links: list[_Link]


class _Security(BaseModel):
    """``security.txt``: a contact of its own, and the day until which the file holds."""

    contact: str = ""
    expires: date


class _Site(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Named = ""
    motto: Named = ""
    jurisdiction: str = ""
    address: Named = ""
    phone: Phone | None = None
    email: Email | None = None
    main_unit: str | None = None
    report_errors_to: Email | None = None
    security: _Security | None = None
    menu: list[_Link] = []
    footer: list[_LinkGroup] = []
    tasks: list[_Link] = []


def fault_of(tree: dict[str, Any]) -> tuple[tuple[int | str, ...], str] | None:
    """Return where the file's shape is wrong and, in words for an editor, how."""
    try:
        _Site.model_validate(tree)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return first["loc"], _message(first)
    return None


def _message(first: ErrorDetails) -> str:
    place = " → ".join(str(part) for part in first["loc"] if part not in ("str", "dict"))
    if first["type"] == "extra_forbidden":
        near = get_close_matches(place, _Site.model_fields, n=1)
        return f"невідомий ключ «{place}»." + (f" Можливо, «{near[0]}»?" if near else "")
    if first["type"] == "value_error" and not place.startswith(("menu", "footer", "tasks")):
        return f"{place}: {first['ctx']['error']}"
    return (
        f"«{place}» записано не так. Пункт меню – це "
        "«- {title: {uk: Новини, en: News}, url: /novyny/}»."
    )
