"""One document: read by what it is, made a draft, put into ``content/`` once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.council.vocabulary import Vocabulary
from plugins.importing.document import Document
from plugins.importing.docx import read_docx
from plugins.importing.drafts import Draft, make_draft
from plugins.importing.existing import existing_in
from plugins.importing.odt import read_odt
from plugins.importing.packages import Package
from plugins.importing.pdf import read_pdf
from plugins.importing.placing import holds, put
from plugins.importing.refusal import Refusal
from plugins.importing.sniffing import sniff

_LARGEST = 200_000_000  # bytes
_TURNS = 1000
_NUMBERED = ("acts", "bills")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a draft was ``made``, it was ``known`` already, or ``refused``."""

    sort: Literal["made", "known", "refused"]
    path: str = ""
    remarks: tuple[str, ...] = ()


def import_document(
    file: Path, content: Path, vocabulary: Vocabulary, now: datetime, folder: str = ""
) -> Outcome:
    """Put a document's draft into ``content``. Raises Refusal, OSError."""
    if file.stat().st_size > _LARGEST:
        raise Refusal("файл понад 200 МБ. Зменште зображення в ньому або розділіть його.")
    data = file.read_bytes()
    if known := _known(content, data):
        return Outcome("known", known)
    for turn in range(1, _TURNS):
        document = _read(file.name, data)
        draft = make_draft(
            document, file.name, data, vocabulary, now, folder=folder, turn=turn,
            taken=lambda where: existing_in(content, _NUMBERED).addresses.get(where, ""),
        )  # fmt: skip
        if (content / draft.path).exists() or _taken(content, draft):
            continue
        if outcome := _written(content, draft):
            return outcome
    raise Refusal("таких файлів уже надто багато. Перейменуйте цей.")


def _read(name: str, data: bytes) -> Document:
    found = sniff(name, data)
    try:
        if found.sort == "pdf":
            return read_pdf(data)
        package = found.package
        assert isinstance(package, Package)
        return read_docx(package) if found.sort == "docx" else read_odt(package)
    except RecursionError:
        raise Refusal("елементи вкладено надто глибоко. Спростіть таблиці й списки.") from None


def _known(content: Path, data: bytes) -> str:
    """Return the text that names these very bytes, wherever an editor may have moved either."""
    same = [
        file.relative_to(content).as_posix()
        for file in (content / "files").rglob("*")
        if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
    ]
    for text in sorted(content.rglob("*.md")) if same else ():
        words = text.read_text("utf-8", "replace")
        if any(path in words for path in same):
            return text.relative_to(content).as_posix()
    return ""


def _taken(content: Path, draft: Draft) -> bool:
    """Whether another document's file stands where one of this draft should."""
    return any(
        (content / path).exists() and not holds(content, path, data)
        for path, data in draft.files.items()
    )


def _written(content: Path, draft: Draft) -> Outcome | None:
    for path, data in draft.files.items():
        if not put(content, path, data) and not holds(content, path, data):
            return None
    if not put(content, draft.path, draft.text.encode()):
        return None
    return Outcome("made", draft.path, draft.remarks)
