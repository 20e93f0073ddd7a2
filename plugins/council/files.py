"""Files beside texts: pictures and attachments, and what a reader should know of them."""

import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from plugins.council.transliteration import slug

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


class FileError(ValueError):
    """A file is not what its name says; the message is for an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """A file of ``content/``: ``digest`` is its SHA-256, ``size`` bytes.

    ``format`` is the name a reader knows; ``width`` and ``height`` are pixels of a picture as
    it is seen (after EXIF rotation), zero for others; ``pages`` those of a PDF, else zero.
    """

    path: str
    digest: str
    size: int
    format: str
    width: int = 0
    height: int = 0
    pages: int = 0

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


def _image_size(data: bytes, format_: str) -> tuple[int, int]:
    from PIL import Image, ImageOps, UnidentifiedImageError  # heavy, and many builds need none

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > LARGEST_IMAGE:
                raise FileError("зображення завелике: понад 50 мільйонів точок. Зменште його.")
            if image.format != format_:
                raise FileError(f"розширення обіцяє {format_}, а всередині {image.format}.")
            image.load()
            return ImageOps.exif_transpose(image).size
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        raise FileError("зображення пошкоджене. Збережіть його знову.") from None


def _pdf_pages(data: bytes) -> int:
    from pypdf import PdfReader  # heavy, and many builds need none
    from pypdf.errors import PyPdfError

    try:
        return len(PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FileError("файл не читається як PDF. Збережіть його знову.") from None
