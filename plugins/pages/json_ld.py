"""What a page says to machines: schema.org records as JSON-LD, equal to what the page shows."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from plugins.council.data_sets import FOLDER, DataSet
from plugins.council.dates import iso
from plugins.council.header import (
    Act,
    Announcement,
    Bill,
    Consultation,
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
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.stages import stage_words
from plugins.pages.view import Link

Node = dict[str, Any]


def json_ld(nodes: Iterable[Mapping[str, Any]]) -> Markup:
    """Return a graph of schema.org nodes; no text in it can close the script element."""
    graph = [_without_empty(node) for node in nodes]
    text = to_json({"@context": "https://schema.org", "@graph": graph}).decode()
    # Not translate(): it looks every Cyrillic letter up, many times slower than three searches.
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(text)


def _without_empty(node: Mapping[str, Any]) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def organisation(shared: Shared, hours: list[Node] | None = None) -> Node:
    """The council itself, with the hours of its main unit when they are known."""
    frame = shared.frame
    return {
        "@type": "GovernmentOrganization",
        "@id": shared.absolute("/#council"),
        "name": frame.site_name,
        "url": shared.absolute("/"),
        "address": frame.address,
        "telephone": frame.phone,
        "email": frame.email,
        "contactPoint": contact_point(frame.phone, hours or []),
    }


def contact_point(phone: str, hours: list[Node]) -> Node | None:
    """When one may call: schema.org gives opening hours to places and contact points only."""
    if not hours:
        return None
    return {"@type": "ContactPoint", "telephone": phone, "hoursAvailable": hours}


def website(shared: Shared) -> Node:
    """The site, on its home page."""
    return {
        "@type": "WebSite",
        "@id": shared.absolute("/#site"),
        "name": f"{shared.frame.site_name}",
        "url": shared.absolute(shared.frame.home),
        "inLanguage": shared.lang,
        "publisher": {"@id": shared.absolute("/#council")},
    }


def breadcrumbs(links: tuple[Link, ...], shared: Shared) -> Node:
    """The way to the page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.title,
                "item": shared.absolute(link.url),
            }
            for position, link in enumerate(links, 1)
        ],
    }


def collection(name: str, address: str, description: str, shared: Shared) -> Node:
    """A page of a list."""
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": shared.absolute(address),
        "description": description,
        "inLanguage": shared.lang,
        "isPartOf": {"@id": shared.absolute("/#site")},
    }


def body_node(name: str, address: str, description: str, shared: Shared) -> Node:
    """A body of the city on its page."""
    url = shared.absolute(address)
    return {
        "@type": "GovernmentOrganization",
        "@id": url + "#main",
        "name": name,
        "url": url,
        "description": description,
    }


def data_catalog(sets: Iterable[DataSet], shared: Shared) -> Node:
    """The page of data sets, for searchers of data."""
    page = shared.absolute(f"/{FOLDER}/")
    return {
        "@type": "DataCatalog",
        "@id": f"{page}#main",
        "name": shared.word("section_data"),
        "url": page,
        "inLanguage": shared.lang,
        "publisher": {"@id": shared.absolute("/#council")},
        "dataset": [
            {
                "@type": "Dataset",
                "name": one.title,
                "description": one.description,
                "url": f"{page}#{one.name}",
                "keywords": list(one.keywords),
                "isAccessibleForFree": True,
            }
            for one in sets
        ],
    }


def text_node(inputs: PageInputs, shared: Shared, description: str, modified: str) -> Node:
    """The text of a page, as the kind of thing it is."""
    text = inputs.text
    header = text.header
    url = shared.absolute(text.address)
    node: Node = {
        "@id": url + "#main",
        "url": url,
        "name": header.title,
        "description": description,
        "inLanguage": header.lang,
        "image": _image(inputs, shared),
    }
    council = {
        "@type": "GovernmentOrganization",
        "@id": shared.absolute("/#council"),
        "name": shared.frame.site_name,
        "url": shared.absolute("/"),
    }
    match header:
        case News():
            return node | {
                "@type": "NewsArticle",
                "headline": header.title[:110],  # characters: Google's limit
                "datePublished": iso(header.date),
                "dateModified": modified,
                "author": council,
                "publisher": council,
                "mainEntityOfPage": url,
            }
        case Announcement(starts=starts) if starts is not None:
            return node | {
                "@type": "Event",
                "startDate": iso(starts),
                "endDate": iso(header.ends) if header.ends else None,
                "location": {"@type": "Place", "name": header.place, "address": header.place}
                if header.place
                else None,
                "organizer": council,
            }
        case Session():
            return node | {
                "@type": "Event",
                "startDate": iso(header.date),
                "endDate": iso(header.ends) if header.ends else None,
                "location": {"@type": "Place", "name": header.place, "address": header.place}
                if header.place
                else None,
                "organizer": council,
                "recordedIn": _video(header),
            }
        case Announcement():
            return node | {
                "@type": "Article",
                "headline": header.title[:110],
                "datePublished": iso(header.date),
                "dateModified": modified,
                "author": council,
                "publisher": council,
            }
        case Report() | Minutes():
            type_ = "Report" if isinstance(header, Report) else "DigitalDocument"
            return node | {
                "@type": type_,
                "datePublished": iso(header.date),
                "dateModified": modified,
                "publisher": council,
            }
        case Act():
            return node | _legislation(header, inputs, shared)
        case Bill():
            return node | {
                "@type": "DigitalDocument",
                "identifier": header.number,
                "datePublished": iso(header.published),
                "creativeWorkStatus": _stage(inputs, shared),
                "publisher": council,
            }
        case Consultation():
            return node | {
                "@type": "DigitalDocument",
                "datePublished": iso(header.published),
                "dateModified": modified,
                "creativeWorkStatus": _stage(inputs, shared),
                "publisher": council,
            }
        case Unit():
            del node["inLanguage"]
            return node | {
                "@type": "GovernmentOrganization",
                "telephone": list(header.phones),
                "email": list(header.email),
                "address": header.address,
                "parentOrganization": council,
            }
        case Person():
            del node["inLanguage"]  # a property of works, not of people
            return node | {
                "@type": "Person",
                "jobTitle": header.position,
                "telephone": list(header.phones),
                "email": list(header.email),
                "worksFor": council,
            }
        case Service():
            del node["inLanguage"]
            return node | {"@type": "GovernmentService", "serviceOperator": council}
    return node | {"@type": "WebPage", "isPartOf": {"@id": shared.absolute("/#site")}}


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


def _stage(inputs: PageInputs, shared: Shared) -> str:
    """Where a bill or a consultation stands; one that was withdrawn stands nowhere."""
    return stage_words(inputs.text, inputs.stage, shared) if inputs.stage else ""


def _image(inputs: PageInputs, shared: Shared) -> str:
    file = inputs.files.get(inputs.text.header.image or "")
    return shared.absolute(fallback(file).address) if file else ""
