"""What a store keeps of the release before the live one: aside, each file named by its digest."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from plugins.delivery.manifest import File, Manifest, file_of, manifest_text, read_manifest
from plugins.delivery.names import MANIFEST, is_immutable
from plugins.delivery.store import Store

ASIDE = ".former/"
FORMER = f"{ASIDE}{MANIFEST}"
BEGUN = "deploy.begun.json"


@dataclass(frozen=True, slots=True)
class Begun:
    """What runs that broke off have meant to change.

    ``bringing`` is the digest of the manifest that the last of them was to write when all else is
    there; empty where it mended what is live.
    """

    bringing: str
    paths: frozenset[str]


@dataclass(frozen=True, slots=True)
class There:
    """What lies in a store by its own word: None where it has none."""

    live: Manifest | None
    former: Manifest | None
    begun: Begun | None

    def is_live(self, manifest: Manifest) -> bool:
        """Whether the live release is this one."""
        return self.live is not None and manifest_text(self.live) == manifest_text(manifest)

    @property
    def half(self) -> bool:
        """Whether a run was broken off before all that it brought was there."""
        return self.begun is not None and self.begun.bringing != digest_of(self.live)

    @property
    def bringing(self) -> str:
        """What the last run was bringing, broken off or not."""
        return self.begun.bringing if self.begun else digest_of(self.live)

    @property
    def kept_by_begun(self) -> frozenset[str]:
        """What runs that broke off have put aside."""
        paths = self.begun.paths if self.begun else frozenset[str]()
        return frozenset(path for path in paths if path.startswith(ASIDE))

    @property
    def doubtful(self) -> frozenset[str]:
        """Paths of which nobody knows how they lie there."""
        paths = self.begun.paths if self.begun else frozenset[str]()
        sure = self.live.files if self.live and not self.half else ()
        return frozenset(path for path in paths if not path.startswith(ASIDE) and path not in sure)

    @property
    def before(self) -> Manifest | None:
        """What to return to: the live release where half of another lies over it, or the former."""
        return self.live if self.half else self.former


def look(store: Store) -> There:
    """Return what is there."""
    live, former = _manifest(store, MANIFEST), _manifest(store, FORMER)
    text = store.read(BEGUN)
    if text is None:
        return There(live, former, None)
    known = {path for one in (live, former) if one for path in one.files}
    return There(live, former, _begun(text) or Begun("", frozenset(known)))


def begun_text(bringing: str, paths: Collection[str]) -> str:
    """Return ``deploy.begun.json``."""
    return json.dumps({"bringing": bringing, "files": sorted(paths)})


def digest_of(manifest: Manifest | None) -> str:
    """Return by what a manifest is known, empty for none."""
    return file_of(manifest_text(manifest).encode()).sha256 if manifest else ""


def kept_as(file: File) -> str:
    """Return where a file of the former release is kept."""
    return f"{ASIDE}{file.sha256}"


def replaced(
    live: Manifest | None, new: Manifest, wanted: Callable[[str], bool]
) -> Mapping[str, str]:
    """Return what is lost of ``live`` when ``new`` comes: path → where it is to be kept.

    Hashed files are not: they stay where they are for as long as one can return to them.
    """
    return {
        path: kept_as(file)
        for path, file in (live.files.items() if live else ())
        if wanted(path) and not is_immutable(path) and new.files.get(path) != file
    }


def outdated(there: There, needed: Collection[str]) -> list[str]:
    """Return what is kept aside and needed no more, also by runs that broke off."""
    kept = set(there.kept_by_begun)
    if there.live is not None:
        kept |= set(replaced(there.former, there.live, lambda path: True).values())
    return sorted(kept - set(needed))


def _manifest(store: Store, path: str) -> Manifest | None:
    text = store.read(path)
    return read_manifest(text) if text else None


def _begun(text: str) -> Begun | None:
    try:
        told = json.loads(text)
        return Begun(str(told["bringing"]), frozenset(map(str, told["files"])))
    except (ValueError, TypeError, KeyError):
        return None
