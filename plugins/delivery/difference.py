"""What to send and what to remove where no switch at once can be had; in which order."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from plugins.delivery.manifest import File, Manifest
from plugins.delivery.names import MANIFEST, RELEASE, is_immutable, is_page, is_twin


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths to send, in order, and paths to remove after that."""

    send: tuple[str, ...]
    remove: tuple[str, ...]


def difference(
    new: Manifest,
    live: Manifest | None,
    doubtful: Collection[str],
    former: Manifest | None,
    wanted: Callable[[str], bool] = lambda path: True,
) -> Difference:
    """Return how the remote comes to ``new``.

    ``live`` is what it shows by its manifest. ``doubtful`` are files that deploys which broke off
    have meant to change since: nobody knows how they lie there. Hashed files of ``live`` stay for
    pages that browsers have open; those of ``former``, the release before, go.
    """
    shown = _files(live)
    send = [
        path
        for path, file in new.files.items()
        if wanted(path) and (path in doubtful or shown.get(path) != file)
    ]
    there = {*shown, *_files(former), *doubtful}
    keep = new.files.keys() | {path for path in shown if is_immutable(path)}
    return Difference(tuple(sorted(send, key=_turn)), tuple(sorted(there - keep)))


def _files(manifest: Manifest | None) -> dict[str, File]:
    return dict(manifest.files) if manifest else {}


def _turn(path: str) -> tuple[int, str]:
    """What others ask for goes before them: assets, data, pages, the word that all is there."""
    if path in (RELEASE, MANIFEST):
        return 4, path
    page = is_page(path.removesuffix(".br").removesuffix(".gz") if is_twin(path) else path)
    return (
        0 if is_immutable(path) else 3 if page and not is_twin(path) else 2 if page else 1
    ), path
