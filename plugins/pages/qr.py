"""A QR code as one path of an SVG, for paper.

All of a code follows from the bits of the address by addition without carry: the bits themselves,
those that mend errors, their places, the mask. So one code differs from another of its length by
what the bits draw in which their addresses differ. The library draws the first of each length and
each bit once, not 12,000 acts: a code takes 0.01 ms instead of 0.6.
"""

import re
from bisect import bisect_left
from functools import cache
from struct import pack, unpack

from plugins.pages.view import QrCode

QUIET = 4  # modules of white around a code (ISO/IEC 18004)
MASK = 4  # any of the eight is valid; to look for the best one costs four times the rest
LONGEST = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)  # bytes of versions 1–10 at level M
_PIECE = 11  # modules of a row whose drawing is remembered: 2,048 drawings, three in a usual row
_RUN = re.compile("1+|0+")
_first: dict[int, bytes] = {}


def qr_code(url: str) -> QrCode | None:
    """Return the code of an address; a fold or a stain of 15 % of it may be lost (level M).

    One of more than 213 bytes has none: its modules would be too small for a phone.
    """
    data = url.encode()
    version = bisect_left(LONGEST, len(data)) + 1
    if version > len(LONGEST):
        return None
    side = 17 + 4 * version
    return QrCode(size=side + 2 * QUIET, path=_path(_drawn(data, version), side))


def _drawn(data: bytes, version: int) -> int:
    """Return the code of some bytes: that of the first ones of their length and the difference."""
    like = _first.setdefault(len(data), data)
    drawn = _modules(like, version)
    for place, (one, other) in enumerate(zip(data, like, strict=True)):
        if one != other:
            drawn ^= _byte(version, place, one ^ other)
    return drawn


@cache
def _byte(version: int, place: int, byte: int) -> int:
    """Return what a byte at a place draws: what its bits do."""
    drawn = 0
    for bit in range(8):
        if byte >> bit & 1:
            drawn ^= _bit(version, place, bit)
    return drawn


@cache
def _bit(version: int, place: int, bit: int) -> int:
    none = bytes(LONGEST[version - 1])
    alone = none[:place] + bytes([1 << bit]) + none[place + 1 :]
    return _modules(alone, version) ^ _modules(none, version)


@cache
def _modules(data: bytes, version: int) -> int:
    """Return a code as the library draws it: pieces of its rows, 16 bits each."""
    import segno  # 15 ms, and most edits make no code

    made = segno.make(
        data, error="m", mode="byte", version=version, boost_error=False, micro=False, mask=MASK
    )
    rows = ["".join(map(str, row)) for row in made.matrix]
    pieces = [row[at : at + _PIECE] for row in rows for at in range(0, len(row), _PIECE)]
    return int.from_bytes(pack(f">{len(pieces)}H", *(int(piece, 2) for piece in pieces)), "big")


def _path(drawn: int, side: int) -> str:
    """Return strokes and leaps from where the last one ended, and back at the end of a row."""
    widths = [min(_PIECE, side - at) for at in range(0, side, _PIECE)]
    count = len(widths) * side
    pieces = unpack(f">{count}H", drawn.to_bytes(2 * count, "big"))
    columns = [
        map(_drawings(width).__getitem__, pieces[at :: len(widths)])
        for at, width in enumerate(widths)
    ]
    return f"M{QUIET} {QUIET}" + f"m-{side} 1".join(map("".join, zip(*columns, strict=True)))


@cache
def _drawings(width: int) -> "_Drawings":
    return _Drawings(width)


class _Drawings(dict[int, str]):
    """Pieces of a row of one width, as strokes and leaps, each drawn when first asked for."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, piece: int) -> str:
        runs = _RUN.findall(f"{piece:0{self._width}b}")
        drawn = "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)
        self[piece] = drawn
        return drawn
