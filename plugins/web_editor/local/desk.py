"""The part of ``content/`` that the web editor may read and write, and nothing beside it."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from plugins.council.control import first_control
from plugins.council.files import ATTACHMENTS, IMAGES, FileError, read_file
from plugins.council.header import KINDS
from plugins.council.text_reading import read_text
from plugins.web_editor.collections import KEPT

CONTENT = "content"
UPLOADS = {"images": IMAGES, "files": ATTACHMENTS}
"""Folders of uploaded files, with the suffixes that each takes."""

_LARGEST_TEXT = 1_000_000  # bytes


class DeskError(ValueError):
    """What was asked for is not to be done; the message is for an editor."""


class Desk:
    """A content folder; paths come as the editor's page says them: ``content/news/2026/x.md``."""

    def __init__(self, folder: Path) -> None:
        """Take the content folder."""
        self.folder = folder.resolve()

    def place(self, path: str) -> Path:
        """Return where a file lies. Raises DeskError for all that is not the editor's."""
        parts = path.split("/")
        inside = "/".join(parts[1:])
        if (
            parts[0] != CONTENT
            or unicodedata.normalize("NFC", path) != path
            or first_control(path) is not None
            or "\\" in path
            or any(not part or part.startswith(".") for part in parts)
            or not _allowed(PurePosixPath(inside))
        ):
            raise DeskError(f"«{path}» – не текст, не зображення і не файл, які змінює редактор.")
        place = self.folder / inside
        # A link may lead anywhere: neither the file nor a folder above it may be one.
        if place.resolve() != place:
            raise DeskError(f"«{path}» веде за посиланням в інше місце. Такі файли не змінюють.")
        return place

    def texts(self, folder: str, depth: int) -> Iterator[str]:
        """Yield the paths of the texts of a kind, the newest names first."""
        name, _, kind = folder.partition("/")
        if name == CONTENT and kind in KINDS:
            yield from self._walk(kind, depth, frozenset({".md"}))

    def uploads(self, folder: str) -> Iterator[str]:
        """Yield the paths of uploaded pictures or files, the newest first."""
        name, _, kind = folder.partition("/")
        if name == CONTENT and kind in UPLOADS:
            found = self._walk(kind, 1, frozenset(UPLOADS[kind]))
            yield from sorted(found, key=self._modified, reverse=True)

    def _modified(self, path: str) -> int:
        return self.place(path).stat().st_mtime_ns

    def _walk(self, folder: str, depth: int, suffixes: frozenset[str]) -> Iterator[str]:
        place = self.folder / folder
        if not depth or not place.is_dir() or place.is_symlink():
            return
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name, reverse=True):
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            below = f"{folder}/{entry.name}"
            if entry.is_dir():
                yield from self._walk(below, depth - 1, suffixes)
            elif PurePosixPath(entry.name).suffix.lower() in suffixes:
                yield f"{CONTENT}/{below}"

    def require_good(self, path: str, data: bytes) -> None:
        """Raise DeskError with all that is wrong with a text or file that is to be saved."""
        self.place(path)
        inside = path.partition("/")[2]
        if inside.endswith(".md"):
            if len(data) > _LARGEST_TEXT:
                raise DeskError("текст завеликий: понад мільйон знаків. Поділіть його.")
            found = [one for one in read_text(inside, data).problems if one.severity == "error"]
            if found:
                raise DeskError("\n".join(f"{one.field}: {one.message}" for one in found))
            return
        try:
            read_file(inside, data)
        except FileError as error:
            raise DeskError(f"{PurePosixPath(path).name}: {error}") from None

    def removable(self, path: str) -> Path:
        """Return where a file lies that may be deleted. Raises DeskError for acts and the like."""
        place = self.place(path)
        kind = KINDS.get(path.split("/")[1])
        if kind in KEPT:
            raise DeskError(
                "такі тексти не видаляють. Напишіть у «Вилучено із сайту», коли і чому."
            )
        return place


def _allowed(inside: PurePosixPath) -> bool:
    folder, suffix = inside.parts[0] if inside.parts else "", inside.suffix.lower()
    if len(inside.parts) < 2:
        return False
    return suffix in UPLOADS[folder] if folder in UPLOADS else folder in KINDS and suffix == ".md"


def write_all(files: Mapping[Path, bytes | None]) -> dict[Path, bytes | None]:
    """Write files, each at once or not at all (``None`` removes), and return what was there."""
    before: dict[Path, bytes | None] = {}
    try:
        for place, data in files.items():
            before[place] = place.read_bytes() if place.is_file() else None
            _put(place, data)
    except OSError:
        restore(before)
        raise
    return before


def restore(before: Mapping[Path, bytes | None]) -> None:
    """Put back what was there."""
    for place, data in before.items():
        _put(place, data)


def _put(place: Path, data: bytes | None) -> None:
    if data is None:
        place.unlink(missing_ok=True)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(data)
    beside.replace(place)
