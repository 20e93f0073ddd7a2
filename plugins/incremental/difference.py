"""What lies in the content folder, beside what the store knows: files to read, files gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.incremental.scan import Found, content_digest

Known = tuple[str, int, str]
"""The stamp of a file, the moment when it was read, the digest of its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The files of ``folder`` beside those known; false when all of them are.

    ``stale`` ones are new or may have changed since they were read; ``gone`` are the paths of
    files that are known and no longer there. ``elsewhere`` are the places of the files that do
    not lie where their path says: the disk holds another form of the name than NFC.
    """

    folder: str
    stale: tuple[Found, ...]
    gone: tuple[str, ...]
    elsewhere: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.stale or self.gone)

    def place(self, path: str) -> str:
        """Return where the file of a path lies."""
        return self.elsewhere.get(path) or f"{self.folder}/{path}"


def difference(folder: Path, found: Mapping[str, Found], known: Mapping[str, Known]) -> Difference:
    """Compare the files found with (stamp, moment of reading, digest) of the files known."""
    usual = len(f"{folder}/")
    # In order: every build reads the same files in the same turn, whatever the disk lists first.
    stale = sorted(one for path, one in found.items() if not _same(one, known.get(path)))
    return Difference(
        folder=str(folder),
        stale=tuple(stale),
        gone=tuple(sorted(known.keys() - found.keys())),
        elsewhere={path: one.place for path, one in found.items() if one.place[usual:] != path},
    )


def _same(found: Found, known: Known | None) -> bool:
    """A file just saved may have the stamp it was read with and other bytes: look at them."""
    if known is None:
        return False
    stamp, read_ns, digest = known
    if found.unchanged(stamp, read_ns):
        return True
    try:
        return found.stamp == stamp and content_digest(Path(found.place).read_bytes()) == digest
    except OSError:  # whoever reads it tells why it cannot be read
        return False
