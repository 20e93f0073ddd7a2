"""What an editor does between two builds, the same for every generator."""

import re
from dataclasses import replace
from datetime import date
from random import Random

from tests.benchmarks.corpus import LAST, SEED, lone_act
from tests.benchmarks.document import Document
from tests.benchmarks.site import Site

STEPS = {
    "pages": "cold: pages, lists, feeds, sitemap alone",
    "data": "cold: with all data, without search",
    "twins": "cold: everything, with .br and .gz",
    "cold": "cold: everything; no output, no cache",
    "nothing": "nothing to do",
    "edit": "one edit",
    "retitle": "retitle",
    "new": "new document",
    "backdated": "backdated new document",
    "delete": "delete",
    "theme": "theme change",
    "topic": "one topic renamed",
}
"""The changes of one turn, in their order, and what tables call them.

Those that follow «cold» build everything, without twins, as ``make html`` does.
"""

BACKDATED = date(2015, 6, 10)
_LINK = re.compile(r"\]\(([^)]+)\)")


def change(step: str, turn: int, site: Site, acts: list[Document]) -> None:
    """Make a change of ``STEPS`` on one of ``acts``, another each ``turn``: no turn is a repeat."""
    match step:
        case "pages" | "data" | "twins" | "cold":
            site.forget()
            site.choose(
                data=step != "pages", search=step in ("twins", "cold"), twins=step == "twins"
            )
        case "edit":
            one = acts[3 * turn]
            site.put(replace(one, text=f"{one.text}\nДоповнення {turn} (зразок).\n"))
        case "retitle":
            one = acts[3 * turn + 1]
            site.put(replace(one, title=f"Про виправлену назву {turn} (зразок)"))
        case "new":
            site.put(lone_act(2 * turn, LAST))
        case "backdated":
            site.put(lone_act(2 * turn + 1, BACKDATED))
        case "delete":
            site.remove(acts[3 * turn + 2])
        case "theme":
            site.change_theme(f"Зміна {turn}")
        case "topic":
            site.rename_topic("voda", f"Вода {turn}")


def lone_acts(documents: tuple[Document, ...]) -> list[Document]:
    """Return the acts to which nothing leads, in a random order: any of them may be deleted."""
    named = {path for one in documents for _, _, path in one.relations}
    named |= {path for one in documents for path in _LINK.findall(one.text)}
    reported = {identity for one in documents for identity in one.about}
    acts = [
        one
        for one in documents
        if one.kind == "acts" and one.path not in named and one.identity not in reported
    ]
    Random(SEED).shuffle(acts)
    return acts
