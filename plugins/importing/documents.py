"""One document: read by what it is, made a draft, put into ``content/`` once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.council.vocabulary import Vocabulary
from plugins.importing.document import Document
from plugins.importing.docx import read_docx
from plugins.importing.drafts import make_draft
from plugins.importing.library import Library
from plugins.importing.loose_ends import settle_loose_ends
from plugins.importing.odt import read_odt
from plugins.importing.packages import Package
from plugins.importing.patience import within
from plugins.importing.pdf import read_pdf
from plugins.importing.refusal import Refusal
from plugins.importing.sniffing import Sniffed, sniff

_LARGEST = 200_000_000  # bytes
_TURNS = 1000
_PATIENCE = 180  # seconds; a book of a thousand pages takes some ten


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a draft was ``made``, it was ``known`` already, or ``refused``."""

    sort: Literal["made", "known", "refused"]
    path: str = ""
    remarks: tuple[str, ...] = ()


def import_document(
    file: Path, library: Library, vocabulary: Vocabulary, now: datetime, folder: str = ""
) -> Outcome:
    """Put a document's draft into the content folder. Raises Refusal, OSError."""
    if file.stat().st_size > _LARGEST:
        raise Refusal("файл понад 200 МБ. Зменште зображення в ньому або розділіть його.")
    data = file.read_bytes()
    document = read_document(file.name, data)
    if known := library.known(data):
        return Outcome("known", known)
    for turn in range(1, _TURNS):
        draft = make_draft(
            document, file.name, data, vocabulary, now,
            folder=folder, turn=turn, taken=library.rival,
        )  # fmt: skip
        if library.is_free(draft.path, draft.files) and library.add(
            draft.path, draft.text, draft.files, draft.address
        ):
            return Outcome("made", draft.path, draft.remarks)
        document = read_document(file.name, data)
    raise Refusal("таких файлів уже надто багато. Перейменуйте цей.")


def read_document(name: str, data: bytes) -> Document:
    """Read a document by what its bytes are. Raises Refusal."""
    found = sniff(name, data)
    try:
        with within(_PATIENCE):
            document = _read(found, data)
            settle_loose_ends(document)
            return document
    except RecursionError:
        raise Refusal("елементи вкладено надто глибоко. Спростіть таблиці й списки.") from None


def _read(found: Sniffed, data: bytes) -> Document:
    if found.sort == "pdf":
        return read_pdf(data)
    package = found.package
    assert isinstance(package, Package)
    return read_docx(package) if found.sort == "docx" else read_odt(package)
