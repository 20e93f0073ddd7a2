"""Which feeds there are: of everything, and of each list that holds a text."""

from collections.abc import Iterable, Iterator

from plugins.council.header import Lang
from plugins.council.text import Text
from plugins.feeds.atom import atom
from plugins.feeds.entries import Channel, channel
from plugins.feeds.json_feed import json_feed
from plugins.output import Collection, Output, Site

LATEST = 20  # entries of a feed


def outputs(site: Site) -> Iterable[Output]:
    """Return two files for each list, and two for all lists together."""
    return [
        output for collection in _collections(site) for output in _of_collection(collection, site)
    ]


def _collections(site: Site) -> Iterator[Collection]:
    for lang in ("uk", "en"):
        sections = [c for c in site.register.collections if c.lang == lang and not c.parent]
        if any(section.texts for section in sections):
            yield _all(lang, sections, site)
    yield from (c for c in site.register.collections if c.has_feeds)


def _all(lang: Lang, sections: list[Collection], site: Site) -> Collection:
    latest = sorted((t for s in sections for t in s.texts[:LATEST]), key=_order)
    name = site.theme.words(lang)["feed_all"]
    return Collection(
        address="/en/" if lang == "en" else "/", lang=lang, section="site", name=name,
        short=name, lead="", texts=tuple(latest),
    )  # fmt: skip


def _order(text: Text) -> tuple[float, str]:
    return text.order


def _of_collection(collection: Collection, site: Site) -> Iterator[Output]:
    inputs = channel(collection, collection.texts[:LATEST], site)
    yield Output(path=inputs.address[1:] + "feed.xml", inputs=(inputs,), render=render_atom)
    yield Output(path=inputs.address[1:] + "feed.json", inputs=(inputs,), render=render_json)


def render_atom(inputs: Channel) -> bytes:
    """Return an Atom feed."""
    return atom(inputs)


def render_json(inputs: Channel) -> str:
    """Return a JSON Feed."""
    return json_feed(inputs)
