"""The words of attached files: PDF by pypdf, DOCX by what is inside it."""

import io
import logging
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree

from plugins.search.scanning import scan

LONGEST = 400_000  # characters of one file: a budget of 200 pages
MOST_PAGES = 200
LARGEST_PART = 30_000_000  # bytes of document.xml: beyond it is a bomb, not a document
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_RUN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"

SUFFIXES = frozenset({".pdf", ".docx"})


def words_of_file(path: str, data: bytes) -> str:
    """Return the distinct words of a file, by spaces; nothing of one that cannot be read.

    A scan without a layer of text has no words: search cannot find what is only a picture.
    """
    suffix = PurePosixPath(path).suffix.lower()
    text = (
        text_of_pdf(data) if suffix == ".pdf" else text_of_docx(data) if suffix == ".docx" else ""
    )
    scanned = scan(text[:LONGEST])
    return " ".join(dict.fromkeys((*scanned.words, *scanned.joined)))


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF, nothing when it has none or keeps it under a password."""
    if b"%PDF" not in data[:1024]:
        return ""
    from pypdf import PdfReader  # heavy, and many builds need none

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it mends small faults aloud
    try:
        pages = PdfReader(io.BytesIO(data)).pages[:MOST_PAGES]
        return "\n".join(page.extract_text() for page in pages)
    except Exception:  # noqa: BLE001  # a file made by anyone's program: whatever is wrong in it
        return ""


def text_of_docx(data: bytes) -> str:
    """Return the text of a DOCX (ECMA-376, part 1, 17.3): a line for each paragraph."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo("word/document.xml").file_size > LARGEST_PART:
                return ""
            document = archive.read("word/document.xml")
        if b"<!DOCTYPE" in document[:4096]:
            return ""
        paragraphs = ElementTree.fromstring(document).iter(_PARAGRAPH)
        return "\n".join("".join(run.text or "" for run in one.iter(_RUN)) for one in paragraphs)
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError, ValueError):
        return ""
