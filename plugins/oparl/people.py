"""People with their memberships, and the organizations in which they are members."""

from collections.abc import Iterator
from urllib.parse import quote

from plugins.council.addresses import BODIES
from plugins.council.header import Mandate, Person
from plugins.council.person_names import name_parts
from plugins.council.text import Text
from plugins.oparl.lists import whole
from plugins.oparl.objects import Object, Shared, of_text, organization_id, person_id, typed
from plugins.output import Gathered

KINDS = {"faction": "frakciia", "commission": "komisiia"}
"""Sort of organization → the beginning of its place in the list."""


def render_people(shared: Shared, people: Gathered[Text]) -> str:
    """Return all officials and deputies."""
    return whole("people", (_person(one, shared) for one in people.gather()), shared)


def _person(text: Text, shared: Shared) -> Object:
    person, parts = _header(text), name_parts(text.title)
    given = " ".join(parts[1:]).strip() if parts else ""
    offices = [one.office for one in person.mandates if one.office]
    return typed(
        "Person", person_id(text, shared),
        body=shared.body,
        name=text.title,
        familyName=parts and parts.family,
        givenName=given,
        phone=list(person.phones),
        email=list(person.email),
        status=[*filter(None, [person.position]), *offices],
        membership=[
            membership
            for number, one in enumerate(person.mandates, 1)
            for membership in _memberships(number, one, text, shared)
        ],
        **of_text(text, shared),
    )  # fmt: skip


def _header(text: Text) -> Person:
    assert isinstance(text.header, Person)
    return text.header


def _memberships(number: int, mandate: Mandate, text: Text, shared: Shared) -> Iterator[Object]:
    """Yield what a mandate makes one a member of; days that are not known are left out."""
    for place, (where, role) in enumerate(_organizations(mandate), 1):
        yield typed(
            "Membership", f"{person_id(text, shared)}/{number}/{place}",
            organization=organization_id(where, shared),
            role=role,
            startDate=mandate.since and mandate.since.isoformat(),
            endDate=mandate.until and mandate.until.isoformat(),
        )  # fmt: skip


def _organizations(mandate: Mandate) -> Iterator[tuple[str, str]]:
    yield mandate.body, "Депутат"
    if mandate.faction:
        yield _place("faction", mandate, mandate.faction), "Член фракції"
    for commission in mandate.commissions:
        yield _place("commission", mandate, commission), "Член комісії"


def _place(kind: str, mandate: Mandate, name: str) -> str:
    """Return a faction's or a commission's place: each convocation has its own."""
    return f"{mandate.body}/{mandate.convocation}/{KINDS[kind]}/{quote(name, safe='')}"


def render_organizations(shared: Shared, people: Gathered[Text], units: Gathered[Text]) -> str:
    """Return bodies, units, and the factions and commissions that mandates name."""
    found = {
        **{slug: _body(slug, shared) for slug in shared.words.bodies},
        **{one.identity: _unit(one, shared) for one in units.gather()},
    }
    for text in people.gather():
        for mandate in _header(text).mandates:
            found.update(_of_mandate(mandate, shared))
    return whole("organizations", found.values(), shared)


def _body(slug: str, shared: Shared) -> Object:
    body = shared.words.bodies[slug]
    return typed(
        "Organization", organization_id(slug, shared),
        body=shared.body,
        name=body.name(),
        shortName=body.detail("short"),
        organizationType="Gremium",
        web=f"{shared.url}/{BODIES}/{slug}/",
    )  # fmt: skip


def _unit(unit: Text, shared: Shared) -> Object:
    return typed(
        "Organization", organization_id(unit.identity, shared),
        body=shared.body,
        name=unit.title,
        organizationType="Verwaltungsbereich",
        **of_text(unit, shared),
    )  # fmt: skip


def _of_mandate(mandate: Mandate, shared: Shared) -> Iterator[tuple[str, Object]]:
    named = [("faction", "Fraktion", mandate.faction)] if mandate.faction else []
    named += [("commission", "Gremium", one) for one in mandate.commissions]
    for kind, sort, name in named:
        where = _place(kind, mandate, name)
        yield where, typed(
            "Organization", organization_id(where, shared),
            body=shared.body,
            name=name,
            organizationType=sort,
            subOrganizationOf=organization_id(mandate.body, shared),
        )  # fmt: skip
