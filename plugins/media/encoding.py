"""One rendition of a picture: turned upright, made smaller, stripped of EXIF and GPS."""

import io
from typing import TYPE_CHECKING, Any

from plugins.council.renditions import Rendition

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = {"avif": 55, "webp": 76, "jpg": 80}
"""Chosen by eye on photographs of people and streets at 720 px."""

RECIPE = "1"
"""Changes whenever the same picture would be encoded differently."""


def encoder() -> str:
    """Return the version of what encodes: another one may give other bytes."""
    import PIL

    return PIL.__version__


def encode(data: bytes, rendition: Rendition) -> bytes:
    """Return the picture in the size and format of ``rendition``; no metadata is carried over."""
    from PIL import Image, ImageOps  # heavy, and many builds need none

    with Image.open(io.BytesIO(data)) as opened:
        profile = opened.info.get("icc_profile")
        image = _in_srgb(ImageOps.exif_transpose(opened), profile)
    image = image.resize((rendition.width, rendition.height), Image.Resampling.LANCZOS)
    if rendition.format == "jpg" and image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image).convert("RGB")
    # A new image from the pixels alone: whatever the file carried beside them stays behind.
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    buffer = io.BytesIO()
    bare.save(buffer, **_options(rendition.format))
    return buffer.getvalue()


def _options(format_: str) -> dict[str, Any]:
    quality = QUALITY[format_]
    if format_ == "avif":
        # One thread a picture: the bytes must not depend on the number of cores.
        return {"format": "AVIF", "quality": quality, "speed": 7, "max_threads": 1}
    if format_ == "webp":
        return {"format": "WEBP", "quality": quality, "method": 5}
    return {"format": "JPEG", "quality": quality, "progressive": True, "optimize": True}


def _in_srgb(image: "Image", profile: bytes | None) -> "Image":
    """Return the picture as RGB or RGBA, in the colours browsers assume when a file names none."""
    from PIL import ImageCms

    if image.mode.startswith("I"):  # 16 bits of grey, as scanners give: convert() would cut them
        image = image.convert("I").point(lambda grey: grey * (1 / 257) + 0).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    # Print (CMYK) is understood only through its profile; a palette only without it.
    ready = image if image.mode == "CMYK" else image.convert(mode)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(ready, source, srgb, outputMode=mode) or ready
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile, or one of other pictures: the numbers are taken as they are
    return ready.convert(mode)
