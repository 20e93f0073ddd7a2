"""Files of the index: a head and columns, compressed as the browser unpacks them itself, under a
name that no server compresses again."""

import struct
import zlib
from collections.abc import Iterable

LEVEL = 9


def with_head(lines: Iterable[bytes], columns: Iterable[bytes]) -> bytes:
    """Return the length of a head, little-endian in four bytes, its lines, and the columns."""
    head = b"\n".join(lines)
    return struct.pack("<I", len(head)) + head + b"".join(columns)


def packed(data: bytes) -> bytes:
    """Return gzip (RFC 1952) without a name or a time: the same bytes every day."""
    return zlib.compress(data, LEVEL, wbits=31)
