"""A block of 256 texts: their postings, pairs and forms, cut as the index is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import from_json

from plugins.search import forms, postings
from plugins.search.block_file import save_block
from plugins.search.lexicon import Entry, Lexicon
from plugins.search.phrases import load_pairs, pair_slices
from plugins.search.postings import FILES, MOST_IMPACT, NAMED, Posting, damping, impact
from plugins.search.shape import BLOCK, Shape

NOTHING = (0.0, 0.0)  # in title, in text


@dataclass(frozen=True, slots=True)
class Member:
    """A text of a block: its ``id`` in the index, its ``path``, its ``files`` with words.

    ``names`` are words that it is called by and need not hold: its kind, its body.
    """

    id: int
    path: str
    files: tuple[str, ...]
    names: tuple[str, ...]


Read = Callable[[str], str]
"""Gives the extract of a text or file by its path."""


def make_block(
    file: Path, digest: str, members: Sequence[Member], shape: Shape, read: Read, lexicon: Lexicon
) -> None:
    """Make a block and put it into its file; ``digest`` says what it is made from."""
    save_block(file, digest, members[0].id // BLOCK, _made(members, shape, read, lexicon))


def _made(members: Iterable[Member], shape: Shape, read: Read, lexicon: Lexicon) -> list[bytes]:
    texts = [_Words.read(member, read) for member in members]
    words = dict.fromkeys(word for text in texts for some in text.every for word in some)
    entries = lexicon.entries(words)
    found: dict[str, list[Posting]] = {}
    for text in texts:
        for key, posting in text.postings(entries):
            found.setdefault(key, []).append(posting)
    lines = [*map(forms.line_of, {line: 0 for word in words for line in entries[word].lines})]
    return [
        *postings.slices(found, shape.buckets),
        *pair_slices([(text.id, text.pairs) for text in texts], shape.buckets),
        *forms.map_slices(lines, shape.shards),
        *forms.head_slices(lines, shape.shards),
    ]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one text as its extract counts them, and those of its files.

    ``id`` is that within the block.
    """

    id: int
    words: list[str]
    counts: list[list[int]]
    pairs: Sequence[int]
    names: tuple[str, ...]
    files: list[list[str]]

    @classmethod
    def read(cls, member: Member, read: Read) -> "_Words":
        words, *counts, pairs = from_json(read(member.path))
        files = [read(file).split() for file in member.files]
        return cls(member.id % BLOCK, words, counts, load_pairs(pairs), member.names, files)

    @property
    def every(self) -> list[Sequence[str]]:
        return [self.words, self.names, *self.files]

    def postings(self, entries: Mapping[str, Entry]) -> Iterable[tuple[str, Posting]]:
        """Return a posting for each key; names and words of files count where the text has none."""
        sums: dict[str, tuple[float, float]] = {}
        for word, in_title, in_text in zip(self.words, *self.counts, strict=True):
            for key, share in entries[word].keys:
                before = sums.get(key, NOTHING)
                sums[key] = (before[0] + share * in_title, before[1] + share * in_text)
        damped = damping(sum(self.counts[1]))
        made = {
            key: Posting(self.id, impact(in_title, in_text, damped))
            for key, (in_title, in_text) in sums.items()
        }
        for key in {key for name in self.names for key, _ in entries[name].keys}:
            said = made.get(key, Posting(self.id, 0))
            made[key] = said._replace(impact=min(said.impact + NAMED, MOST_IMPACT))
        for number, some in enumerate(self.files, 1):
            mark = Posting(self.id, 1 + (min(number, 3) << FILES))
            for word in some:
                for key, _ in entries[word].keys:
                    made.setdefault(key, mark)
        return made.items()
