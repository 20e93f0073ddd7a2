"""The System, with which a program begins, and the one Body: the city."""

from collections.abc import Iterator
from datetime import date

from plugins.council.data_sets import FOLDER as OPEN_DATA
from plugins.oparl.lists import whole
from plugins.oparl.objects import SCHEMA, Object, Shared, typed
from plugins.output.json_text import as_json


def render_system(shared: Shared) -> str:
    """Return the System."""
    return as_json(
        typed(
            "System", shared.file("system"),
            oparlVersion=SCHEMA,
            license=shared.license,
            body=shared.file("bodies"),
            name=shared.publisher,
            contactEmail=shared.contact,
            contactName=shared.publisher if shared.contact else None,
            website=f"{shared.url}/",
            web=f"{shared.url}/{OPEN_DATA}/#oparl",
        )
    )  # fmt: skip


def render_body(shared: Shared) -> str:
    """Return the Body as a file of its own."""
    return as_json(_body(shared))


def render_bodies(shared: Shared) -> str:
    """Return the list of bodies: there is one."""
    return whole("bodies", [_body(shared)], shared)


def _body(shared: Shared) -> Object:
    found = typed(
        "Body", shared.body,
        system=shared.file("system"),
        name=shared.publisher,
        website=f"{shared.url}/",
        license=shared.license,
        contactEmail=shared.contact,
        organization=shared.file("organizations"),
        person=shared.file("people"),
        meeting=shared.file("meetings"),
        paper=shared.file("papers"),
        web=f"{shared.url}/",
    )  # fmt: skip
    return {**found, "legislativeTerm": list(_terms(shared))}  # OParl wants it even when empty


def _terms(shared: Shared) -> Iterator[Object]:
    """Yield the convocations of all bodies; a day that nobody confirmed is left out."""
    for slug, body in shared.words.bodies.items():
        for one in body.details.get("convocations") or ():
            yield typed(
                "LegislativeTerm", f"{shared.body}#{slug}/{one.get('number')}",
                body=shared.body,
                name=f"{one.get('number')} скликання, {body.detail('short')}",
                startDate=_day(one.get("from")),
                endDate=_day(one.get("to")),
            )  # fmt: skip


def _day(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None
