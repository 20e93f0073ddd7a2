"""What ``content/`` holds while documents come in: looked through once, then kept in mind."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from plugins.importing.existing import Existing, existing_in
from plugins.importing.placing import holds, put

_NUMBERED = ("acts", "bills")


class Library:
    """The content folder, for those who bring documents into it."""

    def __init__(self, content: Path) -> None:
        self.content = content

    @cached_property
    def _numbered(self) -> Existing:
        return existing_in(self.content, _NUMBERED)

    @cached_property
    def _files(self) -> defaultdict[int, list[str]]:
        sizes: defaultdict[int, list[str]] = defaultdict(list)
        for file in sorted((self.content / "files").rglob("*")):
            if file.is_file() and not file.is_symlink():
                sizes[file.stat().st_size].append(file.relative_to(self.content).as_posix())
        return sizes

    def rival(self, address: str) -> str:
        """Return the act or bill that has an address, empty when none has."""
        return self._numbered.addresses.get(address.lower(), "")

    def known(self, data: bytes) -> str:
        """Return the text that names these very bytes, wherever an editor may have moved either."""
        same = [path for path in self._files[len(data)] if holds(self.content, path, data)]
        for text in sorted(self.content.rglob("*.md")) if same else ():
            words = text.read_text("utf-8", "replace")
            if any(path in words for path in same):
                return text.relative_to(self.content).as_posix()
        return ""

    def is_free(self, path: str, files: Mapping[str, bytes]) -> bool:
        """Whether neither a text nor another document's file stands where these should."""
        if (self.content / path).exists():
            return False
        return all(
            holds(self.content, one, data) or not (self.content / one).exists()
            for one, data in files.items()
        )

    def add(self, path: str, text: str, files: Mapping[str, bytes], address: str) -> bool:
        """Put a text and its files in their places, the text last; return whether all could be."""
        for one, data in files.items():
            if not put(self.content, one, data) and not holds(self.content, one, data):
                return False
            self._files[len(data)].append(one)
        if not put(self.content, path, text.encode()):
            return False
        if address:
            self._numbered.addresses.setdefault(address.lower(), path)
        return True
