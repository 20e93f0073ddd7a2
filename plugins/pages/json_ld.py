"""What a page says to machines: schema.org records as JSON-LD, equal to what the page shows."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from plugins.council.data_sets import FOLDER, DataSet
from plugins.pages.shared import Shared
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
