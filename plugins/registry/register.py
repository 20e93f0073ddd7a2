"""The register of public texts, made from all texts and the time."""

from collections.abc import Mapping
from operator import attrgetter

from plugins.council.dates import as_date, instant
from plugins.council.discussion import Stage
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.output import Register, Site, Tie
from plugins.registry.collections import collections_of, past_collections
from plugins.registry.standings import stages_of, standings_of
from plugins.registry.ties import ties_of, translations_of


def make_register(site: Site) -> Register:
    """Return what is true of the texts together at the site's moment."""
    texts = tuple(text for text in site.all_texts if is_public(text, site))
    expired = frozenset(text.path for text in texts if is_expired(text, site))
    listed = tuple(text for text in texts if text.path not in expired)
    by_identity = {text.identity: text for text in texts}
    by_path = {text.path: text for text in texts}
    past = past_collections(tuple(text for text in texts if text.path in expired), site)
    ties = ties_of(texts, by_path, by_identity)
    standings = standings_of(texts, ties, as_date(site.now))
    stages = stages_of(texts, site.now)
    collections = collections_of(listed, standings, site)
    return Register(
        texts=texts,
        by_path=by_path,
        by_identity=by_identity,
        by_kind=_by_kind(texts),
        ties=ties,
        neighbours=_neighbours(listed),
        translations=translations_of(texts, by_path),
        collections=collections + past,
        expired=expired,
        known={text.path: _known_by(text, ties, standings, stages) for text in texts},
        standings=standings,
        stages=stages,
    )


def _known_by(
    text: Text, ties: Mapping[str, tuple[Tie, ...]], standings: Mapping[str, Standing],
    stages: Mapping[str, Stage],
) -> str:  # fmt: skip
    known, path = f"{text.digest}|{text.body_digest}", text.path
    if path in standings:
        known += f"|{standings[path].digest}"
    if path in stages:
        known += f"|{stages[path]}"
    if path in ties:
        known += "".join([f"|{tie.digest}" for tie in ties[path]])
    return known


def _by_kind(texts: tuple[Text, ...]) -> dict[str, tuple[Text, ...]]:
    """Return the texts in Ukrainian by their kinds."""
    found: dict[str, list[Text]] = {}
    for text in texts:
        if text.lang == "uk":
            found.setdefault(text.kind, []).append(text)
    return {kind: tuple(some) for kind, some in found.items()}


def is_public(text: Text, site: Site) -> bool:
    """Whether a text is finished and its hour has come."""
    publish_at = text.publish_at
    return text.state == "ready" and (publish_at is None or instant(publish_at) <= site.now)


def is_expired(text: Text, site: Site) -> bool:
    """Whether a text has left the lists; its page stays, marked."""
    expires_at = text.expires_at
    return expires_at is not None and instant(expires_at) <= site.now


def _neighbours(texts: tuple[Text, ...]) -> dict[str, tuple[Text | None, Text | None]]:
    """Return the newer and the older text of the same section and language, by path."""
    sections: dict[tuple[str, str], list[Text]] = {}
    for text in texts:
        if text.moment is not None:
            sections.setdefault((text.kind, text.lang), []).append(text)
    found: dict[str, tuple[Text | None, Text | None]] = {}
    for section in sections.values():
        section.sort(key=attrgetter("order"))
        padded = [None, *section, None]
        for newer, text, older in zip(padded, section, padded[2:], strict=False):
            found[text.path] = (newer, older)
    return found
