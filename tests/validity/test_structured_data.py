"""JSON-LD: schema.org's vocabulary, and nothing that the page itself does not show."""

import json
from collections.abc import Iterator
from typing import Any

from tests.validity.page import Page, words
from tests.validity.vocabulary import is_type, takes

Node = dict[str, Any]

DATES = ("datePublished", "legislationDate", "legislationDateOfApplicability", "startDate")


def graph(page: Page) -> list[Node]:
    """Return the nodes of a page."""
    scripts = [one for one in page.every("script") if one.get("type") == "application/ld+json"]
    data = json.loads(scripts[0].text or "")
    assert len(scripts) == 1 and data["@context"] == "https://schema.org", page.address
    nodes: list[Node] = data["@graph"]
    return nodes


def nested(value: object) -> Iterator[Node]:
    """Yield every node inside a value, itself too; a bare reference is not a node."""
    if isinstance(value, dict):
        if set(value) != {"@id"}:
            yield value
        for one in value.values():
            yield from nested(one)
    elif isinstance(value, list):
        for one in value:
            yield from nested(one)


def main_node(page: Page) -> Node | None:
    """Return the node of the page's own text, if it has one."""
    return next((one for one in graph(page) if one.get("url") == page.url), None)


def test_every_word_is_of_schema_org(indexed: tuple[Page, ...]) -> None:
    """Each node has a type of schema.org, and only properties that this type may have."""
    unknown = set()
    for page in indexed:
        for node in nested(graph(page)):
            if not is_type(node.get("@type", "")):
                unknown.add(f"{page.address}: {node}")
                continue
            keys = [key for key in node if not key.startswith("@")]
            wrong = [key for key in keys if not takes(node["@type"], key, node[key])]
            unknown.update(f"{page.address}: {node['@type']}.{key}" for key in wrong)
    assert not unknown, "\n".join(sorted(unknown))


def test_every_page_says_what_it_is(indexed: tuple[Page, ...]) -> None:
    """Each page that may be shown has at least one node, and no node is empty."""
    assert [page.address for page in indexed if not graph(page)] == []
    assert [page.address for page in indexed for one in nested(graph(page)) if not one] == []


def test_headline_is_the_heading(indexed: tuple[Page, ...]) -> None:
    """What the data calls a text is what the page calls it, a headline perhaps cut short."""
    for page in indexed:
        if (node := main_node(page)) is not None:
            assert node["name"] == page.heading
            assert page.heading.startswith(node.get("headline", ""))


def test_dates_are_shown(indexed: tuple[Page, ...]) -> None:
    """Every date that the data names stands on the page as a moment for people."""
    unseen = [
        f"{page.address}: {key} {node[key]}"
        for page in indexed
        if (node := main_node(page)) is not None
        for shown in [{str(one.get("datetime")) for one in page.every("time")}]
        for key in DATES
        if key in node and node[key] not in shown
    ]
    assert not unseen, "\n".join(unseen)


def test_breadcrumbs_are_those_of_the_page(indexed: tuple[Page, ...]) -> None:
    """The way that the data tells is the way that the reader sees."""
    for page in indexed:
        navs = [one for one in page.every("nav") if "breadcrumbs" in str(one.get("class"))]
        shown = [words(item) for nav in navs for item in nav.iter("li")]
        lists = [one for one in graph(page) if one["@type"] == "BreadcrumbList"]
        told = [item["name"] for one in lists for item in one["itemListElement"]]
        assert told == shown, page.address


def test_home_names_the_council_and_its_hours(pages: tuple[Page, ...]) -> None:
    """The home page says whose site it is, and when the main department is open."""
    home = next(page for page in pages if page.address == "/")
    nodes = {one["@type"]: one for one in graph(home)}
    assert nodes["WebSite"]["publisher"] == {"@id": nodes["GovernmentOrganization"]["@id"]}
    assert nodes["GovernmentOrganization"]["name"] == home.heading
    assert nodes["GovernmentOrganization"]["contactPoint"]["hoursAvailable"]
