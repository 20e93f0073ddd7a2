"""The index of acts for the table of the register: a small file a year, in columns.

A new act rewrites the file of its year and no other. Bodies, kinds and statuses are numbers: in
the lists at the head of the file, in ``STATUSES``.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from plugins.council.addresses import SECTIONS
from plugins.council.status import FORCE_OF, WITHDRAWN
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Register, Site
from plugins.output.digest import digest_of
from plugins.pages.periods import Period, Periods

ROOT = f"/{SECTIONS['acts']}/"
INDEX = f"{ROOT}{{year}}/perelik.json"

STATUSES = (*FORCE_OF, WITHDRAWN)
"""Status by its number in the index; an act that is withdrawn has the last one."""

Row = tuple[Text, int]
"""An act and the number of its status."""


def index_outputs(site: Site, periods: Periods) -> Iterator[OutputGroup]:
    """Yield the index, a group for each year of the acts in Ukrainian."""
    for year in periods[ROOT]:
        acts = _acts(year)
        rows = Gathered(_known_by(acts, site.register), partial(_rows, acts, site.register))
        yield OutputGroup(
            name=f"acts-index-{year.year}", inputs=(year.year, rows), expand=expand_index
        )


def _acts(year: Period) -> tuple[Text, ...]:
    return year.texts or tuple(act for month in year.months for act in month.texts)


def _known_by(acts: tuple[Text, ...], register: Register) -> str:
    changed = [act.path for act in acts if act.path in register.standings]
    standings = [f"{path}|{register.standings[path].status}" for path in changed]
    return digest_of("|".join([act.digest for act in acts]), "|".join(standings))


def _rows(acts: tuple[Text, ...], register: Register) -> tuple[Row, ...]:
    return tuple((act, _status(act, register)) for act in acts)


def _status(act: Text, register: Register) -> int:
    return STATUSES.index(WITHDRAWN if act.withdrawn else register.standing(act).status)


def expand_index(year: int, rows: Gathered[Row]) -> Iterator[Output]:
    """Yield the file of a year."""
    yield Output(path=INDEX.format(year=year)[1:], inputs=(rows,), render=render_index)


def render_index(rows: Gathered[Row]) -> str:
    """Return the acts of a year, newest first; ``day`` is month and day («1002»).

    ``slug`` is the last part of an act's address where it is not the number itself, ``convocation``
    zero where there is none.
    """
    found = rows.gather()
    acts = [act for act, _ in found]
    bodies, kinds = (sorted({getattr(a, key) for a in acts}) for key in ("body", "act_kind"))
    columns: dict[str, list[Any]] = {
        "bodies": bodies,
        "kinds": kinds,
        "body": [bodies.index(act.body) for act in acts],
        "kind": [kinds.index(act.act_kind) for act in acts],
        "status": [status for _, status in found],
        "convocation": [act.convocation or 0 for act in acts],
        "day": [act.day.month * 100 + act.day.day if act.day else 0 for act in acts],
        "number": [act.number for act in acts],
        "slug": [_slug(act) for act in acts],
        "topics": [" ".join(act.topics) for act in acts],
        "title": [act.title for act in acts],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")) + "\n"


def _slug(act: Text) -> str:
    slug = act.identity.rpartition("/")[2]
    return "" if slug == act.number else slug
