"""What is inside the files that citizens download: no programs, no secrets, no pictures of text."""

import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.checks.attached_archive import PROGRAM, faults_of_archive
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
_PAGE = re.compile(rb"^\s*(?:<!doctype html|<html|<\?php|<script|<svg)", re.I)
_XML_CODE = re.compile(rb"<script|<\?xml-stylesheet|1999/xhtml|2000/svg|<!ENTITY", re.I)
_FORMULA = re.compile(
    r'(?:^|[,;\t"])\s*[=+@-]\s*(?:\w+\|\W|cmd|hyperlink|webservice|import\w+|dde)', re.I | re.M
)
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
    elif data.startswith(PROGRAM) or _PAGE.match(data[:200]):
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
        for message, name in faults_of_archive(data, suffix):
            yield _of(path, message, name)
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
