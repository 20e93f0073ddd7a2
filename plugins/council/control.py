"""Characters that nobody sees and no text needs."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)


def first_control(text: str) -> int | None:
    """Return where the first control character stands, if any; tabs and line ends are none."""
    found = _CONTROL.search(text)
    return found.start() if found else None


def without_invisible(text: str) -> str:
    """Drop soft hyphens, empty spaces and marks of direction, which come with pasted text."""
    return text.translate(_INVISIBLE)
