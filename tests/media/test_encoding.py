import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageCms

from plugins.council.files import read_file
from plugins.council.renditions import Rendition, renditions
from plugins.media.encoding import encode

SAMPLE = Image.linear_gradient("L").resize((90, 60)).convert("RGB")
GPS = 0x8825  # the EXIF tag of the place where a photograph was taken
ORIENTATION = 0x0112


def saved(image: Image.Image, format_: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file."""
    buffer = io.BytesIO()
    image.save(buffer, format_, **options)
    return buffer.getvalue()


def encoded(data: bytes, path: str) -> list[tuple[Rendition, Image.Image]]:
    """Return every rendition of a picture with what a browser would decode."""
    file = read_file(path, data)
    assert file is not None
    found: list[tuple[Rendition, Image.Image]] = []
    for rendition in renditions(file):
        image = Image.open(io.BytesIO(encode(data, rendition)))
        image.load()
        found.append((rendition, image))
    return found


def photograph() -> bytes:
    """Return a JPEG that lies on its side and tells where and with what it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn by 90° clockwise
    exif[0x010F] = "Camera"
    exif.get_ifd(GPS)[2] = (48.0, 44.0, 0.0)
    return saved(SAMPLE, "JPEG", exif=exif, icc_profile=SRGB, comment=b"Ivan", quality=95)


def test_nothing_but_pixels_is_published() -> None:
    """No rendition tells the place, the camera, a comment or a profile."""
    data = photograph()
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(GPS)
    for _, image in encoded(data, "images/a.jpg"):
        assert dict(image.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & {
            key for key, value in image.info.items() if value
        }


def test_picture_is_turned_upright() -> None:
    """A photograph taken sideways stands: its size is turned, and its dark side is on the right."""
    for rendition, image in encoded(photograph(), "images/a.jpg"):
        assert image.size == (rendition.width, rendition.height) == (60, 90)
        left, right = (image.convert("L").getpixel((x, 45)) for x in (5, 55))
        assert isinstance(left, int) and isinstance(right, int) and left > right + 100


@pytest.mark.parametrize("width", [1, 100, 360, 361, 1600, 2000])
def test_no_rendition_is_larger_than_the_original(width: int) -> None:
    """A small picture is not blown up, a large one has every size; shapes are kept."""
    made = encoded(saved(SAMPLE.resize((width, max(1, width // 2)))), "images/a.png")
    assert {image.format for _, image in made} == {"AVIF", "WEBP", "JPEG"}
    for rendition, image in made:
        assert image.size == (rendition.width, rendition.height)
        assert image.width <= width
        assert image.height == max(1, round(max(1, width // 2) * image.width / width))


def test_transparency_is_kept_where_it_can_be() -> None:
    """AVIF and WebP stay transparent; JPEG stands on white paper."""
    half = Image.new("RGBA", (40, 20), (200, 0, 0, 255))
    half.paste((0, 0, 0, 0), (20, 0, 40, 20))
    for image_mode in ("RGBA", "LA"):
        for _, image in encoded(saved(half.convert(image_mode)), "images/a.png"):
            clear = image.convert("RGBA").getpixel((35, 10))
            assert isinstance(clear, tuple)
            if image.format == "JPEG":
                assert min(clear) > 245
            else:
                assert clear[3] < 10


SRGB = bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
LAB = bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())


@pytest.mark.parametrize(
    "made",
    [
        lambda: saved(SAMPLE.convert("L")),
        lambda: saved(SAMPLE.convert("LA")),
        lambda: saved(SAMPLE.convert("P")),
        lambda: saved(SAMPLE.convert("1")),
        lambda: saved(SAMPLE.convert("I").point(lambda grey: grey * 257 + 0).convert("I;16")),
        lambda: saved(SAMPLE.convert("RGBA"), icc_profile=SRGB),
        lambda: saved(SAMPLE.convert("L"), icc_profile=SRGB),
        lambda: saved(SAMPLE, icc_profile=LAB),
        lambda: saved(SAMPLE, icc_profile=b"no profile at all"),
    ],
    ids=["grey", "grey alpha", "palette", "bits", "16 bits", "alpha profile", "wrong profile",
         "lab profile", "bad profile"],
)  # fmt: skip
def test_every_kind_of_picture_is_encoded_recognisably(made: Callable[[], bytes]) -> None:
    """Grey, palettes, sixteen bits and strange profiles give a picture that is still the same."""
    for _, image in encoded(made(), "images/a.png"):
        top, bottom = (image.convert("L").getpixel((45, y)) for y in (5, 55))
        assert isinstance(top, int) and isinstance(bottom, int)
        assert top < 80 and bottom > 170


def test_print_colours_are_encoded() -> None:
    """A CMYK photograph from a printer's hands gives the colours that are seen."""
    for _, image in encoded(saved(SAMPLE.convert("CMYK"), "JPEG", quality=95), "images/a.jpg"):
        top, bottom = (image.convert("L").getpixel((45, y)) for y in (5, 55))
        assert isinstance(top, int) and isinstance(bottom, int)
        assert top < 80 and bottom > 170


def test_profile_is_applied_before_it_is_dropped() -> None:
    """The numbers change so that the colour stays: a swapped profile would show in the picture."""
    swapped = bytearray(SRGB)
    red, green = swapped.find(b"rXYZ", 128), swapped.find(b"gXYZ", 128)
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    data = saved(Image.new("RGB", (20, 20), (220, 20, 20)), icc_profile=bytes(swapped))
    for mode in ("RGB", "RGBA"):
        image = Image.open(io.BytesIO(data)).convert(mode)
        again = saved(image, icc_profile=bytes(swapped))
        for _, made in encoded(again, "images/a.png"):
            pixel = made.convert("RGB").getpixel((10, 10))
            assert isinstance(pixel, tuple) and pixel[1] > pixel[0] + 100


def test_same_picture_is_the_same_bytes() -> None:
    """Encoding has no memory and no clock."""
    data = photograph()
    file = read_file("images/a.jpg", data)
    assert file is not None
    for rendition in renditions(file):
        assert encode(data, rendition) == encode(data, rendition)
