"""The text of a PDF: lines joined into paragraphs, words into one where a hyphen split them."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from plugins.council.markdown.legal_text import read_marker
from plugins.importing.document import Document
from plugins.importing.refusal import Refusal

_PAGES = 2000
_PASSWORD = "PDF захищено паролем. Збережіть його без пароля й повторіть."
_BROKEN = "файл не читається як PDF. Збережіть його знову."
_SCAN = (
    "у PDF немає тексту: це скан. Візьміть документ, з якого його зроблено, "
    "або розпізнайте текст програмою (наприклад, ABBYY FineReader, OCRmyPDF)."
)
_SPLIT = re.compile(r"([А-Яа-яІіЇїЄєҐґ’'A-Za-z])[-\u2010\u00ad]$")
# What pypdf raises at broken bytes, beside errors of its own.
_FAULTS = (
    OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError,
    RuntimeError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
_SHORT = 0.7  # of the longest line: a shorter one ends its paragraph


def read_pdf(data: bytes) -> Document:
    """Return the text of a PDF. Raises Refusal for a scan, a password, a broken file."""
    pages = _pages(data)
    if not any(re.search(r"\w\w", page) for page in pages):
        raise Refusal(_SCAN)
    document = Document(Element("div"))
    empty = sum(not page.strip() for page in pages)
    if empty:
        document.remark(f"сторінок без тексту (сканів): {empty}; перенесіть їх самі.")
    document.remark("текст узято з PDF: абзаци, таблиці, виноски й зображення звірте з оригіналом.")
    for paragraph in paragraphs_of(pages):
        SubElement(document.body, "p").text = paragraph
    return document


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader  # heavy, and most imports need none
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refusal(_PASSWORD)
        if len(reader.pages) > _PAGES:
            raise Refusal(f"у PDF понад {_PAGES} сторінок. Розділіть його.")
        return [_sound(page.extract_text()) for page in reader.pages]
    except (FileNotDecryptedError, DependencyError):
        raise Refusal(_PASSWORD) from None
    except Refusal:
        raise
    except (PyPdfError, *_FAULTS):
        raise Refusal(_BROKEN) from None


def _sound(text: str) -> str:
    """Drop the halves of characters that broken fonts give."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def paragraphs_of(pages: list[str]) -> Iterator[str]:
    """Yield paragraphs: a line short of the others, an empty one or a number ends the one before.

    A word split by a hyphen is one again; numbers of pages are no text.
    """
    lines = [line for page in pages for line in _lines(page)]
    width = max(map(len, lines), default=0)
    made, ended = "", True
    for line in lines:
        if made and (_begins(line) or (ended and not line[:1].islower())):
            yield made
            made = ""
        made = _continued(made, line) if line else made
        ended = not line or len(line) < width * _SHORT
    if made:
        yield made


def _lines(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.split("\n")]
    number = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?")
    while lines and (not lines[0] or number.fullmatch(lines[0])):
        lines.pop(0)
    while lines and (not lines[-1] or number.fullmatch(lines[-1])):
        lines.pop()
    return lines


def _begins(line: str) -> bool:
    return read_marker(line) is not None or line.startswith(("Про ", "- ", "• "))


def _continued(made: str, line: str) -> str:
    if _SPLIT.search(made) and line[:1].islower():
        return made[:-1] + line
    return f"{made} {line}" if made else line
