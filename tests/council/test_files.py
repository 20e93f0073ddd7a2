import io
import struct
import zlib
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter

from plugins.council.files import ATTACHMENTS, IMAGES, ContentFile, FileError, read_file


def jpeg(orientation: int = 1, size: tuple[int, int] = (40, 20)) -> bytes:
    """Return a JPEG as a camera writes it, with the way it was held and the place where."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"  # GPS: northern latitude
    buffer = io.BytesIO()
    Image.new("RGB", size, "steelblue").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def pdf(pages: int, password: str = "", algorithm: str = "RC4-128") -> bytes:
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def png_of_size(width: int, height: int) -> bytes:
    """Return a PNG that says it is this large and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    """Return one piece of a PNG: its length, name, bytes and checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def read(path: str, data: bytes) -> ContentFile:
    """Return what is known of a file that is published."""
    file = read_file(path, data)
    assert file is not None
    return file


def refusal(path: str, data: bytes) -> str:
    """Return what an editor is told of a file."""
    with pytest.raises(FileError) as error:
        read_file(path, data)
    return str(error.value)


def test_what_is_known_of_a_picture() -> None:
    """Size in bytes and pixels, format and SHA-256."""
    data = jpeg()
    assert read("images/a.jpg", data) == ContentFile(
        path="images/a.jpg", digest=sha256(data).hexdigest(), size=len(data), format="JPEG",
        width=40, height=20,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("width", "height", "fits"),
    [(100, 16_383, True), (100, 16_384, False), (3200, 30_000 // 2, True), (20_000, 100, True)],
)
def test_a_picture_that_no_format_holds_is_refused(width: int, height: int, fits: bool) -> None:
    """WebP has sides of 16,383 at most; a picture wider than a page is made smaller before."""
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, "PNG")
    if fits:
        assert read("images/a.png", out.getvalue()).height == height
        return
    with pytest.raises(FileError, match="надто високе: 100 × 16384"):
        read_file("images/a.png", out.getvalue())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_has_the_size_that_people_see(orientation: int) -> None:
    """A photo of a camera held on its side is taller than wide."""
    file = read("images/a.JPG", jpeg(orientation))
    assert (file.width, file.height) == ((20, 40) if orientation >= 5 else (40, 20))


@pytest.mark.parametrize("suffix", IMAGES)
def test_every_format_of_pictures_is_read(suffix: str) -> None:
    """Each suffix that is allowed can be opened here."""
    buffer = io.BytesIO()
    Image.new("RGB", (16, 9)).save(buffer, IMAGES[suffix])
    assert read(f"images/a{suffix}", buffer.getvalue()).width == 16


def test_a_jpeg_with_a_second_picture_is_a_jpeg() -> None:
    """Some phones put a depth map behind the photo; it stays a photo."""
    buffer = io.BytesIO()
    one = Image.new("RGB", (40, 20))
    one.save(buffer, "MPO", save_all=True, append_images=[one])
    assert read("images/a.jpg", buffer.getvalue()).format == "JPEG"


def test_a_broken_picture_is_refused() -> None:
    """A truncated file, no picture at all and nothing are all told alike."""
    broken = "зображення пошкоджене. Збережіть його знову."
    assert refusal("images/a.jpg", jpeg(size=(400, 400))[:900]) == broken
    assert refusal("images/a.png", b"<html>") == broken
    assert refusal("images/a.webp", b"") == broken


def test_a_picture_is_what_its_suffix_says() -> None:
    """A JPEG called PNG is refused, for it would be served as what it is not."""
    assert refusal("images/a.png", jpeg()) == (
        "розширення обіцяє PNG, а всередині JPEG. "
        "Збережіть зображення знову або виправте розширення."
    )


@pytest.mark.parametrize("side", [7072, 10_000, 30_000])
def test_a_picture_of_too_many_pixels_is_refused_unread(side: int) -> None:
    """A small file that says it is enormous takes no memory."""
    assert refusal("images/a.png", png_of_size(side, side)).startswith("зображення завелике")


@given(st.binary(max_size=300), st.sampled_from([*IMAGES, ".pdf"]), st.integers(0, 600))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_file_or_refused(noise: bytes, suffix: str, at: int) -> None:
    """Whatever stands in a file, there is an answer, never a traceback."""
    whole = pdf(1) if suffix == ".pdf" else jpeg()
    for data in (noise, whole[:at] + noise + whole[at + len(noise) :]):
        try:
            read_file(f"files/a{suffix}", data)
        except FileError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize("pages", [1, 3])
def test_pages_of_a_pdf(pages: int) -> None:
    """A reader is told how long a document is."""
    file = read("files/a.pdf", pdf(pages))
    assert (file.format, file.pages, file.width) == ("PDF", pages, 0)


def test_a_broken_pdf_is_refused() -> None:
    """What no reader of PDF opens is told."""
    broken = "файл не читається як PDF. Збережіть його знову."
    assert refusal("files/a.pdf", b"") == broken
    assert refusal("files/a.pdf", b"%PDF-1.7\nnothing") == broken


def test_a_pdf_under_a_password_is_published_without_pages() -> None:
    """A document that only its owner may change is a document still."""
    assert read("files/a.pdf", pdf(3, "secret")).pages == 0


@pytest.mark.parametrize("suffix", ATTACHMENTS)
def test_attachments_have_a_name_of_their_format(suffix: str) -> None:
    """Every suffix that is allowed gives the name a reader knows."""
    data = pdf(1) if suffix == ".pdf" else b"data"
    assert read(f"files/a{suffix.upper()}", data).format == ATTACHMENTS[suffix]


@pytest.mark.parametrize("path", ["files/a.exe", "files/a.html", "files/a.svg", "files/a", "a.js"])
def test_other_files_are_not_published(path: str) -> None:
    """What could run, or nobody asked for, stays out."""
    assert read_file(path, b"data") is None


def test_the_address_of_a_file_is_latin() -> None:
    """Folders stay, letters are transliterated, the suffix is small."""
    assert (
        read("files/Тарифи 2026/Наказ № 5.PDF", pdf(1)).address == "/files/taryfy-2026/nakaz-5.pdf"
    )
