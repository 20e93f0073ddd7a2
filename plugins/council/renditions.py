"""The sizes and formats in which a picture is published, and their permanent addresses."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.council.files import WIDEST, ContentFile
from plugins.council.transliteration import slug

WIDTHS = (360, 720, 1080, WIDEST)  # px: a phone, a phone with a dense screen, a tablet, a desktop
FALLBACK = 1080  # px: the one JPEG, for old browsers and for social networks
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One size of a picture in one format (``avif``, ``webp``, ``jpg``); sizes in pixels."""

    width: int
    height: int
    format: str
    address: str


def renditions(file: ContentFile) -> tuple[Rendition, ...]:
    """Return all renditions of a picture, smallest first; never larger than the original."""
    modern = [
        _rendition(file, width, format_) for format_ in ("avif", "webp") for width in _widths(file)
    ]
    return (*modern, fallback(file))


def fallback(file: ContentFile) -> Rendition:
    """Return the JPEG that any browser shows."""
    return _rendition(file, min(file.width, FALLBACK), "jpg")


def file_address(file: ContentFile) -> str:
    """Return where a file answers: a picture by its plain rendition, others as they are."""
    return fallback(file).address if file.width else file.address


def _widths(file: ContentFile) -> list[int]:
    smaller = [width for width in WIDTHS if width < file.width]
    return [*smaller, min(file.width, WIDTHS[-1])] if smaller != list(WIDTHS) else smaller


def _rendition(file: ContentFile, width: int, format_: str) -> Rendition:
    path = PurePosixPath(file.path)
    folders = [slug(part) for part in path.parts[:-1]]
    # The digest in the name lets a browser keep the picture for ever.
    name = f"{slug(path.stem)}-{file.digest[:8]}-{width}.{format_}"
    return Rendition(
        width=width, height=max(1, round(file.height * width / file.width)), format=format_,
        address="/" + "/".join([*folders, name]),
    )  # fmt: skip
