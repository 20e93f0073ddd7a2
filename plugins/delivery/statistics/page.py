"""«Відвідуваність»: a text for ``content/pages/``, which a person reads before it is published."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.council.dates import month_title
from plugins.council.quantities import integer, plural
from plugins.delivery.names import path_of
from plugins.delivery.statistics.visits import Visits

LEAST = 10
"""A page that was read by fewer is not named: of few readers one might be known."""
SHOWN = 20

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def page_text(visits: Visits, title_of: Callable[[str], str]) -> str:
    """Return the text; ``title_of`` an address is what its page is called, empty when unknown."""
    return "\n".join([*_head(), *_months(visits), *_acts(visits, title_of), *_how(visits)])


def titles(site: Path) -> Callable[[str], str]:
    """Return what pages of a built site are called, by their address."""

    def title_of(address: str) -> str:
        try:
            page = (site / path_of(address)).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""
        found = _TITLE.search(page)
        return html.unescape(found[1]).rpartition(" – ")[0].strip() if found else ""

    return title_of


def _head() -> Iterator[str]:
    yield "---"
    yield "title: Відвідуваність"
    yield "summary: Скільки сторінок читають щомісяця і які акти читають найчастіше."
    yield "---"


def _months(visits: Visits) -> Iterator[str]:
    yield "## За місяцями\n"
    yield "| Місяць | Прочитано сторінок |"
    yield "| --- | --- |"
    for month, pages in sorted(visits.months.items(), reverse=True):
        year, number = map(int, month.split("-"))
        yield f"| {month_title(year, number)} | {integer(pages)} |"
    yield ""


def _acts(visits: Visits, title_of: Callable[[str], str]) -> Iterator[str]:
    often = sorted(visits.acts.items(), key=lambda act: (-act[1], act[0]))
    named = [(title_of(address), address, count) for address, count in often if count >= LEAST]
    shown = [act for act in named if act[0]][:SHOWN]
    if not shown:
        return
    yield "## Які акти читають найчастіше\n"
    for title, address, count in shown:
        words = title.replace("[", "(").replace("]", ")")
        yield f"1. [{words}]({address}) – {plural(count, 'раз', 'рази', 'разів')}"
    yield ""


def _how(visits: Visits) -> Iterator[str]:
    yield "## Як пораховано\n"
    yield "Лише з журналу вебсервера: лічильників і файлів cookie на сайті немає, адреси читачів"
    yield "записуються без другої половини. Пораховано відкриті сторінки, а не людей."
    if visits.programs:
        shown = plural(visits.programs, "сторінку", "сторінки", "сторінок")
        yield f"Пошукові роботи та інші програми прочитали ще {shown}; їх тут не враховано."
    yield ""
