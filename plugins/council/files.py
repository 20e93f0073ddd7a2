"""Files beside texts: pictures and attachments, and what a reader should know of them."""

import io
import logging
import struct
import warnings
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from plugins.council.transliteration import slug
from plugins.council.votes import Sheet

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

IMAGES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
"""Picture files an editor may give, by suffix, with the format the bytes must have."""

ATTACHMENTS = {
    ".pdf": "PDF", ".docx": "DOCX", ".doc": "DOC", ".odt": "ODT", ".rtf": "RTF",
    ".xlsx": "XLSX", ".xls": "XLS", ".ods": "ODS", ".csv": "CSV", ".json": "JSON",
    ".xml": "XML", ".pptx": "PPTX", ".txt": "TXT", ".zip": "ZIP", ".p7s": "P7S",
    ".asice": "ASiC-E", ".asics": "ASiC-S", ".mp3": "MP3", ".mp4": "MP4",
}  # fmt: skip
"""Files an editor may attach, by suffix, with the name a reader knows."""

LARGEST_IMAGE = 50_000_000  # pixels; a phone's photo has 12–48 million
WIDEST = 1600  # pixels across of the largest rendition (renditions.py)
_TALLEST = 16_383  # pixels of a side that WebP can hold
_TOO_LARGE = "зображення завелике: понад 50 мільйонів точок. Зменште його."
_SAME_FORMAT = {"MPO": "JPEG"}  # a phone's JPEG with a second picture behind the first
_ORIENTATION = 0x0112  # EXIF

# What decoders raise at broken bytes, beside errors of their own.
_BROKEN = (
    OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, AttributeError, EOFError,
    OverflowError, struct.error, zlib.error,
)  # fmt: skip


class FileError(ValueError):
    """A file is not what its name says; the message is for an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """A file of ``content/``: ``digest`` is its SHA-256, ``size`` bytes.

    ``format`` is the name a reader knows; ``width`` and ``height`` are pixels of a picture as
    it is seen (after EXIF rotation), zero for others; ``pages`` those of a PDF, else zero;
    ``votes`` is what other texts must agree with in a table of votes that has no fault.
    """

    path: str
    digest: str
    size: int
    format: str
    width: int = 0
    height: int = 0
    pages: int = 0
    votes: Sheet | None = None

    @property
    def address(self) -> str:
        """The address of the file as it is, its folders kept, all transliterated."""
        path = PurePosixPath(self.path)
        folders = [slug(part) for part in path.parts[:-1]]
        return "/" + "/".join([*folders, slug(path.stem) + path.suffix.lower()])


def read_file(path: str, data: bytes) -> ContentFile | None:
    """Return what is to be known of a file, ``None`` when its kind is not published.

    Raises FileError when the bytes are not what the suffix says or cannot be decoded.
    """
    suffix = PurePosixPath(path).suffix.lower()
    digest = sha256(data).hexdigest()
    if suffix in IMAGES:
        width, height = _image_size(data, IMAGES[suffix])
        return ContentFile(
            path=path, digest=digest, size=len(data), format=IMAGES[suffix],
            width=width, height=height,
        )  # fmt: skip
    if suffix not in ATTACHMENTS:
        return None
    pages = _pdf_pages(data) if suffix == ".pdf" else 0
    return ContentFile(
        path=path, digest=digest, size=len(data), format=ATTACHMENTS[suffix], pages=pages
    )


def faulty_file(path: str, data: bytes) -> ContentFile:
    """Return what stands for a file that cannot be read, so that no text is told it is not there.

    Nothing of it is published: its fault is an error.
    """
    suffix = PurePosixPath(path).suffix.lower()
    side = 1 if suffix in IMAGES else 0
    return ContentFile(
        path=path, digest=sha256(data).hexdigest(), size=len(data),
        format={**IMAGES, **ATTACHMENTS}[suffix], width=side, height=side,
    )  # fmt: skip


def _image_size(data: bytes, format_: str) -> tuple[int, int]:
    from PIL import Image  # heavy, and many builds need none

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a fault of the camera's notes is none of ours
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                return _seen_size(image, format_)
    except FileError:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise FileError(_TOO_LARGE) from None
    except _BROKEN:
        raise FileError("зображення пошкоджене. Збережіть його знову.") from None


def _seen_size(image: "ImageFile", format_: str) -> tuple[int, int]:
    """Return width and height as people see them: EXIF may lay the picture on its side."""
    found = _SAME_FORMAT.get(image.format or "", image.format)
    if found != format_:
        raise FileError(
            f"розширення обіцяє {format_}, а всередині {found}. "
            "Збережіть зображення знову або виправте розширення."
        )
    if image.width * image.height > LARGEST_IMAGE:
        raise FileError(_TOO_LARGE)
    image.load()
    on_side = image.getexif().get(_ORIENTATION) in (5, 6, 7, 8)
    width, height = (image.height, image.width) if on_side else image.size
    if height * min(1, WIDEST / width) > _TALLEST:
        raise FileError(f"зображення надто високе: {width} × {height} точок. Поділіть його.")
    return width, height


def _pdf_pages(data: bytes) -> int:
    """Return the number of pages, zero when the file keeps even that under a password."""
    from pypdf import PdfReader  # heavy, and many builds need none
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it mends small faults aloud
    try:
        return len(PdfReader(io.BytesIO(data)).pages)
    except (FileNotDecryptedError, DependencyError):
        return 0
    except (PyPdfError, RecursionError, *_BROKEN):
        raise FileError("файл не читається як PDF. Збережіть його знову.") from None
