"""What the page of one text says to machines, as the kind of thing it is (schema.org)."""

from plugins.council.dates import Moment, iso
from plugins.council.header import (
    Act,
    Announcement,
    Bill,
    Consultation,
    Header,
    Minutes,
    News,
    Person,
    Relation,
    Report,
    Service,
    Session,
    Unit,
)
from plugins.council.renditions import fallback
from plugins.council.status import Status
from plugins.pages.json_ld import Node
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.stages import stage_words

LONGEST = 110  # characters of a headline: Google's limit


def text_node(inputs: PageInputs, shared: Shared, description: str, modified: str) -> Node:
    """The text of a page."""
    header, url = inputs.text.header, shared.absolute(inputs.text.address)
    # A language is a property of works, not of people and bodies.
    language = {} if isinstance(header, Unit | Person | Service) else {"inLanguage": header.lang}
    return {
        "@id": url + "#main",
        "url": url,
        "name": header.title,
        "description": description,
        **language,
        "image": _image(inputs, shared),
        **_own(header, inputs, shared, modified),
    }


def _own(header: Header, inputs: PageInputs, shared: Shared, modified: str) -> Node:
    """Return what only its kind has."""
    council = _council(shared)
    match header:
        case News():
            page = {"mainEntityOfPage": shared.absolute(inputs.text.address)}
            return _article("NewsArticle", header, modified, council) | page
        case Announcement(starts=starts) if starts is not None:
            return _event(starts, header, council)
        case Session():
            return _event(header.date, header, council) | {"recordedIn": _video(header)}
        case Announcement():
            return _article("Article", header, modified, council)
        case Report():
            return _work("Report", header.date, modified, council)
        case Minutes():
            return _work("DigitalDocument", header.date, modified, council)
        case Act():
            return _legislation(header, inputs, shared)
        case Bill() | Consultation():
            return _discussed(header, inputs, shared, modified)
        case Unit() | Person() | Service():
            return _of_council(header, council)
    return {"@type": "WebPage", "isPartOf": {"@id": shared.absolute("/#site")}}


def _council(shared: Shared) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "@id": shared.absolute("/#council"),
        "name": shared.frame.site_name,
        "url": shared.absolute("/"),
    }


def _article(type_: str, header: News | Announcement, modified: str, council: Node) -> Node:
    return {
        "@type": type_,
        "headline": header.title[:LONGEST],
        "datePublished": iso(header.date),
        "dateModified": modified,
        "author": council,
        "publisher": council,
    }


def _event(starts: Moment, header: Announcement | Session, council: Node) -> Node:
    place = {"@type": "Place", "name": header.place, "address": header.place}
    return {
        "@type": "Event",
        "startDate": iso(starts),
        "endDate": iso(header.ends) if header.ends else None,
        "location": place if header.place else None,
        "organizer": council,
    }


def _work(type_: str, published: Moment, modified: str, council: Node) -> Node:
    return {
        "@type": type_,
        "datePublished": iso(published),
        "dateModified": modified,
        "publisher": council,
    }


def _discussed(
    header: Bill | Consultation, inputs: PageInputs, shared: Shared, modified: str
) -> Node:
    """Return a bill or consultation with where it stands; a withdrawn one stands nowhere."""
    number = {"identifier": header.number} if isinstance(header, Bill) else {}
    stage = stage_words(inputs.text, inputs.stage, shared) if inputs.stage else ""
    return {
        **_work("DigitalDocument", header.published, modified, _council(shared)),
        **number,
        "creativeWorkStatus": stage,
    }


def _of_council(header: Unit | Person | Service, council: Node) -> Node:
    if isinstance(header, Service):
        return {"@type": "GovernmentService", "serviceOperator": council}
    contacts = {"telephone": list(header.phones), "email": list(header.email)}
    if isinstance(header, Person):
        job = {"@type": "Person", "jobTitle": header.position}
        return {**job, **contacts, "worksFor": council}
    place = {"address": header.address, "parentOrganization": council}
    return {"@type": "GovernmentOrganization", **contacts, **place}


def _video(session: Session) -> Node | None:
    if session.video is None:
        return None
    since = session.video_published
    known = {"uploadDate": since.isoformat()} if since else {}
    return {"@type": "VideoObject", "url": session.video, "name": session.title, **known}


_FORCE: dict[Status, str] = {
    "upcoming": "https://schema.org/NotInForce",
    "in_force": "https://schema.org/InForce",
    "amended": "https://schema.org/InForce",
    "suspended": "https://schema.org/NotInForce",
    "restored": "https://schema.org/InForce",
    "repealed": "https://schema.org/NotInForce",
    "never_in_force": "https://schema.org/NotInForce",
}
"""Status → schema.org LegalForceStatus."""


def _legislation(act: Act, inputs: PageInputs, shared: Shared) -> Node:
    """An act (ELI terms of schema.org); what is unknown is left out, not guessed."""
    body = shared.vocabulary.bodies[act.body]
    return {
        "@type": "Legislation",
        "legislationIdentifier": [
            act.number,
            shared.absolute(inputs.text.address),
        ],  # ELI: adr/0008
        "legislationType": shared.vocabulary.act_kinds[act.kind].name(shared.lang),
        "legislationDate": act.adopted.isoformat(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": body.name(shared.lang)},
        "legislationJurisdiction": "UA",
        "datePublished": iso(act.published) if act.published else None,
        "legislationDateOfApplicability": act.effective_from.isoformat()
        if act.effective_from
        else None,
        "legislationLegalForce": _FORCE[inputs.standing.status],
        "legislationChanges": _related(act.amends, "amends", inputs, shared),
        "legislationRepeals": _related(act.repeals, "repeals", inputs, shared),
        "legislationCorrects": _related(act.corrects, "corrects", inputs, shared),
    }


def _related(
    relations: tuple[Relation, ...], name: str, inputs: PageInputs, shared: Shared
) -> list[Node]:
    if not relations:
        return []
    return [
        {
            "@type": "Legislation",
            "name": tie.text.title if tie.text else tie.words,
            "url": shared.absolute(tie.text.address) if tie.text else tie.url or None,
        }
        for tie in inputs.ties
        if tie.name == name
    ]


def _image(inputs: PageInputs, shared: Shared) -> str:
    file = inputs.files.get(inputs.text.header.image or "")
    return shared.absolute(fallback(file).address) if file else ""
