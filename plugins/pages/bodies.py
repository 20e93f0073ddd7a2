"""The pages of bodies: what each is, when it had powers, what it issued, who sits in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.council.addresses import BODIES, SECTIONS, body_address
from plugins.council.bodies import commissions_by_name, council_of
from plugins.council.quantities import integer
from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.output import Collection, Output, Site, Template, page_path
from plugins.pages.cards import card
from plugins.pages.charts import acts_chart
from plugins.pages.commissions import commission_fields, council_fact, council_fields
from plugins.pages.convocations import convocation_outputs, convocations_of
from plugins.pages.json_ld import body_node, collection
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import Names, ancestors
from plugins.pages.periods import Periods
from plugins.pages.powers import power_facts
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import BodyView, Card, DirectoryView, Link, LinkGroup

ROOT = f"/{BODIES}/"
NEWEST = 5  # sessions; the list has all of them

Convocations = tuple[tuple[int, tuple[Text, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyInputs:
    """What the page of a body is made from beside the vocabulary.

    ``lists`` are those of its texts, ``years`` say how many acts it issued in each, newest
    first; ``deputies`` stand by convocation, the newest first: those of a council, or the members
    of a commission, which has ``minutes`` too.
    """

    slug: str
    lists: tuple[Link, ...]
    years: tuple[tuple[int, int], ...]
    sessions: tuple[Text, ...]
    minutes: tuple[Text, ...]
    deputies: Convocations
    above: tuple[Link, ...]
    convocations: tuple[int, ...]


def body_names(site: Site) -> Names:
    """Return what stands at the addresses of bodies, for breadcrumbs."""
    bodies = site.vocabulary.bodies.items()
    names = {body_address(slug): body.detail("short") for slug, body in bodies}
    return {ROOT: site.theme.words("uk")["section_bodies"], **names} if names else {}


def body_outputs(
    site: Site, all_shared: AllShared, names: Names, periods: Periods
) -> Iterator[Output]:
    """Yield a page for each body, and the one that names them all. In Ukrainian only."""
    shared = all_shared["uk"]
    deputies = _deputies(site)
    for slug in site.vocabulary.bodies:
        inputs = _inputs(slug, site, names, periods, deputies.get(slug, {}))
        yield Output(
            path=page_path(body_address(slug)),
            inputs=(site.theme.template("body.html", "uk"), shared, inputs),
            render=render_body,
            entry=page_entry(body_address(slug), shared),
        )
    yield from convocation_outputs(site, shared, names, deputies)
    if site.vocabulary.bodies:
        yield Output(
            path=page_path(ROOT),
            inputs=(site.theme.template("directory.html", "uk"), shared),
            render=render_bodies,
            entry=page_entry(ROOT, shared),
        )


def _inputs(
    slug: str, site: Site, names: Names, periods: Periods, deputies: Mapping[int, list[Text]]
) -> BodyInputs:
    own = {
        one.section: one
        for one in site.register.collections
        if one.address == f"/{SECTIONS.get(one.section, '')}/{slug}/"
    }
    words = site.theme.words("uk")
    commission = council_of(site.vocabulary.bodies[slug]) != ""
    acts = periods[own["acts"].address] if "acts" in own else ()
    return BodyInputs(
        slug=slug,
        lists=tuple(
            Link(title=words[f"section_{name}"], url=one.address, count=integer(len(one.texts)))
            for section, one in own.items()
            for name in ("sittings" if commission and section == "sessions" else section,)
        ),
        years=tuple((year.year, year.size) for year in acts),
        sessions=own["sessions"].texts[:NEWEST] if "sessions" in own else (),
        minutes=_minutes(own) if commission else (),
        deputies=tuple(
            (number, tuple(sorted(deputies[number], key=lambda text: text.title)))
            for number in sorted(deputies, reverse=True)
        ),
        above=ancestors(body_address(slug), names),
        convocations=tuple(convocations_of(site, slug, deputies)),
    )


def _minutes(own: Mapping[str, Collection]) -> tuple[Text, ...]:
    return own["minutes"].texts[:NEWEST] if "minutes" in own else ()


def _deputies(site: Site) -> Mapping[str, Mapping[int, list[Text]]]:
    """Return who has a mandate of which body and convocation, or sits in which commission."""
    found: dict[str, dict[int, list[Text]]] = {}
    named = commissions_by_name(site.vocabulary)
    for text in site.register.texts:
        for said in text.mentions if text.kind == "people" and text.lang == "uk" else ():
            commission = named.get(said.target, "") if said.sort == "commission" else ""
            if slug := said.target if said.sort == "mandate" else commission:
                people = found.setdefault(slug, {}).setdefault(int(said.note), [])
                if text not in people:
                    people.append(text)
    return found


def render_body(template: Template, shared: Shared, inputs: BodyInputs) -> str:
    """Return the page of a body."""
    body, address = shared.vocabulary.bodies[inputs.slug], body_address(inputs.slug)
    name, lead = body.name(shared.lang), body.detail("about", shared.lang, "")
    crumbs = way(inputs.above, name, address, shared)
    described = "commission_description" if council_of(body) else "body_description"
    description = lead or shared.word(described, name=name)
    view = BodyView(
        meta=page_meta(
            shared, title=full_title(shared, name, shared.word("section_bodies")),
            description=description, address=address, crumbs=crumbs,
            nodes=[body_node(name, address, description, shared)], section="pages",
        ),
        title=name,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(name, address, shared),
        lead=lead,
        facts=(*council_fact(body, shared), *power_facts(body.details, shared)),
        lists=inputs.lists,
        chart=acts_chart(inputs.years, shared),
        sessions=tuple(card(text, shared) for text in inputs.sessions),
        people=tuple(
            LinkGroup(
                title=shared.word("convocation_title", number=number),
                links=tuple(Link(title=text.title, url=text.address) for text in people),
            )
            for number, people in inputs.deputies
        ),
        **_own_fields(body, inputs, shared),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _own_fields(body: Entry, inputs: BodyInputs, shared: Shared) -> dict[str, Any]:
    if not council_of(body):
        return council_fields(inputs.slug, inputs.convocations, shared)
    return commission_fields(inputs.deputies, inputs.sessions, inputs.minutes, shared)


def render_bodies(template: Template, shared: Shared) -> str:
    """Return the page that names all bodies."""
    title, lead = shared.word("section_bodies"), shared.word("lead_bodies")
    crumbs = way((), title, ROOT, shared)
    view = DirectoryView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=ROOT,
            crumbs=crumbs, nodes=[collection(title, ROOT, lead, shared)], section="pages",
        ),
        title=title,
        breadcrumbs=crumbs,
        section=ROOT,
        report=report_href(title, ROOT, shared),
        lead=lead,
        groups=tuple(
            (heading, cards)
            for heading, of in (("", False), (shared.word("commissions"), True))
            if (cards := tuple(_cards(shared, commissions=of)))
        ),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _cards(shared: Shared, *, commissions: bool) -> Iterator[Card]:
    for slug, body in shared.vocabulary.bodies.items():
        if bool(council_of(body)) != commissions:
            continue
        summary = body.detail("about", shared.lang, "")
        name = body.name(shared.lang)
        yield Card(title=name, url=body_address(slug), kind="", when=None, summary=summary)
