"""Into how many files the index is cut: enough that each is small, few when the site is."""

from dataclasses import dataclass

BLOCK = 256  # texts whose postings are made together: an id is a block and one byte
IN_CARD = 2  # texts in a file of cards: ten results are ten files, mostly
TEXTS_PER_BUCKET = 8  # some 4 kB, compressed
MOST_BUCKETS, MOST_SHARDS = 8192, 1024
START = 4  # letters of a form by which its shard is known
HEAD = 6  # letters of a form within which a mistake is looked for by what is left without one


@dataclass(frozen=True, slots=True)
class Shape:
    """``buckets`` of postings; ``shards`` of the map of forms, and as many of their heads."""

    buckets: int
    shards: int


def shape_of(texts: int) -> Shape:
    """Return the shape for a number of texts: powers of two, so that it seldom changes."""
    buckets = 1
    while buckets * TEXTS_PER_BUCKET < texts and buckets < MOST_BUCKETS:
        buckets *= 2
    return Shape(buckets, min(2 * buckets, MOST_SHARDS))
