"""Files of the old site: found in a copy of ``wp-content/uploads``, put into ``content/``."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from plugins.council.files import ATTACHMENTS, IMAGES, FileError, read_file
from plugins.council.transliteration import slug
from plugins.importing.pictures import NoPicture, publishable
from plugins.importing.placing import holds, put
from plugins.importing.wordpress.fetching import Fetcher

_SIZED = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{9,})(?=\.\w+$)")
_LARGEST = 200_000_000  # bytes
_TURNS = 1000
_OLD_PICTURES = {".gif", ".bmp", ".tif", ".tiff", ".jfif", ".jpe"}


@dataclass(slots=True)
class Uploads:
    """Finds files and remembers where each was put; ``missing`` says why one was not."""

    content: Path
    folder: Path | None
    fetcher: Fetcher | None = None
    placed: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    _folders: dict[Path, dict[str, Path]] = field(default_factory=dict)

    def take(self, upload: str) -> str:
        """Put a file into ``content/`` and return its path there, empty when it cannot be had.

        ``upload`` is the path inside uploads; of a picture in some size the original is taken.
        """
        original = _SIZED.sub("", upload)
        for name in dict.fromkeys((original, upload)):
            if name in self.placed:
                return self.placed[name]
        for name in dict.fromkeys((original, _scaled(original), upload)):
            data = self._bytes(name)
            if data is not None:
                return self._placed(original, data)
        named = self.folder is not None
        why = "файла немає в теці uploads" if named else "теки uploads не названо (MEDIA=…)"
        self.missing.setdefault(upload, why)
        return ""

    def _placed(self, upload: str, data: bytes) -> str:
        suffix = PurePosixPath(upload).suffix.lower()
        kind = "files"
        try:
            if suffix in IMAGES or suffix in _OLD_PICTURES:
                suffix, data = publishable(data)
                kind = "images"
            elif suffix not in ATTACHMENTS:
                raise NoPicture(f"файлів {suffix or 'без розширення'} сайт не публікує")
            elif suffix == ".pdf":
                read_file(f"x{suffix}", data)
        except (NoPicture, FileError) as error:
            self.missing.setdefault(upload, str(error))
            return ""
        path = PurePosixPath(upload)
        folders = [_slug(part) for part in path.parts[:-1]]
        for turn in range(1, _TURNS):
            name = _slug(path.stem) + (f"-{turn}" if turn > 1 else "") + suffix
            wanted = "/".join([kind, *folders, name])
            if put(self.content, wanted, data) or holds(self.content, wanted, data):
                self.placed[upload] = wanted
                return wanted
        return ""

    def _bytes(self, upload: str) -> bytes | None:
        file = self._found(upload)
        if file is None and self.fetcher is not None:
            return self.fetcher.fetch(upload)
        try:
            if file is None or file.stat().st_size > _LARGEST:
                return None
            return file.read_bytes()
        except OSError:
            return None

    def _found(self, upload: str) -> Path | None:
        """Find a file whatever its letters' case and form: copies pass through many systems."""
        if self.folder is None:
            return None
        place = self.folder
        for part in PurePosixPath(upload).parts:
            if part in ("..", "/"):
                return None
            found = self._listing(place).get(_folded(part))
            if found is None:
                return None
            place = found
        return place if place.is_file() else None

    def _listing(self, folder: Path) -> dict[str, Path]:
        if folder not in self._folders:
            try:
                inside = sorted(one for one in folder.iterdir() if not one.is_symlink())
            except OSError:
                inside = []
            self._folders[folder] = {_folded(one.name): one for one in inside}
        return self._folders[folder]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _scaled(upload: str) -> str:
    stem, dot, suffix = upload.rpartition(".")
    return f"{stem}-scaled{dot}{suffix}"


def _slug(text: str) -> str:
    try:
        return slug(text)[:100].strip("-")
    except ValueError:
        return "fail"
