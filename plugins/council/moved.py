"""Addresses of the previous site that lead to no text here but to a list or a file.

``content/data/moved.tsv``: the old address, a tab, the new one. Texts name their own old addresses
in ``aliases``; these have nobody else to name them.
"""

from collections.abc import Iterator

from plugins.council.fields import old_address

FILE = "data/moved.tsv"
NAME = "moved.tsv"
_SPECIAL = set('"\\ \t;{}$')  # to the servers that read our maps


def read_moved(text: str) -> Iterator[tuple[str, str]]:
    """Yield (old, new) of each line that has both; comments and torn lines are passed over."""
    yield from (pair for _, pair in numbered(text) if pair is not None)


def numbered(text: str) -> Iterator[tuple[int, tuple[str, str] | None]]:
    """Yield each line that is no comment: its number from 1, its pair or, of a torn one, none."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, _pair(line)


def _pair(line: str) -> tuple[str, str] | None:
    old, tab, new = line.partition("\t")
    ours = old.startswith("/") and new.startswith("/") and not new.startswith("//")
    if not tab or not ours or _SPECIAL & set(old + new):
        return None
    return old.strip(), new.strip()


def is_page(old: str) -> bool:
    """Whether an old address was a page's, so that a page can lie there and lead on."""
    try:
        return old_address(old) == old and old.endswith("/")
    except ValueError:
        return False
