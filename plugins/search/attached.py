"""The words of attached files: PDF by pypdf, DOCX by what is inside it."""

from pathlib import PurePosixPath

from plugins.council.attached_text import pages_of_pdf, text_of_docx
from plugins.search.scanning import scan

__all__ = ["SUFFIXES", "text_of_docx", "text_of_pdf", "words_of_file"]

LONGEST = 400_000  # characters of one file: a budget of 200 pages

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
    return "\n".join(pages_of_pdf(data))
