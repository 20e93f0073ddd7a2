"""The list of addresses of the former site leads to what is there."""

from collections.abc import Container, Iterator
from urllib.parse import unquote

from plugins.council.moved import FILE, read_moved
from plugins.council.problem import Problem
from plugins.output import Site, rule


@rule("data", says="Перелік старих адрес веде до того, що є")
def moved_addresses_lead_somewhere(site: Site, addresses: Container[str]) -> Iterator[Problem]:
    """Every line of data/moved.tsv is read and leads to a page of the site.

    Погано:  /stara/	https://chuzhyi.ua/
    Добре:   /stara/	/novyny/
    """
    for number, line in enumerate(site.vocabulary.moved.splitlines(), 1):
        if line.strip() and not line.startswith("#") and (message := _fault(line, addresses)):
            yield Problem(
                path=FILE, line=number, field="дані", message=message, rule="data",
                severity="warning",
            )  # fmt: skip


def _fault(line: str, addresses: Container[str]) -> str:
    pair = next(read_moved(line), None)
    if pair is None:
        return "рядок не читається. Напишіть: /stara-adresa/, табуляція, /nova-adresa/."
    old, new = pair
    if old == new:
        return f"адреса {old} веде сама на себе. Вилучіть рядок."
    if unquote(new.partition("#")[0].partition("?")[0]) not in addresses:
        return f"нова адреса {new} нікуди не веде. Виправте її або вилучіть рядок."
    return ""
