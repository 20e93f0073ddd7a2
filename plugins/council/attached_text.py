"""The text inside attached files: PDF by pypdf, office documents by what is inside them."""

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

MOST_PAGES = 200
LARGEST_PART = 30_000_000  # bytes of document.xml: beyond it is a bomb, not a document
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_RUN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_STRUCK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}delText"
_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_REMARKS = re.compile(r"xl/comments[^/]*\.xml")
_THREADS = re.compile(r"xl/threadedComments/[^/]+\.xml")
_SLIDE = re.compile(r"ppt/(?:slides|notesSlides)/[^/]+\.xml")
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
    return _paragraphs_of_odt(data, "content.xml")


def headers_of_odt(data: bytes) -> str:
    """Return the words of the headers and footers of an ODT (OpenDocument 1.3, part 3, 16.5)."""
    return _paragraphs_of_odt(data, "styles.xml")


def _paragraphs_of_odt(data: bytes, part: str) -> str:
    wanted = (f"{_TEXT}p", f"{_TEXT}h")
    elements = _elements(data, part)
    return "\n".join("".join(one.itertext()) for one in elements if one.tag in wanted)


def hidden_text_of_docx(data: bytes) -> str:
    """Return what a DOCX says beside its text: headers, notes, comments, what was struck out.

    Nobody looks there before publishing, and everybody can (ECMA-376, part 1, 17.10–17.13).
    """
    parts = [name for name in _names(data) if _BESIDE.fullmatch(name)]
    texts = [_runs(data, part, (_RUN, _STRUCK)) for part in parts]
    return "\n".join([_runs(data, "word/document.xml", (_STRUCK,)), *texts])


def _runs(data: bytes, part: str, tags: tuple[str, ...]) -> str:
    paragraphs = (one for one in _elements(data, part) if one.tag == _PARAGRAPH)
    return "\n".join(
        "".join(run.text or "" for run in one.iter() if run.tag in tags) for one in paragraphs
    )


def text_of_xlsx(data: bytes) -> str:
    """Return what an XLSX holds, a line for each row (ECMA-376, part 1, 18.3–18.4)."""
    words = ["".join(one.itertext()) for one in _tagged(data, "xl/sharedStrings.xml", "si")]
    sheets = [name for name in _names(data) if _SHEET.fullmatch(name)]
    rows = (row for sheet in sheets[:MOST_PAGES] for row in _tagged(data, sheet, "row"))
    beside = (name for name in _names(data) if _REMARKS.fullmatch(name))
    remarks = ("".join(one.itertext()) for part in beside for one in _tagged(data, part, "t"))
    threads = (one.text or "" for part in _names(data) if _THREADS.fullmatch(part)
               for one in _tagged(data, part, "text"))  # fmt: skip
    return "\n".join([*(" | ".join(_cells(row, words)) for row in rows), *remarks, *threads])


def _cells(row: ElementTree.Element, words: list[str]) -> Iterator[str]:
    for cell in row:
        text = "".join(cell.itertext())
        if cell.get("t") == "s":
            text = words[int(text)] if text.isdecimal() and int(text) < len(words) else ""
        yield text.removesuffix(".0")


def text_of_pptx(data: bytes) -> str:
    """Return the words of the slides and their notes (ECMA-376, part 1, 19.3, 21.1)."""
    slides = [name for name in _names(data) if _SLIDE.fullmatch(name)]
    paragraphs = (one for slide in slides[:MOST_PAGES] for one in _tagged(data, slide, "p"))
    return "\n".join("".join(one.itertext()) for one in paragraphs)


def text_of_ods(data: bytes) -> str:
    """Return what an ODS holds, a line for each row (OpenDocument 1.3, part 3, 9.1)."""
    rows = _tagged(data, "content.xml", "table-row")
    return "\n".join(" | ".join("".join(cell.itertext()) for cell in row) for row in rows)


def _tagged(data: bytes, part: str, name: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a part that have this name in whatever namespace."""
    return (one for one in _elements(data, part) if one.tag.rpartition("}")[2] == name)


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sorted(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return []


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
