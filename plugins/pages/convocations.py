"""The page of a convocation of a council: who sits in it, its sessions, what it adopted."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.addresses import FACETS, SECTIONS, convocation_address
from plugins.council.bodies import council_of
from plugins.council.quantities import integer
from plugins.council.text import Text
from plugins.output import Output, Site, Template, page_path
from plugins.pages.cards import card
from plugins.pages.charts import acts_chart
from plugins.pages.json_ld import collection
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import Names, ancestors
from plugins.pages.powers import period_words
from plugins.pages.shared import Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import BodyView, Fact, Link, LinkGroup

ByNumber = Mapping[tuple[str, int], list[Text]]
"""Texts by council and number of convocation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvocationInputs:
    """What a page is made from; ``years`` say how many acts it adopted in each, newest first."""

    slug: str
    number: int
    years: tuple[tuple[int, int], ...]
    acts: Link | None
    sessions: tuple[Text, ...]
    deputies: tuple[Text, ...]
    above: tuple[Link, ...]


def convocations_of(site: Site, slug: str, deputies: Mapping[int, list[Text]]) -> list[int]:
    """Return the convocations of a body that data or mandates name, the newest first."""
    body = site.vocabulary.bodies[slug]
    if council_of(body):
        return []
    told = (one.get("number") for one in body.details.get("convocations") or ())
    return sorted(
        {*deputies, *(number for number in told if isinstance(number, int))}, reverse=True
    )


def convocation_outputs(
    site: Site, shared: Shared, names: Names, deputies: Mapping[str, Mapping[int, list[Text]]]
) -> Iterator[Output]:
    """Yield a page for each convocation of each council."""
    acts, sessions = _acts(site), _sessions(site)
    template = site.theme.template("body.html", "uk")
    for slug in site.vocabulary.bodies:
        of_body = deputies.get(slug, {})
        for number in convocations_of(site, slug, of_body):
            address = convocation_address(slug, number)
            years = Counter(text.day.year for text in acts.get((slug, number), ()) if text.day)
            inputs = ConvocationInputs(
                slug=slug,
                number=number,
                years=tuple(sorted(years.items(), reverse=True)),
                acts=_acts_link(site, number),
                sessions=tuple(sessions.get((slug, number), ())),
                deputies=tuple(sorted(of_body.get(number, ()), key=lambda text: text.title)),
                above=ancestors(address, names),
            )
            yield Output(
                path=page_path(address),
                inputs=(template, shared, inputs),
                render=render_convocation,
                entry=page_entry(address, shared),
            )


def _acts(site: Site) -> ByNumber:
    found: dict[tuple[str, int], list[Text]] = {}
    for act in site.register.of_kind("acts"):
        if act.convocation is not None:
            found.setdefault((act.body, act.convocation), []).append(act)
    return found


def _sessions(site: Site) -> ByNumber:
    """Return sessions, newest first; the convocation stands in their identity."""
    found: dict[tuple[str, int], list[Text]] = {}
    for session in sorted(site.register.of_kind("sessions"), key=lambda text: text.order):
        number = session.identity.split("/")[-2]
        if number.isdecimal():
            found.setdefault((session.body, int(number)), []).append(session)
    return found


def _acts_link(site: Site, number: int) -> Link | None:
    """Return the way to the list of what the convocation adopted, where there is one."""
    address = f"/{SECTIONS['acts']}/{FACETS['convocation']}/{number}/"
    for one in site.register.collections:
        if one.address == address:
            title = site.theme.words("uk")["section_acts"]
            return Link(title=title, url=address, count=integer(len(one.texts)))
    return None


def render_convocation(template: Template, shared: Shared, inputs: ConvocationInputs) -> str:
    """Return the page of a convocation."""
    body = shared.vocabulary.bodies[inputs.slug]
    address = convocation_address(inputs.slug, inputs.number)
    title = shared.word("convocation_title", number=inputs.number)
    name = body.name(shared.lang)
    crumbs = way(inputs.above, title, address, shared)
    description = shared.word("convocation_description", name=name, number=inputs.number)
    parts = {"deputies": inputs.deputies, "sessions": inputs.sessions}
    view = BodyView(
        meta=page_meta(
            shared, title=full_title(shared, title, name), description=description,
            address=address, crumbs=crumbs, section="pages",
            nodes=[collection(title, address, description, shared)],
        ),
        title=title,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(f"{name}: {title}", address, shared),
        lead=name,
        facts=tuple(_facts(body.details, inputs.number, shared)),
        lists=(inputs.acts,) if inputs.acts else (),
        chart=acts_chart(inputs.years, shared),
        sessions=tuple(card(text, shared) for text in inputs.sessions),
        sessions_title=shared.word("section_sessions"),
        people=_people(inputs, shared),
        people_title=shared.word("deputies"),
        gaps=tuple(shared.word(f"convocation_gap_{one}") for one in parts if not parts[one]),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _facts(details: Mapping[str, object], number: int, shared: Shared) -> Iterator[Fact]:
    """Yield when it began and ended; what nobody has confirmed is said to be unknown."""
    told = details.get("convocations")
    for one in told if isinstance(told, list) else ():
        if one.get("number") == number:
            yield Fact(label=shared.word("body_powers"), values=(period_words(one, shared),))


def _people(inputs: ConvocationInputs, shared: Shared) -> tuple[LinkGroup, ...]:
    links = tuple(Link(title=text.title, url=text.address) for text in inputs.deputies)
    title = shared.word("convocation_title", number=inputs.number)
    return (LinkGroup(title=title, links=links),) if links else ()
