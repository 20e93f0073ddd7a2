"""The index as outputs: postings, pairs, the map of forms, facets, cards, the manifest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.council.addresses import SEARCH
from plugins.council.vocabulary import said as named
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.digest import digest_bytes, digest_of
from plugins.search.block_file import DIGEST
from plugins.search.blocks import Blocks, Found, digest_of_block, make_blocks, texts_by_block
from plugins.search.buckets import bucket
from plugins.search.cards import Card, by_file, card_of, render_cards
from plugins.search.facets import Facts, Names, days, facets, facts_of, names_of, topics
from plugins.search.forms import shard
from plugins.search.manifest import manifest
from plugins.search.opensearch import description
from plugins.search.packing import packed
from plugins.search.phrases import pair_bucket
from plugins.search.shape import IN_CARD, shape_of

FOLDER = f"{SEARCH}/data"
TOGETHER = 8  # files of the index planned together


@dataclass(frozen=True, slots=True)
class Slices:
    """What all blocks give to ``count`` files of the index, known by the digests of that.

    The first of the files has the number ``number`` ``of`` all of its sort, the first of the
    slices ``first``.
    """

    blocks: Blocks
    number: int
    first: int
    count: int
    of: int

    @property
    def digest(self) -> str:
        """What they are known by."""
        known = self.blocks.known[self.first * DIGEST : (self.first + self.count) * DIGEST]
        return f"{self.of} {known.hex()}"

    def read(self) -> Iterator[tuple[int, bytes]]:
        """Yield the number of each block and what it gives to the first file."""
        return self.blocks.slices(self.first)

    def each(self) -> Iterator["Slices"]:
        """Yield the slices of each file."""
        for at in range(self.count):
            yield Slices(self.blocks, self.number + at, self.first + at, 1, self.of)


def outputs(site: Site) -> Iterator[Output | OutputGroup]:
    """Yield the index in groups, so that an edit plans those of its own words."""
    texts = texts_by_block(site)
    digests = {number: digest_of_block(some) for number, some in texts.items()}
    shape = shape_of(sum(map(len, texts.values())))
    blocks = make_blocks(texts, digests, shape, site)
    said = site.theme.words("uk")
    words = {key[5:]: said[key] for key in said if key.startswith("find_")}
    inputs = (_facts(texts), names_of(site), shape, words)
    yield OutputGroup(name="search", inputs=inputs, expand=expand_facets)
    name = named(site.vocabulary.site.get("name") or {"uk": said["search"]}, "uk")
    opensearch = (name, said["search_description"], site.url, f"/{SEARCH}/")
    yield Output(path="opensearch.xml", inputs=opensearch, render=description)
    first = 0
    for letter, count, expand in (
        ("p", shape.buckets, expand_buckets),
        ("b", shape.buckets, expand_pairs),
        ("f", shape.shards, expand_forms),
        ("h", shape.shards, expand_heads),
    ):
        for at in range(0, count, TOGETHER):
            some = Slices(blocks, at, first + at, min(TOGETHER, count - at), count)
            yield OutputGroup(name=f"search-{letter}-{at:x}", inputs=(some,), expand=expand)
        first += count
    for number, found in texts.items():
        cards = Gathered(digests[number], _cards_of(found, site))
        yield OutputGroup(name=f"search-c-{number:x}", inputs=(cards,), expand=expand_cards)


def _facts(texts: Mapping[int, list[Found]]) -> Gathered[Facts]:
    found = [one for some in texts.values() for one in some]
    known = "\n".join([one.chosen_by for one in found])
    return Gathered(
        digest_of(known), lambda: tuple(facts_of(one.id, one.text, one.status) for one in found)
    )


def _cards_of(found: Iterable[Found], site: Site) -> Callable[[], tuple[Card, ...]]:
    return lambda: tuple(card_of(one.id, one.text, one.files, one.known, site) for one in found)


def expand_facets(
    gathered: Gathered[Facts], names: Names, shape: object, words: Mapping[str, str]
) -> Iterator[Output]:
    """Yield the manifest and the columns of facets."""
    every = gathered.gather()
    ids = max((one.id for one in every), default=-1) + 1
    facts = Gathered(digest_bytes(repr(every).encode()), lambda: every)
    for name, render in (
        ("facets", render_facets), ("topics", render_topics), ("days", render_days),
    ):  # fmt: skip
        yield Output(path=f"{FOLDER}/{name}", inputs=(facts, names, ids), render=render)
    inputs = (len(every), ids, shape, names, words)
    yield Output(path=f"{FOLDER}/index.json", inputs=inputs, render=manifest)


def expand_buckets(some: Slices) -> Iterator[Output]:
    """Yield some buckets of postings."""
    return _files("p", some, render_bucket)


def expand_pairs(some: Slices) -> Iterator[Output]:
    """Yield some buckets of pairs: which words stand side by side."""
    return _files("b", some, render_pairs)


def expand_forms(some: Slices) -> Iterator[Output]:
    """Yield some shards of the map of forms."""
    return _files("f", some, render_shard)


def expand_heads(some: Slices) -> Iterator[Output]:
    """Yield some shards of heads."""
    return _files("h", some, render_shard)


def _files(letter: str, some: Slices, render: Callable[[Slices], bytes]) -> Iterator[Output]:
    for one in some.each():
        # How many there are stands in the address: a manifest never leads into another cut.
        path = f"{FOLDER}/{letter}{one.of}/{one.number:x}"
        yield Output(path=path, inputs=(one,), render=render)


def expand_cards(cards: Gathered[Card]) -> Iterator[Output]:
    """Yield the files of cards of a block."""
    by_id = {card.id: card for card in cards.gather()}
    for number, ids in by_file(sorted(by_id), IN_CARD).items():
        some = tuple(by_id[id_] for id_ in ids)
        yield Output(path=f"{FOLDER}/c/{number:x}", inputs=(some,), render=render_cards)


def render_facets(facts: Gathered[Facts], names: Names, ids: int) -> bytes:
    """Return sorts and years."""
    return packed(facets(facts.gather(), names, ids))


def render_topics(facts: Gathered[Facts], names: Names, ids: int) -> bytes:
    """Return the columns of topics: asked for when somebody chooses by them."""
    return packed(topics(facts.gather(), names, ids))


def render_days(facts: Gathered[Facts], _names: Names, ids: int) -> bytes:
    """Return the columns of days: asked for when somebody sorts by them."""
    return packed(days(facts.gather(), ids))


def render_bucket(some: Slices) -> bytes:
    """Return a bucket of postings."""
    return packed(bucket(some.read()))


def render_pairs(some: Slices) -> bytes:
    """Return a bucket of pairs."""
    return packed(pair_bucket(some.read()))


def render_shard(some: Slices) -> bytes:
    """Return a shard of the map of forms, or of heads."""
    return packed(shard(some.read()))
