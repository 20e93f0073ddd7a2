"""Compressed twins of texts: ``index.html.br`` and ``.gz``, which a web server sends as they are.

A twin is a function of its file's bytes, made in the same plan (docs/adr/0006). Whether there is
one is told by name and size alone, so that no file need be read or compressed to know.
"""

import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from plugins.incremental.errors import RenderError

LEAST = 512  # bytes; a smaller file goes out in one packet either way
TEXTS = frozenset({
    ".css", ".csv", ".html", ".ics", ".js", ".json", ".map", ".md", ".svg", ".txt",
    ".webmanifest", ".xml", ".xsl",
})  # fmt: skip
"""Suffixes of texts; pictures, fonts and archives are compressed already."""

BROTLI_QUALITY = 7
"""A page of 11.6 kB: 3.0 kB in 0.3 ms; 11 would save 240 bytes and take 12 ms."""

GZIP_LEVEL = 9


def twins_of(path: str, size: int, encodings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths of a file's twins; ``encodings`` are «br», «gz» or both."""
    if not encodings or size < LEAST or PurePosixPath(path).suffix not in TEXTS:
        return ()
    return tuple(f"{path}.{encoding}" for encoding in encodings)


def require_known(encodings: Iterable[str]) -> None:
    """Raise RenderError for an encoding in the settings that is none of ours."""
    if unknown := set(encodings) - _COMPRESS.keys():
        known = " і ".join(_COMPRESS)
        raise RenderError(f"PRECOMPRESSED: невідоме стиснення «{min(unknown)}», можливі {known}")


def compress(data: bytes, encoding: str) -> bytes:
    """Return the bytes in an encoding, the same every time."""
    return _COMPRESS[encoding](data)


def recipe(encoding: str) -> str:
    """Return what a twin depends on beside the bytes of its file: by another it is made anew."""
    return _RECIPES[encoding]()


def _brotli(data: bytes) -> bytes:
    """RFC 7932."""
    import brotli  # only a public build needs it

    compressed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return compressed


def _gzip(data: bytes) -> bytes:
    """RFC 1952, without a name or a time."""
    return zlib.compress(data, GZIP_LEVEL, wbits=31)


def _brotli_recipe() -> str:
    import brotli  # as above

    return f"brotli {brotli.__version__} {BROTLI_QUALITY}"


def _gzip_recipe() -> str:
    return f"zlib {zlib.ZLIB_RUNTIME_VERSION} {GZIP_LEVEL}"


_COMPRESS = {"br": _brotli, "gz": _gzip}
_RECIPES = {"br": _brotli_recipe, "gz": _gzip_recipe}
