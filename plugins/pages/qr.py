"""A QR code as one path of an SVG, for paper.

All of a code follows from the bits of the address by addition without carry: the bits themselves,
those that mend errors, their places, the mask. So one code differs from another of its length by
what the bits draw in which their addresses differ. The library draws the first of each length and
each bit once, not 12,000 acts: 0.05 ms a code instead of 0.6.
"""

import re
from bisect import bisect_left
from functools import cache

from plugins.pages.view import QrCode

QUIET = 4  # modules of white around a code (ISO/IEC 18004)
MASK = 4  # any of the eight is valid; to look for the best one costs four times the rest
LONGEST = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)  # bytes of versions 1–10 at level M
_PIECE = 11  # modules of a row whose drawing is remembered: 2,048 drawings, three in a usual row
_RUN = re.compile(b"\x01+|\x00+")
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
    """Return a code as the library draws it: a byte a module, row by row."""
    import segno  # 15 ms, and most edits make no code

    made = segno.make(
        data, error="m", mode="byte", version=version, boost_error=False, micro=False, mask=MASK
    )
    return int.from_bytes(b"".join(bytes(row) for row in made.matrix), "big")


def _path(drawn: int, side: int) -> str:
    """Return strokes and leaps from where the last one ended, and back at the end of a row."""
    modules = drawn.to_bytes(side * side, "big")
    rows = (modules[start : start + side] for start in range(0, len(modules), side))
    back = f"m-{side} 1"
    return f"M{QUIET} {QUIET}" + back.join(
        "".join([_piece(row[start : start + _PIECE]) for start in range(0, side, _PIECE)])
        for row in rows
    )


@cache
def _piece(modules: bytes) -> str:
    runs = (run[0] for run in _RUN.finditer(modules))
    return "".join(f"h{len(run)}" if run[0] else f"m{len(run)} 0" for run in runs)
