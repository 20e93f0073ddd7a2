"""What lies in the content folder, beside what the store knows: files to read, files gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.incremental.scan import Found, content_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The files ``found``, by path; false when all of them are known.

    ``stale`` ones are new or may have changed since they were read; ``gone`` are the paths of
    files that are known and no longer there.
    """

    found: Mapping[str, Found]
    stale: tuple[Found, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.stale or self.gone)


def difference(found: Mapping[str, Found], known: Mapping[str, tuple[str, int, str]]) -> Difference:
    """Compare the files found with (stamp, moment of reading, digest) of the files known."""
    stale = (
        one for path, one in found.items() if path not in known or not _same(one, *known[path])
    )
    gone = (path for path in known if path not in found)
    return Difference(found=found, stale=tuple(stale), gone=tuple(gone))


def _same(found: Found, stamp: str, read_ns: int, digest: str) -> bool:
    """A file just saved may have the stamp it was read with and other bytes: look at them."""
    if found.unchanged(stamp, read_ns):
        return True
    return found.stamp == stamp and content_digest(Path(found.place).read_bytes()) == digest
