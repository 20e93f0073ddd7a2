"""The home page: alerts, what people come for, what is new, where the council is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plugins.council.addresses import SECTIONS
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.header import Contact, Lang
from plugins.council.opening_hours import schema_org
from plugins.council.status import IN_FORCE, Standing
from plugins.council.text import Text
from plugins.output import Output, Site, Template, page_path
from plugins.pages.alerts import Linked, current_alerts, notice
from plugins.pages.cards import card
from plugins.pages.contacts import read_hours
from plugins.pages.json_ld import organisation, website
from plugins.pages.meta import feeds_of, full_title, page_meta, report_href
from plugins.pages.page_inputs import PageInputs, ancestors_of, page_inputs
from plugins.pages.shared import HOMES, AllShared, Shared, links
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.text_pages import LANGUAGES, text_view
from plugins.pages.view import ContactView, HomeView, Link, Shelf

SHOWN = {"news": 6, "announcements": 5, "acts": 5, "bills": 5}
"""How many of each section stand on the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeInputs:
    """What a home page is made from; ``unit`` is the one whose contacts and hours it shows."""

    address: str
    notices: tuple[Linked, ...]
    newest: Mapping[str, tuple[Text, ...]]
    standings: Mapping[str, Standing]
    stages: Mapping[str, Stage]
    files: Mapping[str, ContentFile]
    tasks: tuple[Link, ...]
    topics: tuple[str, ...]
    unit: PageInputs | None
    languages: tuple[Lang, ...]
    feed: bool


def home_outputs(site: Site, all_shared: AllShared, names: Mapping[str, str]) -> Iterator[Output]:
    """Yield the home page of each language."""
    for lang, shared in all_shared.items():
        template = site.theme.template("home.html", lang)
        picture = site.theme.template("components/picture.html", lang)
        inputs = _inputs(site, shared, names, tuple(all_shared))
        yield Output(
            path=page_path(inputs.address),
            inputs=(template, picture, shared, inputs),
            render=render_home,
            entry=page_entry(inputs.address, shared),
        )


def _inputs(
    site: Site, shared: Shared, names: Mapping[str, str], languages: tuple[Lang, ...]
) -> HomeInputs:
    home = shared.frame.home
    lists = {
        one.section: one.texts
        for one in site.register.collections
        if one.lang == shared.lang and not one.parent
    }
    newest = {kind: lists.get(kind, ())[:count] for kind, count in SHOWN.items()}
    pictures = {text.image for text in newest["news"] if text.image}
    unit = site.register.by_path.get(str(site.vocabulary.site.get("main_unit")))
    topics = sorted(
        (one for one in site.register.collections if one.parent == f"{home}temy/"),
        key=lambda one: one.name,
    )
    return HomeInputs(
        address=home,
        notices=current_alerts(site, shared.lang),
        newest=newest,
        standings={t.path: site.register.standing(t) for t in newest["acts"]},
        stages={
            t.path: site.register.stages[t.path]
            for t in newest["bills"]
            if t.path in site.register.stages
        },
        files={path: site.files[path] for path in pictures},
        tasks=links(site.vocabulary.site.get("tasks", ()), shared.lang, names),
        topics=tuple(one.address.split("/")[-2] for one in topics),
        unit=page_inputs(unit, site, ancestors_of(names)) if unit else None,
        languages=languages,
        feed=any(lists.values()),
    )


def render_home(template: Template, picture: Template, shared: Shared, inputs: HomeInputs) -> str:
    """Return a home page."""
    return template.render(frame=shared.frame, page=_view(picture, shared, inputs))


def _view(picture: Template, shared: Shared, inputs: HomeInputs) -> HomeView:
    description = shared.word("home_description")
    frame = shared.frame
    return HomeView(
        meta=page_meta(
            shared,
            title=full_title(shared, frame.site_motto),
            description=f"{frame.site_name}. {description}",
            address=inputs.address,
            nodes=[website(shared), organisation(shared, _hours(inputs))],
            feeds=feeds_of(inputs.address, shared.word("feed_all"), shared) if inputs.feed else (),
            alternates=_alternates(inputs, shared),
        ),
        title=frame.site_name,
        breadcrumbs=(),
        section=frame.home,
        translations=tuple(
            Link(title=LANGUAGES[lang], url=HOMES[lang], lang=lang)
            for lang in inputs.languages
            if lang != shared.lang
        ),
        report=report_href(frame.site_name, inputs.address, shared),
        notices=tuple(notice(text, link, shared) for text, link in inputs.notices),
        tasks=inputs.tasks,
        news=_shelf("news", shared, inputs),
        shelves=tuple(
            shelf for kind in SHOWN if kind != "news" and (shelf := _shelf(kind, shared, inputs))
        ),
        topics=tuple(
            Link(
                title=shared.vocabulary.topics[slug].name(shared.lang),
                url=f"{frame.home}temy/{slug}/",
            )
            for slug in inputs.topics
        ),
        main=_unit(picture, shared, inputs.unit),
    )


def _unit(picture: Template, shared: Shared, unit: PageInputs | None) -> ContactView | None:
    """Return the main unit; in another language only what that language can say of it."""
    view = text_view(picture, shared, unit) if unit else None
    if unit is None or not isinstance(view, ContactView):
        return None
    if unit.text.lang == shared.lang:
        return view
    head = replace(view.head, lang=unit.text.lang) if view.head else None
    return replace(view, head=head, address=shared.frame.address, reception="")


def _alternates(inputs: HomeInputs, shared: Shared) -> tuple[Link, ...]:
    if len(inputs.languages) == 1:
        return ()
    own = (Link(title="", url=shared.absolute(HOMES[lang]), lang=lang) for lang in inputs.languages)
    return (*own, Link(title="", url=shared.absolute("/")))


def _shelf(kind: str, shared: Shared, inputs: HomeInputs) -> Shelf | None:
    files = inputs.files if kind == "news" else None
    summary = kind in ("news", "announcements")
    cards = [
        card(
            text, shared, files=files, summary=summary,
            standing=inputs.standings.get(text.path, IN_FORCE),
            stage=inputs.stages.get(text.path),
        )
        for text in inputs.newest[kind]
    ]  # fmt: skip
    if not cards:
        return None
    return Shelf(
        id=kind,
        title=shared.word(kind),
        hint=shared.word("bills_hint") if kind == "bills" else "",
        cards=tuple(replace(one, kind="") for one in cards),
        more=Link(title=shared.word(f"all_{kind}"), url=f"{inputs.address}{SECTIONS[kind]}/"),
    )


def _hours(inputs: HomeInputs) -> list[dict[str, object]]:
    header = inputs.unit.text.header if inputs.unit else None
    if not isinstance(header, Contact) or not header.hours:
        return []
    timetable = read_hours("; ".join(header.hours))
    return schema_org(timetable) if timetable else []
