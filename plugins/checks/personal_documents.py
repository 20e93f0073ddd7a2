"""Personal data stay out of the files that citizens download."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from plugins.checks.attached_archive import MOST_INSIDE
from plugins.checks.personal_data import RULE, message_of, personal, persons_in_name
from plugins.checks.personal_view import ascii_digits
from plugins.council.attached_text import (
    LARGEST_PART,
    headers_of_odt,
    hidden_text_of_docx,
    pages_of_pdf,
    text_of_docx,
    text_of_ods,
    text_of_odt,
    text_of_pptx,
    text_of_xlsx,
)
from plugins.council.control import without_invisible
from plugins.council.files import ContentFile
from plugins.council.old_office_text import text_of_ole, text_of_rtf, text_of_xls
from plugins.council.problem import Problem
from plugins.output import rule


@rule(RULE, says="У документах немає персональних даних", excusable=True)
def persons_stay_private_in_documents(
    path: str, data: bytes, file: ContentFile | None
) -> Iterator[Problem]:
    """The same as in texts, inside PDF, office documents, tables and archives, CSV and TXT.

    Погано:  список пільговиків із РНОКПП у PDF
    Добре:   той самий список без номерів
    """
    if file is None:
        return
    suffix = PurePosixPath(path).suffix.lower()
    yield from persons_in_name(path, "назва файла", "warning")  # a clock's number may look so
    for place, text in _parts(suffix, data):
        for one in personal(ascii_digits(without_invisible(text))):
            said = f"{place}: {message_of(one)}" if place else message_of(one)
            line = text.count("\n", 0, one.offset) + 1 if not place else 1
            sure = one.sure and (suffix not in _SUMS or bool(_OF_PEOPLE.search(text)))
            sure = sure and suffix not in _UNSURE
            yield Problem(
                path=path, line=line, field="файл", message=said, rule=RULE,
                severity="error" if sure else "warning",
            )  # fmt: skip


_PLAIN = (".csv", ".txt", ".json", ".xml", ".md", ".log", ".tsv")
_SUMS = (".xlsx", ".ods")
_UNSURE = (".doc", ".xls")  # where figures may stand together by chance
_OF_PEOPLE = re.compile(
    r"рнокпп|\bіпн\b|ідентиф|податк|піб|прізвищ|п\.\s?і\.\s?б|заявни|особ", re.I
)
"""Words without which a number of ten figures among sums is more likely one of them."""

_READERS: dict[str, Callable[[bytes], str]] = {
    ".xlsx": text_of_xlsx, ".ods": text_of_ods, ".pptx": text_of_pptx,
    ".rtf": text_of_rtf, ".doc": text_of_ole, ".xls": text_of_xls,
}  # fmt: skip


def _parts(suffix: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the text of a file, by pages where it has them, with the name of the part."""
    if suffix == ".pdf":
        for number, page in enumerate(pages_of_pdf(data), 1):
            yield f"сторінка {number}", page
    elif suffix == ".docx":
        yield "у документі", text_of_docx(data)
        yield "у колонтитулі, виносці, примітці чи виправленні", hidden_text_of_docx(data)
    elif suffix == ".odt":
        yield "у документі", text_of_odt(data)
        yield "у колонтитулі", headers_of_odt(data)
    elif read := _READERS.get(suffix):
        yield "у документі", read(data)
    elif suffix == ".zip":
        yield from _in_archive(data)
    elif suffix in _PLAIN:
        yield "", data.decode("utf-8", "replace")


def _in_archive(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the texts of what lies in an archive; one that is broken is told by another rule."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.infolist()[:MOST_INSIDE]:
                suffix = PurePosixPath(one.filename).suffix.lower()
                yield "в архіві, назва файла", PurePosixPath(one.filename).name
                if suffix != ".zip" and one.file_size <= LARGEST_PART:
                    for place, text in _parts(suffix, archive.read(one)):
                        yield f"в архіві, {one.filename} {place}".rstrip(), text
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error):
        return
