"""The file of a block, kept between builds.

It says by a digest what it was made of, so it is never stale and never missed.
"""

from array import array
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct

DIGEST = 8  # bytes: an edit puts together those of all files in all blocks
NONE = bytes(DIGEST)  # the digest of nothing
WORD = 4  # bytes of a number in the file
_WORDS = Struct("=I")


@dataclass(frozen=True, slots=True)
class Block:
    """A block in its file: where its slices end, their digests one behind another, the slices.

    The file is read where it is used: of 10,000 slices an edit asks for a few.
    """

    data: mmap
    ends: memoryview
    digests: int

    def slice(self, number: int) -> bytes:
        """Return what the block gives to a file of the index."""
        return self.data[self.ends[number] : self.ends[number + 1]]

    def known(self) -> bytes:
        """Return the digests of all slices, ``DIGEST`` bytes each; of an empty one zeros."""
        return self.data[self.digests : self.digests + DIGEST * (len(self.ends) - 1)]


def load_block(file: Path, digest: str) -> Block | None:
    """Return the block in a file, ``None`` when there is none that was made from the same."""
    try:
        with file.open("rb") as opened:
            data = mmap(opened.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # there is none, or nothing is in it
        return None
    head = f"{digest}\n".encode()
    if data[: len(head)] != head or len(data) < len(head) + WORD:
        return None
    count, *_ = _WORDS.unpack_from(data, len(head))
    ends = memoryview(data)[len(head) + WORD :][: WORD * count]
    if not count or len(ends) < WORD * count:
        return None
    made = Block(data, ends.cast("I"), len(head) + WORD * (count + 1))
    return made if len(data) == made.ends[-1] else None


def save_block(file: Path, digest: str, number: int, slices: list[bytes]) -> None:
    """Put a block into its file at one stroke; ``digest`` says what it is made from."""
    head = f"{digest}\n".encode()
    first = len(head) + WORD * (len(slices) + 2) + DIGEST * len(slices)
    ends = array("I", accumulate(map(len, slices), initial=first))
    # The same slice of another block is another one: digests of all blocks are put together.
    key = number.to_bytes(WORD, "little")
    known = [blake2b(one, digest_size=DIGEST, key=key).digest() if one else NONE for one in slices]
    aside = file.with_suffix(".new")
    aside.write_bytes(b"".join([head, _WORDS.pack(len(ends)), ends.tobytes(), *known, *slices]))
    aside.replace(file)
