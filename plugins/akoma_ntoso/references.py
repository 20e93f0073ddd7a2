"""The things that an act's file names: other acts, the body that issued it, roles, events."""

from xml.etree.ElementTree import Element

from plugins.akoma_ntoso import names
from plugins.akoma_ntoso.act_inputs import Publisher
from plugins.akoma_ntoso.elements import ISSUER, ORIGINAL, add
from plugins.akoma_ntoso.relations import Related
from plugins.council.header import Act
from plugins.council.text import Text

_ROLES = ("author", "editor")
_EVENTS = ("suspended_by", "restored_by")


def add_references(
    around: Element, publisher: Publisher, text: Text, act: Act, others: tuple[Related, ...]
) -> None:
    """Add all that other parts of the file refer to by ``#…``."""
    made, words = add(around, "references", source=ISSUER), publisher.words
    jurisdiction, issuer = publisher.jurisdiction, publisher.bodies[text.body]
    _add(made, "original", ORIGINAL, names.work(text, jurisdiction), act.title)
    for one in others:
        tag = "activeRef" if one.is_active else "passiveRef"
        _add(made, tag, f"#{one.eid}", one.href, one.title, one.page)
    organization = names.ontology("organization", f"{jurisdiction}/{issuer.slug}")
    _add(made, "TLCOrganization", ISSUER, organization, issuer.name(text.lang))
    for role in _ROLES:
        _add(made, "TLCRole", f"#{role}", names.ontology("role", role), words[f"role_{role}"])
    if act.effective_from is not None:
        in_force = names.ontology("event", "in_force")
        _add(made, "TLCEvent", "#in_force", in_force, words["fact_effective_from"])
    happened = {one.relation for one in others if one.day is not None}
    for event in _EVENTS:
        if event in happened:
            href = names.ontology("event", event)
            _add(made, "TLCEvent", f"#{event}", href, words[f"tie_{event}"])


def _add(around: Element, tag: str, anchor: str, href: str, words: str, page: str = "") -> None:
    eid = anchor.removeprefix("#")
    made = add(around, tag, eId=eid, href=href, showAs=words)
    if page:
        made.set("dcterms:source", page)
