"""Addresses: each of its own."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site, rule

_RESERVED = ("/admin", "/admin/index.html")
_NUMBERED = {"acts": "цього органу, виду й року", "bills": "цього органу й року"}
"""Kinds whose number makes their address: to call the file otherwise changes nothing."""


@rule("address-twice", says="Кожна адреса належить одному тексту")
def addresses_are_own(site: Site) -> Iterator[Problem]:
    """No two texts answer at one address, also when only the case differs; aliases count.

    Погано:  news/2026/voda.md і news/2026/2026-11-23-voda.md того самого року
    Добре:   news/2026/voda.md і news/2026/voda-2.md
    """
    own = [(text, text.address, "") for text in site.all_texts]
    old = [(text, alias, "aliases") for text in site.all_texts for alias in text.aliases]
    taken: dict[str, Text] = {}
    yield from (_reserved(*one) for one in (*own, *old) if _folded(one[1]) in _RESERVED)
    for text, address, field in [*own, *old]:
        name = _folded(address)
        if name in taken:
            yield _twice(text, address, field, taken[name].path)
        taken.setdefault(name, text)


def _reserved(text: Text, address: str, field: str) -> Problem:
    return Problem(
        path=text.path, line=text.lines.get(field, 1), field=field or "назва файла",
        message=f"за адресою {address} стоїть вебредактор. Оберіть іншу.", rule="address-twice",
    )  # fmt: skip


def _twice(text: Text, address: str, field: str, other: str) -> Problem:
    message = f"адреса {address} уже належить {other}. "
    if field:
        message += "Вилучіть її з aliases."
    elif text.kind in _NUMBERED:
        field = "number"
        message = f"такий номер {_NUMBERED[text.kind]} вже має {other}. Виправте номер або дату."
    else:
        message += "Перейменуйте один із файлів."
    return Problem(
        path=text.path, line=text.lines.get(field, 1), field=field or "назва файла",
        message=message, rule="address-twice",
    )  # fmt: skip


def _folded(address: str) -> str:
    plain = unquote(address) if "%" in address else address
    return plain.lower().rstrip("/") or "/"
