"""Pictures out of a document: in a format that the site publishes, under names of its own."""

import io
import warnings

from plugins.council.files import IMAGES, LARGEST_IMAGE, FileError, read_file

_SUFFIXES = {format_: suffix for suffix, format_ in reversed(IMAGES.items())}
_LARGEST = 60_000_000  # bytes of one picture


class NoPicture(ValueError):
    """Bytes of which no picture can be made; the message says why, in Ukrainian."""


def publishable(data: bytes) -> tuple[str, bytes]:
    """Return the suffix and the bytes of a picture; formats of old become PNG. Raises NoPicture."""
    from PIL import Image  # heavy, and many documents have no pictures

    if len(data) > _LARGEST:
        raise NoPicture("зображення завелике")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > LARGEST_IMAGE:
                    raise NoPicture("зображення завелике")
                suffix = _SUFFIXES.get("JPEG" if image.format == "MPO" else image.format or "")
                made = data if suffix else _as_png(image)
        read_file(f"x{suffix or '.png'}", made)
    except FileError as error:
        raise NoPicture(str(error).rstrip(".")) from None
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError, OverflowError,
            Image.DecompressionBombWarning, Image.DecompressionBombError) as error:  # fmt: skip
        if isinstance(error, NoPicture):
            raise
        raise NoPicture("формат не для сайту (наприклад, EMF чи WMF) або файл пошкоджено") from None
    return suffix or ".png", made


def _as_png(image: object) -> bytes:
    from PIL.ImageFile import ImageFile

    assert isinstance(image, ImageFile)
    buffer = io.BytesIO()
    image.seek(0)
    picture = image.convert(
        "RGBA" if "transparency" in image.info or image.mode == "RGBA" else "RGB"
    )
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
