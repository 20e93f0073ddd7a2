"""All texts in their blocks, and what follows from each of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, reduce
from operator import attrgetter, xor
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.council.text import Text
from plugins.output import Site
from plugins.output.digest import digest_bytes, digest_of
from plugins.search.attached import SUFFIXES
from plugins.search.block import Member, make_block
from plugins.search.block_file import Block, load_block
from plugins.search.facets import Names, kind_of, names_of, status_of
from plugins.search.ids import numbered
from plugins.search.lexicon import Lexicon
from plugins.search.scanning import scan
from plugins.search.shape import BLOCK, Shape


class Found(NamedTuple):
    """A text on its way into the index; ``known`` is what all that is made of it follows from.

    ``chosen_by`` is what its facets follow from: they stay when only its body has changed.
    """

    id: int
    text: Text
    files: tuple[str, ...]
    status: str
    chosen_by: str
    known: str


def texts_by_block(site: Site) -> Mapping[int, list[Found]]:
    """Return all texts that have a page, by the number of their block, in the order of ids."""
    blocks: dict[int, list[Found]] = {}
    for id_, text in numbered(site):
        blocks.setdefault(id_ // BLOCK, []).append(_found(id_, text, site))
    return {number: sorted(blocks[number], key=_by_id) for number in sorted(blocks)}


_by_id = attrgetter("id")


def _found(id_: int, text: Text, site: Site) -> Found:
    files = tuple([
        one.target
        for one in text.mentions
        if one.sort == "file" and PurePosixPath(one.target).suffix.lower() in SUFFIXES
    ])  # fmt: skip
    status = status_of(text, site)
    chosen_by = f"{id_}|{text.digest}|{status}"
    known = f"{chosen_by}|{text.body_digest}"
    if files:
        known += "".join(f"|{site.files[path].digest}" for path in files)
    return Found(id_, text, files, status, chosen_by, known)


def digest_of_block(found: Iterable[Found]) -> str:
    """Return what all that is made of some texts is known by."""
    return digest_bytes("\n".join([one.known for one in found]).encode())


class Blocks:
    """All blocks by their numbers; ``known`` are digests of what they give to each file.

    The digests of all blocks are put together by «exclusive or», 10,000 at once as one great
    number, so that to plan every file of the index costs no more for a greater archive.
    """

    def __init__(self, blocks: Mapping[int, Block]) -> None:
        self._blocks = blocks
        every = [one.known() for one in blocks.values()]
        size = max(map(len, every), default=0)
        together = reduce(xor, [int.from_bytes(one, "little") for one in every], 0)
        self.known = together.to_bytes(size, "little")

    def slices(self, number: int) -> Iterator[tuple[int, bytes]]:
        """Yield the number of each block and what it gives to one file of the index."""
        for at, one in self._blocks.items():
            yield at, one.slice(number)


def make_blocks(
    texts: Mapping[int, list[Found]], digests: Mapping[int, str], shape: Shape, site: Site
) -> Blocks:
    """Return the blocks by their numbers: what did not change comes from the cache."""
    folder = site.cache / "search"
    lexicon = Lexicon(folder)
    _forget(folder, texts.keys())
    files = {number: folder / f"block-{number}" for number in texts}
    names = Called(names_of(site))
    cut = f"{names.digest}-{shape.buckets}-{shape.shards}"
    known = {number: f"{digests[number]}-{cut}" for number in texts}

    def make(number: int) -> None:
        members = [
            Member(one.id, one.text.path, one.files, names.of(one.text)) for one in texts[number]
        ]
        make_block(files[number], known[number], members, shape, read, lexicon)

    def read(path: str) -> str:
        return site.extract("search", path)

    blocks = {number: load_block(files[number], known[number]) for number in texts}
    stale = [number for number, one in blocks.items() if one is None]
    for _ in site.each(make, stale):
        pass
    blocks |= {number: load_block(files[number], known[number]) for number in stale}
    return Blocks({number: one for number, one in blocks.items() if one is not None})


class Called:
    """The words by which a text is called: «Розпорядження міського голови»."""

    def __init__(self, names: Names) -> None:
        self._kinds, self._bodies = dict(names.kinds), dict(names.bodies)
        self.digest = digest_of(names.kinds, names.bodies)
        self._words = cache(self._scanned)

    def of(self, text: Text) -> tuple[str, ...]:
        """Return the words of a text's kind and body."""
        return self._words(kind_of(text), text.body)

    def _scanned(self, kind: str, body: str) -> tuple[str, ...]:
        return tuple(scan(f"{self._kinds.get(kind, '')} {self._bodies.get(body, '')}").words)


def _forget(folder: Path, numbers: Iterable[int]) -> None:
    wanted = {f"block-{number}" for number in numbers}
    for file in folder.glob("block-*"):
        if file.name not in wanted:
            file.unlink()
