"""Addresses: each of its own."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site, rule


@rule("address-twice", says="Кожна адреса належить одному тексту")
def addresses_are_own(site: Site) -> Iterator[Problem]:
    """No two texts answer at one address, also when only the case differs; aliases count.

    Погано:  news/2026/voda.md і news/2026/2026-11-23-voda.md того самого року
    Добре:   news/2026/voda.md і news/2026/voda-2.md
    """
    own = [(text, text.address, "") for text in site.all_texts]
    old = [(text, alias, "aliases") for text in site.all_texts for alias in text.aliases]
    taken: dict[str, Text] = {}
    for text, address, field in [*own, *old]:
        name = _folded(address)
        if name in taken:
            yield Problem(
                path=text.path, line=text.lines.get(field, 1), field=field or "назва файла",
                message=f"адреса {address} уже належить {taken[name].path}. "
                + ("Вилучіть її з aliases." if field else "Перейменуйте один із файлів."),
                rule="address-twice",
            )  # fmt: skip
        taken.setdefault(name, text)


def _folded(address: str) -> str:
    plain = unquote(address) if "%" in address else address
    return plain.lower().rstrip("/") or "/"
