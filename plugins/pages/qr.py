"""A QR code as one path of an SVG, for paper."""

import re

from plugins.pages.view import QrCode

QUIET = 4  # modules of white around a code (ISO/IEC 18004)
MASK = 4  # any of the eight is valid; to look for the best one costs four times the rest
_RUN = re.compile(b"\x01+")


def qr_code(url: str) -> QrCode:
    """Return the code of an address; a fold or a stain of 15 % of it may be lost (level M)."""
    import segno  # 15 ms, and most edits make no code

    rows = segno.make(url, error="m", boost_error=False, micro=False, mask=MASK).matrix
    size = len(rows) + 2 * QUIET
    path = "".join(
        f"M{run.start() + QUIET} {y}h{len(run[0])}"
        for y, row in enumerate(rows, QUIET)
        for run in _RUN.finditer(row)
    )
    return QrCode(size=size, path=path)
