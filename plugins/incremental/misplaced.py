"""What of the last build no longer lies as it was written."""

from collections.abc import Callable
from pathlib import Path

from plugins.incremental.rows import stamp_of
from plugins.incremental.store import Store
from plugins.incremental.twins import recipe, twins_of

Misplaced = Callable[[], frozenset[str]]
"""Gives the paths that ``misplaced`` found, waiting for them if need be."""


def misplaced(store: Store, folder: Path, encodings: tuple[str, ...]) -> frozenset[str]:
    """Return the paths of files that do not lie in ``folder`` as the last build wrote them.

    So is a file that wants for a compressed twin beside it, and a twin that is not wanted or was
    not made as it would be today.
    """
    at = str(folder)
    recipes = {recipe(encoding) for encoding in encodings}
    sizes: dict[str, int] = {}
    misplaced = set()
    for path, stamp, made_by in store.written():
        if stamp_of(f"{at}/{path}") == stamp and (not made_by or made_by in recipes):
            sizes[path] = int(stamp.partition(" ")[0] or 0) if encodings else 0
        else:
            misplaced.add(path)
    if encodings:
        placed = sizes.keys() - misplaced
        misplaced |= {
            path for path in placed if not placed >= set(twins_of(path, sizes[path], encodings))
        }
    return frozenset(misplaced)
