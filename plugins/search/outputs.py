"""The index as outputs: buckets of postings, the map of forms, facets, cards, the manifest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.council.addresses import SEARCH
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.digest import digest_bytes, digest_of
from plugins.search.attached import SUFFIXES
from plugins.search.block import Block, Member, block
from plugins.search.cards import Card, by_file, card_of, render_cards
from plugins.search.facets import Facts, Names, days, facets, facts_of, names_of, status_of, topics
from plugins.search.forms import shard
from plugins.search.ids import numbered
from plugins.search.lexicon import Lexicon
from plugins.search.manifest import manifest
from plugins.search.packing import packed
from plugins.search.postings import bucket
from plugins.search.shape import BLOCK, IN_CARD, Shape, shape_of

FOLDER = f"{SEARCH}/data"


@dataclass(frozen=True, slots=True)
class Found:
    """A text on its way into the index; ``known`` is what all that is made of it follows from."""

    id: int
    text: Text
    files: tuple[str, ...]
    status: str
    known: str


@dataclass(frozen=True, slots=True)
class Index:
    """All texts by blocks, known by one digest; ``blocks`` makes or finds what is cut from them."""

    digest: str
    texts: int
    ids: int
    shape: Shape
    facts: Callable[[], Iterable[Facts]]
    blocks: Callable[[], dict[int, Block]]


@dataclass(frozen=True, slots=True)
class Slices:
    """What all blocks give to one file of the index, known by their digests."""

    digest: str
    blocks: dict[int, Block]
    number: int

    def read(self) -> Iterator[tuple[int, bytes]]:
        """Yield the number of each block and what it gives."""
        for number, one in self.blocks.items():
            yield number, one.slices[self.number]


def outputs(site: Site) -> Iterator[OutputGroup]:
    """Yield the index, and the cards of each 256 texts."""
    blocks: dict[int, list[Found]] = {}
    for id_, text in numbered(site):
        blocks.setdefault(id_ // BLOCK, []).append(_found(id_, text, site))
    known = {number: _digest(blocks[number]) for number in sorted(blocks)}
    names = names_of(site)
    words = site.theme.words("uk")
    said = {key[5:]: words[key] for key in words if key.startswith("find_")}
    inputs = (_index(blocks, known, site), names, said)
    yield OutputGroup(name="search", inputs=inputs, expand=expand_index)
    for number, digest in known.items():
        cards = Gathered(digest, lambda some=blocks[number]: tuple(_card(one, site) for one in some))
        yield OutputGroup(name=f"search-cards-{number}", inputs=(cards,), expand=expand_cards)


def _found(id_: int, text: Text, site: Site) -> Found:
    files = tuple(
        one.target
        for one in text.mentions
        if one.sort == "file" and PurePosixPath(one.target).suffix.lower() in SUFFIXES
    )
    status = status_of(text, site)
    known = f"{id_}|{text.digest}|{text.body_digest}|{status}"
    if files:
        known += "".join(f"|{site.files[path].digest}" for path in files)
    return Found(id_, text, files, status, known)


def _digest(found: list[Found]) -> str:
    return digest_bytes("\n".join([one.known for one in found]).encode())


def _index(blocks: dict[int, list[Found]], known: dict[int, str], site: Site) -> Index:
    texts = sum(map(len, blocks.values()))
    shape = shape_of(texts)

    def made() -> dict[int, Block]:
        return _blocks(blocks, known, shape, site)

    def facts() -> Iterator[Facts]:
        return (facts_of(one.id, one.text, one.status) for some in blocks.values() for one in some)

    last = max((one.id for some in blocks.values() for one in some), default=-1)
    return Index(digest_of(list(known.values())), texts, last + 1, shape, facts, made)


def _blocks(
    blocks: dict[int, list[Found]], known: dict[int, str], shape: Shape, site: Site
) -> dict[int, Block]:
    folder = site.cache / "search"
    lexicon = Lexicon(folder)
    _forget(folder, known.keys())
    return {
        number: block(
            folder / f"block-{number}", known[number],
            [Member(one.id % BLOCK, one.text.path, one.files) for one in blocks[number]],
            shape, lambda path: site.extract("search", path), lexicon,
        )
        for number in known
    }  # fmt: skip


def _forget(folder: Path, numbers: Iterable[int]) -> None:
    wanted = {f"block-{number}" for number in numbers}
    for file in folder.glob("block-*"):
        if file.name not in wanted:
            file.unlink()


def _card(found: Found, site: Site) -> Card:
    return card_of(found.id, found.text, found.files, found.known, site)


def expand_index(index: Index, names: Names, said: dict[str, str]) -> Iterator[Output]:
    """Yield every file of the index but the cards."""
    blocks, shape = index.blocks(), index.shape
    facts = Gathered(index.digest, lambda: tuple(index.facts()))
    for name, render_facet in (
        ("facets", render_facets), ("topics", render_topics), ("days", render_days),
    ):  # fmt: skip
        columns = (facts, names, index.ids)
        yield Output(path=f"{FOLDER}/{name}", inputs=columns, render=render_facet)
    inputs = (index.texts, index.ids, shape, names, said)
    yield Output(path=f"{FOLDER}/index.json", inputs=inputs, render=manifest)
    first = 0
    for letter, count, render in (
        ("p", shape.buckets, render_bucket),
        ("f", shape.shards, render_shard),
        ("h", shape.shards, render_shard),
    ):
        for number in range(count):
            slices = _slices(blocks, first + number)
            yield Output(path=f"{FOLDER}/{letter}/{number:x}", inputs=(slices,), render=render)
        first += count


def _slices(blocks: dict[int, Block], number: int) -> Slices:
    known = "".join([f"{at}{one.digests[number]}" for at, one in blocks.items()])
    return Slices(digest_bytes(known.encode()), blocks, number)


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


def render_bucket(slices: Slices) -> bytes:
    """Return a bucket of postings."""
    return packed(bucket(slices.read()))


def render_shard(slices: Slices) -> bytes:
    """Return a shard of the map of forms, or of heads."""
    return packed(shard(slices.read()))
