"""Addresses: each of its own, none ever lost."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site


def addresses_are_own(site: Site) -> Iterator[Problem]:
    """No two texts answer at one address, also when only the case differs; aliases count.

    Погано:  news/2026/voda.md і news/2026/2026-11-23-voda.md того самого року
    Добре:   news/2026/voda.md і news/2026/voda-2.md
    """
    taken: dict[str, Text] = {}
    for text in site.all_texts:
        for address, field in ((text.address, ""), *((a, "aliases") for a in text.header.aliases)):
            other = taken.setdefault(_folded(address), text)
            if other is text and not (field and _folded(address) == _folded(text.address)):
                continue
            yield Problem(
                path=text.path, line=text.lines.get(field, 1), field=field or "назва файла",
                message=f"адреса {address} уже належить {other.path}. "
                + ("Вилучіть її з aliases." if field else "Перейменуйте один із файлів."),
                rule="address-twice",
            )  # fmt: skip


def links_answer(site: Site, addresses: frozenset[str]) -> Iterator[Problem]:
    """A link to an address of this site leads to a page that is there.

    Погано:  [новини](/novosti/)
    Добре:   [новини](/novyny/)
    """
    for text in site.register.texts:
        for reference in text.references:
            if reference.kind == "address" and unquote(reference.target) not in addresses:
                yield Problem(
                    path=text.path, line=reference.line, field="текст", rule="link",
                    message=f"адреса {reference.target} нікуди не веде. "
                    "Краще посилайтеся на файл: [назва](pages/kontakty.md).",
                )  # fmt: skip


def ledger_still_answers(site: Site, addresses: frozenset[str]) -> Iterator[Problem]:
    """An address that was ever published still answers, with a page or a redirect.

    Погано:  файл вилучено або перейменовано
    Добре:   aliases: [/novyny/2026/stara-nazva/] у тексті, що його замінив
    """
    for number, line in enumerate(site.ledger, 2):
        if line.address not in addresses:
            yield Problem(
                path="data/ledger.tsv", line=number, field="address", rule="address-lost",
                message=f"{line.address} вже оприлюднено, а тепер там нічого немає. Поверніть "
                f"файл або допишіть «aliases: [{line.address}]» в тексті, що його замінив.",
            )  # fmt: skip


def _folded(address: str) -> str:
    return unquote(address).lower().rstrip("/") or "/"
