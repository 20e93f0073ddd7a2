"""Directories: departments, officials, services, topics. Names to choose from, no dates."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.council.addresses import SECTIONS, TOPICS
from plugins.council.header import Lang, Person
from plugins.council.quantities import plural
from plugins.council.text import Text
from plugins.output import Output, Site, Template, page_path
from plugins.pages.cards import card
from plugins.pages.json_ld import collection as collection_node
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import Card, DirectoryView

KINDS = ("units", "people", "services")


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryInputs:
    """What a directory is made from: ``texts``, or for topics (slug, number of texts).

    ``expired`` are the paths of texts that are past: they stay, marked.
    """

    address: str
    section: str
    texts: tuple[Text, ...] = ()
    expired: tuple[str, ...] = ()
    topics: tuple[tuple[str, int], ...] = ()


def directories(site: Site, lang: Lang) -> Iterator[DirectoryInputs]:
    """Yield the directories of a language that have something in them."""
    root = "/en/" if lang == "en" else "/"
    for kind in KINDS:
        texts = [t for t in site.register.texts if t.kind == kind and t.lang == lang]
        if texts:
            texts.sort(key=_by_menu)
            address = f"{root}{SECTIONS[kind]}/"
            expired = tuple(text.path for text in texts if text.path in site.register.expired)
            yield DirectoryInputs(
                address=address, section=kind, texts=tuple(texts), expired=expired
            )
    topics = tuple(
        (collection.address.split("/")[-2], len(collection.texts))
        for collection in site.register.collections
        if collection.section == "topic" and collection.lang == lang
    )
    if topics:
        yield DirectoryInputs(address=f"{root}{TOPICS}/", section="topics", topics=topics)


def _by_menu(text: Text) -> tuple[int, str]:
    order: int | None = getattr(text.header, "menu", None)
    return (order if order is not None else 1000, text.title)


def directory_outputs(site: Site, all_shared: AllShared) -> Iterator[Output]:
    """Yield the page of each directory."""
    for lang, shared in all_shared.items():
        template = site.theme.template("directory.html", lang)
        for inputs in directories(site, lang):
            yield Output(
                path=page_path(inputs.address),
                inputs=(template, shared, inputs),
                render=render_directory,
                entry=page_entry(inputs.address, shared),
            )


def render_directory(template: Template, shared: Shared, inputs: DirectoryInputs) -> str:
    """Return a directory's page."""
    title = shared.word(f"section_{inputs.section}")
    lead = shared.word(f"lead_{inputs.section}")
    crumbs = way((), title, inputs.address, shared)
    node = collection_node(title, inputs.address, lead, shared)
    view = DirectoryView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=inputs.address,
            crumbs=crumbs, nodes=[node], section=inputs.section,
        ),
        title=title,
        breadcrumbs=crumbs,
        section=inputs.address,
        report=report_href(title, inputs.address, shared),
        lead=lead,
        groups=(("", _cards(inputs, shared)),),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _cards(inputs: DirectoryInputs, shared: Shared) -> tuple[Card, ...]:
    if inputs.topics:
        return tuple(_topic(slug, count, inputs, shared) for slug, count in inputs.topics)
    return tuple(_named(text, text.path in inputs.expired, shared) for text in inputs.texts)


def _named(text: Text, expired: bool, shared: Shared) -> Card:
    shown = card(text, shared, expired=expired)
    summary = text.header.position if isinstance(text.header, Person) else shown.summary
    return Card(
        title=shown.title, url=shown.url, kind="", when=None, summary=summary, mark=shown.mark
    )


def _topic(slug: str, count: int, inputs: DirectoryInputs, shared: Shared) -> Card:
    topic = shared.vocabulary.topics[slug]
    items = plural(count, *shared.word("items").split("|"))
    return Card(
        title=topic.name(shared.lang), url=f"{inputs.address}{slug}/", kind=items, when=None,
        summary=topic.detail("about", shared.lang, ""),
    )  # fmt: skip
