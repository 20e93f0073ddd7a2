"""The lists of the site: by section, body, kind of act and topic; acts by more (facets.py)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TypeVar

from plugins.council.addresses import PAST, SECTIONS, TOPICS
from plugins.council.bodies import council_of
from plugins.council.header import Lang
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.output import Collection, Site
from plugins.registry.facets import facet_lists

Key = TypeVar("Key", str, tuple[str, str])

LANGS: tuple[Lang, ...] = ("uk", "en")

LISTED = (
    "news", "announcements", "acts", "bills", "consultations", "sessions", "minutes", "reports",
)  # fmt: skip
"""Kinds that stand in lists by date; units, people and services have directories."""


def collections_of(
    texts: tuple[Text, ...], standings: Mapping[str, Standing], site: Site
) -> tuple[Collection, ...]:
    """Return all lists. Ukrainian sections exist even when empty, English ones with a text."""
    dated = _grouped(_dated(texts), attrgetter("lang"))
    return tuple(
        collection
        for lang in LANGS
        for collection in _of_language(lang, dated.get(lang, ()), standings, site)
        if collection.texts or (lang == "uk" and not collection.parent)
    )


def _dated(texts: Iterable[Text]) -> list[Text]:
    """Return the texts that have a date, newest first."""
    return sorted((text for text in texts if text.moment is not None), key=attrgetter("order"))


def _of_language(
    lang: Lang, mine: tuple[Text, ...], standings: Mapping[str, Standing], site: Site
) -> Iterator[Collection]:
    words = site.theme.words(lang)
    root = "/en/" if lang == "en" else "/"
    by_kind = _grouped(mine, attrgetter("kind"))
    for kind in LISTED:
        address = f"{root}{SECTIONS[kind]}/"
        texts = by_kind.get(kind, ())
        name, lead = words[f"section_{kind}"], words[f"lead_{kind}"]
        yield Collection(
            address=address, lang=lang, section=kind, name=name, short=name, lead=lead, texts=texts
        )
        yield from _by_body(lang, address, kind, name, texts, site)
        if kind == "acts":
            yield from facet_lists(lang, address, texts, standings, site)
    yield from _by_topic(lang, root, mine, site)


def past_collections(expired: tuple[Text, ...], site: Site) -> tuple[Collection, ...]:
    """Return the lists of what has expired: off the usual lists, but never lost to a reader."""
    dated = _grouped(_dated(expired), attrgetter("lang", "kind"))
    return tuple(
        _past(lang, kind, dated[lang, kind], site)
        for lang in LANGS
        for kind in LISTED
        if (lang, kind) in dated
    )


def _past(lang: Lang, kind: str, texts: tuple[Text, ...], site: Site) -> Collection:
    words = site.theme.words(lang)
    parent = f"{'/en/' if lang == 'en' else '/'}{SECTIONS[kind]}/"
    name = f"{words['past']}: {words[f'section_{kind}'].lower()}"
    return Collection(
        address=f"{parent}{PAST}/", lang=lang, section=kind, parent=parent, name=name,
        short=words["past"], lead=words["lead_past"], texts=texts, past=True,
    )  # fmt: skip


def _by_body(lang: Lang, address: str, kind: str, section: str, texts: tuple[Text, ...],
             site: Site) -> Iterator[Collection]:  # fmt: skip
    """Yield a list for each body, and below it one for each kind of its acts."""
    for slug, of_body in _grouped(texts, attrgetter("body")).items():
        body = site.vocabulary.bodies[slug]
        below = f"{address}{slug}/"
        sits = kind == "sessions" and council_of(body)
        named = site.theme.words(lang)["section_sittings"] if sits else section
        yield Collection(
            address=below, lang=lang, section=kind, parent=address, texts=of_body,
            name=f"{named}: {body.name(lang)}", short=body.detail("short", lang),
            lead=body.detail("about", lang, ""), choices=(("body", slug),),
        )  # fmt: skip
        for act_kind, of_kind in _grouped(of_body, _act_kind).items():
            entry = site.vocabulary.act_kinds[act_kind]
            yield Collection(
                address=f"{below}{act_kind}/", lang=lang, section=kind, parent=below,
                name=f"{entry.detail('plural', lang)}: {body.name(lang)}",
                short=entry.detail("plural", lang), lead="", texts=of_kind,
                choices=(("body", slug), ("kind", act_kind)),
            )  # fmt: skip


def _by_topic(lang: Lang, root: str, texts: Iterable[Text], site: Site) -> Iterator[Collection]:
    by_topic: dict[str, list[Text]] = {}
    for text in texts:
        for topic in text.topics:
            by_topic.setdefault(topic, []).append(text)
    for slug in sorted(by_topic):
        entry = site.vocabulary.topics[slug]
        yield Collection(
            address=f"{root}{TOPICS}/{slug}/", lang=lang, section="topic",
            parent=f"{root}{TOPICS}/", name=entry.name(lang), short=entry.name(lang),
            lead=entry.detail("about", lang, ""), texts=tuple(by_topic[slug]),
        )  # fmt: skip


def _grouped(texts: Iterable[Text], of: Callable[[Text], Key]) -> Mapping[Key, tuple[Text, ...]]:
    groups: dict[Key, list[Text]] = {}
    for text in texts:
        if key := of(text):
            groups.setdefault(key, []).append(text)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _act_kind(text: Text) -> str:
    return text.act_kind if text.kind == "acts" else ""
