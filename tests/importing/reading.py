"""Short ways from a file to what came of it."""

import re

from plugins.council.markdown import read_body
from plugins.importing.document import Document
from plugins.importing.docx import read_docx
from plugins.importing.markdown import Style, to_markdown
from plugins.importing.packages import open_package


def of_docx(data: bytes) -> Document:
    """Read a DOCX."""
    return read_docx(open_package(data))


def legal_markdown(document: Document) -> str:
    """Return the Markdown of a document as the body of an act."""
    return to_markdown(document.body, Style(legal=True), document.notes)


def blocks(document: Document) -> list[str]:
    """Return the blocks of its Markdown."""
    return legal_markdown(document).strip("\n").split("\n\n")


def words(text: str) -> list[str]:
    """Return the words of a text, for comparing what a reader sees."""
    return re.findall(r"\w+", text)


def seen(markdown: str, *, legal: bool = True) -> str:
    """Return the words that a reader of the page sees."""
    body, faults = read_body(markdown, legal=legal)
    assert not [one for one in faults if one.rule != "alt"], faults
    return body.text
