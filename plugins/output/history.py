"""What git remembers of the texts: a declared input of the build, like the time and the ledger."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plugins.council.ledger import Ledger, moment_of
from plugins.council.text import Text
from plugins.council.versions import (
    WITHOUT_HISTORY,
    Edition,
    Version,
    Words,
    editions,
    facts_of,
)


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions of a text, the oldest first; ``read`` gives the words of one.

    ``missing`` when there may be some, and the site is built without the history of its texts.
    """

    shown: tuple[Edition, ...] = ()
    missing: bool = False
    read: Callable[[Edition], Words] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The history of the content folder.

    ``known`` holds digests of the versions of those texts that have several, by path;
    ``versions`` and ``words`` read them when a page is planned or rendered. ``first`` are the
    moments of first publication by (identity, address), as the ledger writes them: a text that is
    not in it has no public history. ``missing`` when the content has no git history to read;
    ``remembered`` is what the ledger said in former versions.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[tuple[str, str], str] = field(default_factory=dict)
    missing: bool = True
    remembered: Ledger = ()
    versions: Callable[[str], tuple[Version, ...]] | None = None
    words: Callable[[str, str], Words] | None = None

    def known_by(self, text: Text) -> str:
        """Return what the editions of a text are known by, empty when there is nothing to say."""
        if text.kind in WITHOUT_HISTORY:
            return ""
        if self.missing:
            return "|history missing" if self._is_missed(text) else ""
        if text.path not in self.known:
            return ""
        first = self.first.get((text.identity, text.address))
        return f"|history {self.known[text.path]} {first}" if first else ""

    def editions(self, text: Text) -> Editions:
        """Return the editions of a text that may be shown."""
        if not self.known_by(text):
            return Editions()
        if self.missing:
            return Editions(missing=True)
        assert self.versions is not None
        first = moment_of(self.first[text.identity, text.address])
        shown = editions(self.versions(text.path), facts_of(text.header), first)
        return Editions(shown=shown, read=lambda edition: self._words(text.path, edition))

    def _words(self, path: str, edition: Edition) -> Words:
        assert self.words is not None
        return self.words(path, edition.blob)

    def _is_missed(self, text: Text) -> bool:
        """Whether a reader would look for the history of a text: of acts, and of what changed."""
        asked = text.kind == "acts" or text.updated is not None
        return asked and (text.identity, text.address) in self.first
