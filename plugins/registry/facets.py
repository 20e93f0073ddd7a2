"""Lists of acts by one property each: kind, status, convocation, topic. A body has lists anyway.

Two properties at once have a list only where readers ask for it (a body's acts of a kind): lists
for all pairs would be thousands, and each new act would have to be written into dozens.
"""

from collections.abc import Iterable, Iterator, Mapping

from plugins.council.addresses import FACETS
from plugins.council.header import Lang
from plugins.council.status import FORCE, IN_FORCE, Standing, force_of
from plugins.council.text import Text
from plugins.output import Collection, Site


def facet_lists(
    lang: Lang, root: str, acts: Iterable[Text], standings: Mapping[str, Standing], site: Site
) -> Iterator[Collection]:
    """Yield the lists of acts below ``root``; no list is empty."""
    found = _chosen(acts, standings)
    by_order = {
        "kind": sorted(found["kind"]),
        "status": [slug for slug in FORCE if slug in found["status"]],
        "convocation": sorted(found["convocation"], key=int, reverse=True),
        "topic": sorted(found["topic"]),
    }
    for facet, slugs in by_order.items():
        for slug in slugs:
            name, short = _names(facet, slug, lang, site)
            yield Collection(
                address=f"{root}{FACETS[facet]}/{slug}/", lang=lang, section="acts", parent=root,
                name=name, short=short, lead="", texts=tuple(found[facet][slug]),
                choices=((facet, slug),),
            )  # fmt: skip


def _chosen(
    acts: Iterable[Text], standings: Mapping[str, Standing]
) -> dict[str, dict[str, list[Text]]]:
    """Return the acts by facet and slug, in one walk over them: every build makes it."""
    kinds: dict[str, list[Text]] = {}
    statuses: dict[str, list[Text]] = {}
    convocations: dict[str, list[Text]] = {}
    topics: dict[str, list[Text]] = {}
    for act in acts:
        kinds.setdefault(act.act_kind, []).append(act)
        force = force_of(standings.get(act.path, IN_FORCE), withdrawn=act.withdrawn)
        statuses.setdefault(force, []).append(act)
        if act.convocation is not None:
            convocations.setdefault(str(act.convocation), []).append(act)
        for topic in act.topics:
            topics.setdefault(topic, []).append(act)
    return {"kind": kinds, "status": statuses, "convocation": convocations, "topic": topics}


def _names(facet: str, slug: str, lang: Lang, site: Site) -> tuple[str, str]:
    """Return what a list is called by itself, and in a row of its like."""
    words, vocabulary = site.theme.words(lang), site.vocabulary
    if facet == "status":
        return words[f"acts_{slug}"], words[f"short_{slug}"]
    if facet == "convocation":
        return words["acts_of_convocation"].format(number=slug), slug
    if facet == "topic":
        topic = vocabulary.topics[slug].name(lang)
        return words["acts_on_topic"].format(name=topic), topic
    plural = vocabulary.act_kinds[slug].detail("plural", lang)
    return words["acts_of_kind"].format(name=plural), plural
