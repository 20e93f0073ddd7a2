"""Rows of deputies and of staff. Of a person only what the council has published there.

Of birth, sex and home nothing is ever known here: such cells are «null» (law 2297-VI, art. 6).
"""

from collections.abc import Iterator

from plugins.council.header import Mandate, Person
from plugins.council.person_names import name_parts
from plugins.council.renditions import file_address
from plugins.open_data.records import Record, Shared
from plugins.open_data.tables import Row

_NAMES = ("familyName", "name", "additionalName")


def deputy_rows(record: Record, shared: Shared) -> Iterator[Row]:
    """Yield the row of a deputy, by the newest mandate."""
    text, person = record.text, record.text.header
    assert isinstance(person, Person)
    mandate = max(person.mandates, key=lambda one: one.convocation)
    yield {
        "id": text.identity,
        **dict(zip(_NAMES, name_parts(text.title) or (), strict=False)),
        "image": shared.url + file_address(record.file) if record.file else None,
        "biography": record.body.text(),
        "email": ", ".join(person.email),
        "telephone": ", ".join(person.phones),
        "homepage": shared.url + text.address,
        "openingHours": "; ".join(person.reception),
        **_of_mandate(mandate),
    }


def _of_mandate(mandate: Mandate) -> Row:
    return {
        "partyName": mandate.party,
        "factionName": mandate.faction,
        "commissionName": "; ".join(mandate.commissions),
        "areaId": mandate.district if mandate.district.isdecimal() else None,
    }


def post_rows(record: Record, shared: Shared) -> Iterator[Row]:
    """Yield a row for each position of a unit's staff list."""
    unit = record.text
    posts = [said for said in unit.mentions if said.sort == "staff"]
    for number, post in enumerate(posts, 1):
        yield {
            "uid": f"{unit.identity}/{number}",
            "authorityName": shared.publisher,
            "positionName": post.target,
            "unitName": unit.title,
            "unitId": unit.identity,
            "value": post.note,
        }
