"""All texts in their blocks, and what follows from each of them."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.council.text import Text
from plugins.output import Site
from plugins.output.digest import digest_bytes, digest_of
from plugins.search.attached import SUFFIXES
from plugins.search.block import Block, Member, load_block, make_block
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


def make_blocks(
    texts: Mapping[int, list[Found]], digests: Mapping[int, str], shape: Shape, site: Site
) -> dict[int, Block]:
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
            Member(one.id % BLOCK, one.text.path, one.files, names.of(one.text))
            for one in texts[number]
        ]
        make_block(files[number], known[number], members, shape, read, lexicon)

    def read(path: str) -> str:
        return site.extract("search", path)

    blocks = {number: load_block(files[number], known[number]) for number in texts}
    stale = [number for number, one in blocks.items() if one is None]
    for _ in site.each(make, stale):
        pass
    blocks |= {number: load_block(files[number], known[number]) for number in stale}
    return {number: one for number, one in blocks.items() if one is not None}


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
