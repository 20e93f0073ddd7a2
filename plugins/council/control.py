"""Characters that nobody sees and no text needs."""

import re
from functools import lru_cache

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
INVISIBLE = "\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""A regular expression's set of what comes with pasted text and is better dropped."""

SEPARATORS = "\u2028\u2029"
"""Ends of lines and paragraphs in programs that lay out pages; to YAML too, to Markdown none."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_HIDDEN = re.compile(f"[{INVISIBLE}{SEPARATORS}]")
_UNUSUAL = re.compile(
    "[^\t\n -~\xa0-\xac\xae-\xff\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u205e№₴−]"
)


def first_control(text: str) -> int | None:
    """Return where the first control character stands, if any; tabs and line ends are none."""
    found = _CONTROL.search(text)
    return found.start() if found else None


def holds_invisible(text: str) -> bool:
    """Say whether something stands in a text that ``without_invisible`` takes out."""
    return _HIDDEN.search(text) is not None


@lru_cache(maxsize=8)  # reader and rules ask for the same text, with its title and summary between
def is_usual(text: str) -> bool:
    """Say whether a text has only Latin and Cyrillic letters, figures, and signs of print.

    Most texts have no others, and one look spares them the searches for each odd kind; such a text
    is in NFC.
    """
    return _UNUSUAL.search(text) is None


@lru_cache(maxsize=8)  # as above
def without_invisible(text: str) -> str:
    """Drop soft hyphens, empty spaces and marks of direction, which come with pasted text.

    An end of a line from another program becomes a blank, as words on its sides are two.
    """
    if is_usual(text):
        return text
    for separator in SEPARATORS:
        text = text.replace(separator, " ")
    return _INVISIBLE.sub("", text)
