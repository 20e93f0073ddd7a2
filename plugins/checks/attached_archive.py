"""What is inside an archive or office document: no programs, no traps, nothing from elsewhere."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.council.attached_text import LARGEST_PART

PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
"""How the programs of the common systems begin."""

_MAIN_PARTS = {
    ".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml", ".ods": "content.xml",
}  # fmt: skip
_INSIDE = re.compile(
    r"\.(?:exe|msi|bat|cmd|com|scr|ps1|vbs|jse?|jar|sh|php|hta|dll|lnk|html?|svg|docm|xlsm)$", re.I
)
_UNPACKED = 500_000_000  # bytes of all that an archive holds
_RATIO = 200  # how many times larger unpacked than packed
_PACKED = re.compile(r"\.(?:zip|7z|rar|t?gz|tar|cab|iso)$", re.I)
_MACROS = re.compile(r"(?:vbaProject\.bin|vbaData\.xml)$|^(?:Scripts/|Basic/[^/]+/(?!script-l))")
_OUTSIDE = re.compile(rb'(?:attachedTemplate|oleObject|frame)"')
_FETCHED = re.compile(rb'/image"')  # a picture of one's own disk is only not seen
_NETWORK = re.compile(rb'Target="(?:https?:|ftp:|//|\\\\)', re.I)
_DDE = re.compile(rb'(?:instrText[^>]*>|instr=")[\s"]*DDE', re.I)
_PACKAGE = "Ole10Native".encode("utf-16-le")  # a file put into a document ([MS-OLEDS] 2.3.6)
MOST_INSIDE = 200  # files of an archive that are looked into

Fault = tuple[str, str]
"""What is wrong in Ukrainian, and the rule."""


def faults_of_archive(data: bytes, suffix: str) -> Iterator[Fault]:
    """Yield the first thing that is wrong with a zipped file of this kind, if anything is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _first(archive, suffix)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
            zlib.error):  # fmt: skip
        yield "файл пошкоджений. Збережіть його знову.", "file-kind"


def _first(archive: zipfile.ZipFile, suffix: str) -> Iterator[Fault]:
    """Yield one fault: the gravest first, since what follows may not be opened after it."""
    inside = archive.infolist()
    unpacked, packed = sum(i.file_size for i in inside), sum(i.compress_size for i in inside)
    names = [one.filename for one in inside]
    if unpacked > _UNPACKED or (unpacked > 50_000_000 and unpacked > packed * _RATIO):
        yield "архів розпаковується в сотні разів більшим. Вилучіть його.", "active-file"
    elif any(one.flag_bits & 1 for one in inside):
        yield "архів під паролем. Збережіть його без пароля.", "active-file"
    elif any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        yield "архів пише файли за межі своєї теки. Зберіть його знову.", "active-file"
    elif any(map(_MACROS.search, names)):
        yield "у документі є макроси. Збережіть його без них.", "active-file"
    elif suffix == ".zip":
        yield from _of_loose_files(archive)
    elif any(map(_takes_from_elsewhere, _relations(archive))):
        yield "документ бере частини з мережі. Збережіть його як .pdf.", "active-file"
    elif message := _trap(archive):
        yield message, "active-file"
    elif (part := _MAIN_PARTS.get(suffix)) and part not in names:
        yield f"усередині не {suffix}. Збережіть документ знову.", "file-kind"


def _of_loose_files(archive: zipfile.ZipFile) -> Iterator[Fault]:
    for one in archive.infolist()[:MOST_INSIDE]:
        name, suffix = one.filename, PurePosixPath(one.filename).suffix.lower()
        if _PACKED.search(name):
            message = f"в архіві «{name}»: ще один архів, його не перевірити. Розпакуйте його."
            yield message, "active-file"
            return
        with archive.open(one) as opened:
            if _INSIDE.search(name) or opened.read(8).startswith(PROGRAM):
                yield f"в архіві «{name}»: програма чи сторінка. Вилучіть її.", "active-file"
                return
        if suffix in _MAIN_PARTS and one.file_size <= LARGEST_PART:
            for message, rule in faults_of_archive(archive.read(one), suffix):
                yield f"в архіві «{name}»: {message}", rule
                return


def _takes_from_elsewhere(relation: bytes) -> bool:
    """Say whether a part comes from the network as the document is opened; a link does not."""
    if b'TargetMode="External"' not in relation:
        return False
    fetched = _FETCHED.search(relation) and _NETWORK.search(relation)
    return bool(_OUTSIDE.search(relation) or fetched)


def _trap(archive: zipfile.ZipFile) -> str:
    """Say what in the parts of a document is meant for programs, not for readers; empty if none."""
    for one in archive.infolist():
        if one.filename.endswith(".bin") and "/embeddings/" in f"/{one.filename}":
            part = archive.read(one) if one.file_size <= LARGEST_PART else b""
            if _PACKAGE in part or part.startswith(PROGRAM):
                return "у документі вкладений файл. Збережіть документ без нього або як .pdf."
    for name in ("word/document.xml", "content.xml", "xl/workbook.xml"):
        if name in archive.namelist() and archive.getinfo(name).file_size <= LARGEST_PART:
            part = archive.read(name)
            if b"<!DOCTYPE" in part[:4096]:  # entities of its own (billion laughs)
                return "у документі є пастка для програм. Збережіть його знову."
            if b"DDE" in part and _DDE.search(part):
                return "у документі є команда, яка запустить програму. Збережіть його як .pdf."
    return ""


def _relations(archive: zipfile.ZipFile) -> list[bytes]:
    """Return what a document says it is tied to, at most 1 MB of it."""
    parts = [i for i in archive.infolist() if i.filename.endswith(".rels")]
    small = [i for i in parts if i.file_size < 100_000]
    return [tie for one in small[:10] for tie in archive.read(one).split(b"<Relationship ")]
