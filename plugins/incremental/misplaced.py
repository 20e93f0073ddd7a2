"""What of the last build no longer lies as it was written."""

from collections.abc import Callable
from pathlib import Path

from plugins.incremental.store import Store
from plugins.incremental.twins import recipe, twins_of

Misplaced = Callable[[], frozenset[str]]
"""Gives the paths that ``misplaced`` found, waiting for them if need be."""


def misplaced(store: Store, folder: Path, encodings: tuple[str, ...]) -> frozenset[str]:
    """Return the paths of files that do not lie in ``folder`` as the last build wrote them.

    So is a file that wants for a compressed twin beside it, and a twin that is not wanted or was
    not made as it would be today.
    """
    rows = store.outputs()
    at = str(folder)
    recipes = {recipe(encoding) for encoding in encodings}
    placed = {
        path
        for path, row in rows.items()
        if row.in_place(at) and (row.digest or row.key in recipes)
    }
    if encodings:
        placed = {
            path for path in placed if placed.issuperset(twins_of(path, rows[path].size, encodings))
        }
    return frozenset(rows.keys() - placed)
