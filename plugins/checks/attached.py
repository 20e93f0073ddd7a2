"""What is inside the files that citizens download: no programs, no secrets, no pictures of text."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.council.attached_text import pages_of_pdf
from plugins.council.files import IMAGES, ContentFile
from plugins.council.problem import Problem, Severity
from plugins.output import rule

_ZIPPED = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".asice", ".asics"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINS: dict[str, tuple[bytes, ...]] = {
    **dict.fromkeys(_ZIPPED, (b"PK\x03\x04", b"PK\x05\x06")),
    **dict.fromkeys((".doc", ".xls"), (_OLE,)),
    ".rtf": (b"{\\rtf",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"),
}
_PLAIN = frozenset({".txt", ".csv", ".json", ".xml"})
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_PAGE = re.compile(rb"^\s*(?:<!doctype html|<html|<\?php|<script|<svg)", re.I)
_XML_CODE = re.compile(rb"<script|<\?xml-stylesheet|1999/xhtml|2000/svg|<!ENTITY", re.I)
_FORMULA = re.compile(
    r'(?:^|[,;\t"])\s*[=+@-]\s*(?:\w+\|\W|cmd|hyperlink|webservice|import\w+|dde)', re.I | re.M
)
_MAIN_PARTS = {
    ".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml", ".ods": "content.xml",
}  # fmt: skip
_INSIDE = re.compile(
    r"\.(?:exe|msi|bat|cmd|com|scr|ps1|vbs|jse?|jar|sh|php|hta|dll|lnk|html?|svg|docm|xlsm)$", re.I
)
_UNPACKED = 500_000_000  # bytes of all that an archive holds
_RATIO = 200  # how many times larger unpacked than packed
_HEAVY = 20_000_000  # bytes: a minute on a weak network
_GPS = 0x8825  # EXIF: the place where a picture was taken
_SPARSE = 20  # letters of a page: less is a scan


@rule("file-kind", says="Файл є тим, що обіцяє його розширення")
def bytes_are_what_the_name_says(
    path: str, data: bytes, file: ContentFile | None
) -> Iterator[Problem]:
    """A document is of its kind, whole, and not empty.

    Погано:  програма, перейменована на zvit.docx
    Добре:   документ, збережений у своїй програмі
    """
    suffix = PurePosixPath(path).suffix.lower()
    if file is None or suffix in IMAGES:
        return  # pictures are decoded when they are read, and go out in smaller sizes
    begins = _BEGINS.get(suffix, ())
    if not data:
        yield _of(path, "файл порожній. Додайте його знову.", "file-kind")
    elif data.startswith(_PROGRAM) or _PAGE.match(data[:200]):
        yield _of(path, "усередині програма або вебсторінка, а не документ. Вилучіть.", "file-kind")
    elif suffix in (".docx", ".xlsx", ".pptx") and data.startswith(_OLE):
        message = "документ під паролем або старого формату. Збережіть його знову без пароля."
        yield _of(path, message, "file-kind")
    elif begins and not data.startswith(begins):
        message = f"усередині не {suffix}. Збережіть документ знову або виправте розширення."
        yield _of(path, message, "file-kind")
    elif suffix == ".mp4" and data[4:8] != b"ftyp":
        yield _of(path, "усередині не .mp4. Збережіть відео знову.", "file-kind")
    elif suffix in _PLAIN:
        yield from _of_plain(path, suffix, data)
    if len(data) > _HEAVY:
        message = "файл завеликий для телефона. Зменште його або поділіть."
        yield _of(path, message, "heavy-file", "warning")


def _of_plain(path: str, suffix: str, data: bytes) -> Iterator[Problem]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "файл не в кодуванні UTF-8. Збережіть його як «UTF-8»."
        yield Problem(path=path, line=line, field="файл", message=message, rule="file-kind")
        return
    if suffix == ".xml" and _XML_CODE.search(data):
        message = "у файлі є код, який виконає браузер. Лишіть у ньому самі дані."
        yield _of(path, message, "active-file")
    if suffix == ".csv" and (found := _FORMULA.search(text)):
        message = f"формула «{found[0].strip()}…» виконає програму таблиць. Лишіть саме значення."
        line = text.count("\n", 0, found.start() + 1) + 1
        yield Problem(path=path, line=line, field="файл", message=message, rule="active-file")


@rule("active-file", says="У документі немає програм, паролів і пасток")
def documents_hold_no_programs(
    path: str, data: bytes, file: ContentFile | None
) -> Iterator[Problem]:
    """A document holds no macros, scripts or programs, and opens without a password.

    Погано:  PDF із JavaScript, DOCX із макросом, ZIP із програмою
    Добре:   PDF/A, збережений із текстового редактора
    """
    if file is None:
        return
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".pdf":
        yield from _of_pdf(path, data)
    elif suffix in _ZIPPED and data.startswith(b"PK"):
        yield from _of_archive(path, data, suffix)
    elif data.startswith(_OLE):
        if b"V\0B\0A\0" in data or b"_VBA_PROJECT" in data or b"M\0a\0c\0r\0o\0s\0" in data:
            yield _of(
                path, "у документі є макроси. Збережіть його без них, як .docx.", "active-file"
            )
    elif suffix == ".rtf" and re.search(rb"\\objdata|\\objemb|\\objlink|\\ddeauto", data):
        yield _of(path, "у документі вкладений об’єкт. Збережіть його як .pdf.", "active-file")


def _of_pdf(path: str, data: bytes) -> Iterator[Problem]:
    from plugins.checks.pdf import active_parts, is_locked  # pypdf is heavy

    if is_locked(data):
        yield _of(path, "документ під паролем. Збережіть його без пароля.", "active-file")
    elif parts := active_parts(data):
        message = f"у документі є те, що діє само: {', '.join(parts)}. Збережіть його як PDF/A."
        yield _of(path, message, "active-file")


def _of_archive(path: str, data: bytes, suffix: str) -> Iterator[Problem]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.infolist()
            relations = _relations(archive)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        yield _of(path, "файл пошкоджений. Збережіть його знову.", "file-kind")
        return
    unpacked, packed = sum(i.file_size for i in inside), sum(i.compress_size for i in inside)
    names = [one.filename for one in inside]
    if unpacked > _UNPACKED or (unpacked > 50_000_000 and unpacked > packed * _RATIO):
        yield _of(path, "архів розпаковується в сотні разів більшим. Вилучіть його.", "active-file")
    elif any(one.flag_bits & 1 for one in inside):
        yield _of(path, "архів під паролем. Збережіть його без пароля.", "active-file")
    elif any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        yield _of(path, "архів пише файли за межі своєї теки. Зберіть його знову.", "active-file")
    elif any(name.endswith(("vbaProject.bin", "vbaData.xml")) for name in names):
        yield _of(path, "у документі є макроси. Збережіть його без них.", "active-file")
    elif suffix == ".zip" and (bad := next(filter(_INSIDE.search, names), "")):
        yield _of(path, f"в архіві «{bad}»: програма чи сторінка. Вилучіть її.", "active-file")
    elif re.search(rb'(?:attachedTemplate|oleObject|frame)"[^>]*TargetMode="External"', relations):
        yield _of(path, "документ бере частини з мережі. Збережіть його як .pdf.", "active-file")
    elif _has_entities(data):
        yield _of(path, "у документі є пастка для програм. Збережіть його знову.", "active-file")
    elif (part := _MAIN_PARTS.get(suffix)) and part not in names:
        yield _of(path, f"усередині не {suffix}. Збережіть документ знову.", "file-kind")


def _has_entities(data: bytes) -> bool:
    """Say whether the text of a document begins with entities of its own (billion laughs)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in ("word/document.xml", "content.xml", "xl/workbook.xml"):
            if part in archive.namelist():
                with archive.open(part) as opened:
                    return b"<!DOCTYPE" in opened.read(4096)
    return False


def _relations(archive: zipfile.ZipFile) -> bytes:
    """Return what a document says it takes from elsewhere, at most 1 MB of it."""
    parts = [i for i in archive.infolist() if i.filename.endswith(".rels")]
    small = [i for i in parts if i.file_size < 100_000 and not i.flag_bits & 1]
    return b"\n".join(archive.read(one) for one in small[:10])


@rule("scan", says="У PDF є текст, а не лише зображення", excusable=True)
def documents_are_no_pictures(
    path: str, data: bytes, file: ContentFile | None
) -> Iterator[Problem]:
    """A PDF has text: neither search nor a screen reader reads a scan (resolution 757 of 2023).

    Погано:  сканована копія рішення
    Добре:   PDF із текстового редактора; скан – лише додатком до нього
    """
    if file is None or file.format != "PDF" or not file.pages:
        return
    if b"/Image" not in data and b"/ObjStm" not in data:
        return  # nothing is drawn that could be a scan
    if sum(len(page.split()) > 3 or len(page) > _SPARSE for page in pages_of_pdf(data)) == 0:
        message = "у PDF немає тексту, це скан. Збережіть документ із текстового редактора."
        yield _of(path, message, "scan", "warning")


@rule("location", says="Фото не каже, де його знято", excusable=True)
def pictures_keep_no_places(path: str, data: bytes, file: ContentFile | None) -> Iterator[Problem]:
    """A photo holds no coordinates: the site strips them, but git keeps the file as it is.

    Погано:  фото з телефона з увімкненою геолокацією
    Добре:   те саме фото, збережене без даних про місце
    """
    if file is None or not file.width or (b"Exif" not in data[:200_000] and b"eXIf" not in data):
        return
    from PIL import Image  # heavy, and many builds need none

    with Image.open(io.BytesIO(data)) as image:
        place = image.getexif().get_ifd(_GPS)
    if {1, 2, 3, 4} & place.keys():
        message = "у фото записано, де його знято. Сайт це прибере, але у сховищі воно лишиться."
        yield _of(path, f"{message} Збережіть фото без геоданих.", "location", "warning")


def _of(path: str, message: str, name: str, severity: Severity = "error") -> Problem:
    return Problem(path=path, line=1, field="файл", message=message, rule=name, severity=severity)
