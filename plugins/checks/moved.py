"""The list of addresses of the former site leads to what is there."""

from collections.abc import Container, Iterator
from urllib.parse import unquote

from plugins.council.moved import FILE, numbered
from plugins.council.problem import Problem
from plugins.output import Site, rule


@rule("data", says="Перелік старих адрес веде до того, що є")
def moved_addresses_lead_somewhere(site: Site, addresses: Container[str]) -> Iterator[Problem]:
    """Every line of data/moved.tsv is read and leads to a page of the site.

    Погано:  /stara/	https://chuzhyi.ua/
    Добре:   /stara/	/novyny/
    """
    for number, pair in numbered(site.vocabulary.moved):
        if message := _fault(pair, addresses):
            yield Problem(
                path=FILE, line=number, field="дані", message=message, rule="data",
                severity="warning",
            )  # fmt: skip


def _fault(pair: tuple[str, str] | None, addresses: Container[str]) -> str:
    if pair is None:
        return "рядок не читається. Напишіть: /stara-adresa/, табуляція, /nova-adresa/."
    old, new = pair
    if old == new:
        return f"адреса {old} веде сама на себе. Вилучіть рядок."
    if unquote(new.partition("#")[0].partition("?")[0]) not in addresses:
        return f"нова адреса {new} нікуди не веде. Виправте її або вилучіть рядок."
    return ""
