"""What is open for comments, and whose report is awaited: two lists that time itself changes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from operator import attrgetter

from plugins.council.addresses import AWAITED, DISCUSSIONS
from plugins.council.discussion import Stage
from plugins.council.quantities import integer, plural
from plugins.council.text import Text
from plugins.output import Output, Site, Template, page_path
from plugins.pages.cards import card
from plugins.pages.json_ld import collection as collection_node
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import Names, ancestors
from plugins.pages.shared import Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import Link, LinkGroup, ListView

ADDRESSES: Mapping[Stage, str] = {"open": f"/{DISCUSSIONS}/", "awaiting": f"/{AWAITED}/"}
SHOWN = 100  # cards; an archive without outcomes may await thousands of reports


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionsInputs:
    """What one of the lists is made from: ``texts`` are those it shows, ``total`` counts all."""

    stage: Stage
    texts: tuple[Text, ...]
    total: int
    other: Link
    above: tuple[Link, ...]


def discussion_names(site: Site) -> Names:
    """Return what stands at the addresses of the lists, for breadcrumbs and menus."""
    words = site.theme.words("uk")
    return {address: words[f"discussions_{stage}"] for stage, address in ADDRESSES.items()}


def discussion_links(site: Site) -> tuple[Link, ...]:
    """Return links to both lists with how many stand in each, for the lists of bills."""
    names = discussion_names(site)
    return tuple(
        Link(title=names[address], url=address, count=integer(len(_standing(stage, site))))
        for stage, address in ADDRESSES.items()
    )


def discussion_outputs(site: Site, shared: Shared, names: Names) -> Iterator[Output]:
    """Yield both lists, in Ukrainian only."""
    template = site.theme.template("list.html", "uk")
    links = discussion_links(site)
    for stage, address in ADDRESSES.items():
        texts = _standing(stage, site)
        inputs = DiscussionsInputs(
            stage=stage,
            texts=tuple(nsmallest(SHOWN, texts, key=_ORDERS[stage])),
            total=len(texts),
            other=next(link for link in links if link.url != address),
            above=ancestors(address, names),
        )
        yield Output(
            path=page_path(address),
            inputs=(template, shared, inputs),
            render=render_discussions,
            entry=page_entry(address, shared),
        )


def _standing(stage: Stage, site: Site) -> list[Text]:
    """Return the texts at a stage, in no order: an archive may have thousands."""
    register = site.register
    texts = (register.by_path[path] for path, its in register.stages.items() if its == stage)
    return [text for text in texts if text.lang == "uk" and text.path not in register.expired]


def _closing(text: Text) -> tuple[float, str]:
    turns = text.discussion.turns if text.discussion else None
    return (turns.timestamp() if turns else 0.0), text.path


_ORDERS: Mapping[Stage, Callable[[Text], tuple[float, str]]] = {
    "open": _closing,
    "awaiting": attrgetter("order"),
}
"""What closes first stands first; of what is awaited, the newest."""


def render_discussions(template: Template, shared: Shared, inputs: DiscussionsInputs) -> str:
    """Return one of the lists."""
    address = ADDRESSES[inputs.stage]
    title = shared.word(f"discussions_{inputs.stage}")
    lead = shared.word(f"lead_discussions_{inputs.stage}")
    crumbs = way(inputs.above, title, address, shared)
    total = plural(inputs.total, *shared.word("items").split("|"))
    if inputs.total > len(inputs.texts):
        total += f". {shared.word('discussions_newest', count=SHOWN)}"
    view = ListView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=address,
            crumbs=crumbs, nodes=[collection_node(title, address, lead, shared)],
            section="bills",
        ),
        title=title,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(title, address, shared),
        lead=lead,
        cards=tuple(card(text, shared, stage=inputs.stage) for text in inputs.texts),
        groups=(LinkGroup(title=shared.word("discussion"), links=(inputs.other,)),),
        total=total if inputs.total else "",
        empty=shared.word("discussions_none"),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)
