"""The register of public texts, made from all texts and the time."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from plugins.council.dates import as_date, instant
from plugins.council.discussion import Stage
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.output import Register, Site, Tie
from plugins.registry.collections import collections_of, past_collections
from plugins.registry.pending import shown_in
from plugins.registry.standings import stages_of, standings_of
from plugins.registry.ties import ties_of, translations_of


def make_register(site: Site) -> Register:
    """Return what is true of the texts together at the site's moment."""
    texts = shown_in(site)
    expired = frozenset(text.path for text in texts if is_expired(text, site))
    listed = tuple(text for text in texts if text.path not in expired)
    by_identity = {text.identity: text for text in texts}
    by_path = {text.path: text for text in texts}
    past = past_collections(tuple(text for text in texts if text.path in expired), site)
    ties = ties_of(texts, by_path, by_identity)
    standings = standings_of(texts, ties, as_date(site.now))
    stages = stages_of(texts, site.now)
    shown = _shown(texts, standings, stages)
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
        shown=shown,
        known=_known(texts, shown, ties),
        standings=standings,
        stages=stages,
    )


def _shown(
    texts: Iterable[Text], standings: Mapping[str, Standing], stages: Mapping[str, Stage]
) -> dict[str, str]:
    """Return what the card of each text is known by; most texts have neither of the two."""
    shown = {text.path: text.digest for text in texts}
    for path, standing in standings.items():
        shown[path] += f"|{standing.digest}"
    for path, stage in stages.items():
        shown[path] += f"|{stage}"
    return shown


def _known(
    texts: Iterable[Text], shown: Mapping[str, str], ties: Mapping[str, tuple[Tie, ...]]
) -> dict[str, str]:
    known = {text.path: f"{shown[text.path]}|{text.body_digest}" for text in texts}
    for path, some in ties.items():
        known[path] += "".join([f"|{tie.digest}" for tie in some])
    return known


def _by_kind(texts: tuple[Text, ...]) -> dict[str, tuple[Text, ...]]:
    """Return the texts in Ukrainian by their kinds."""
    found: dict[str, list[Text]] = {}
    for text in texts:
        if text.lang == "uk":
            found.setdefault(text.kind, []).append(text)
    return {kind: tuple(some) for kind, some in found.items()}


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
