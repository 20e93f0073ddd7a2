"""The text inside attached files: PDF by pypdf, DOCX and ODT by what is inside them."""

import io
import logging
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

MOST_PAGES = 200
LARGEST_PART = 30_000_000  # bytes of document.xml: beyond it is a bomb, not a document
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_RUN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@lru_cache(maxsize=1)  # search and the checks ask of the same file, one after the other
def pages_of_pdf(data: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF, nothing when it keeps it under a password."""
    if b"%PDF" not in data[:1024]:
        return ()
    from pypdf import PdfReader  # heavy, and many builds need none

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it mends small faults aloud
    try:
        pages = PdfReader(io.BytesIO(data)).pages[:MOST_PAGES]
        return tuple(page.extract_text() for page in pages)
    except Exception:  # noqa: BLE001  # a file made by anyone's program: whatever is wrong in it
        return ()


def text_of_docx(data: bytes) -> str:
    """Return the text of a DOCX (ECMA-376, part 1, 17.3): a line for each paragraph."""
    paragraphs = _elements(data, "word/document.xml")
    return "\n".join(
        "".join(run.text or "" for run in one.iter(_RUN))
        for one in paragraphs
        if one.tag == _PARAGRAPH
    )


def text_of_odt(data: bytes) -> str:
    """Return the text of an ODT (OpenDocument 1.3, part 3, 5.1): a line for each paragraph."""
    wanted = (f"{_TEXT}p", f"{_TEXT}h")
    elements = _elements(data, "content.xml")
    return "\n".join("".join(one.itertext()) for one in elements if one.tag in wanted)


def _elements(data: bytes, part: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a part of a zipped document, none of one that cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(part).file_size > LARGEST_PART:
                return
            document = archive.read(part)
        if b"<!DOCTYPE" in document[:4096]:
            return
        yield from ElementTree.fromstring(document).iter()
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, ValueError,
            RuntimeError, NotImplementedError, EOFError):  # fmt: skip
        return
