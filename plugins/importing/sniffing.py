"""What a file is by its bytes, whatever its name says; what is not taken tells the way out."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from plugins.importing.packages import Package, open_package
from plugins.importing.refusal import Refusal

Sort = Literal["docx", "odt", "pdf", "wordpress"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096  # bytes in which a format shows itself
_SAVE = "Відкрийте файл у Word чи LibreOffice і збережіть як .docx."
_MACRO_TYPES = (b"macroEnabled", b"macroenabled")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is; ``package`` are the parts of an archive."""

    sort: Sort
    package: Package | None = None


def sniff(name: str, data: bytes) -> Sniffed:
    """Return what the bytes are. Raises Refusal with the way out."""
    suffix = PurePosixPath(name).suffix.lower()
    head = data[:_HEAD]
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        raise Refusal("файл порожній. Перевірте, чи його збережено.")
    if head.startswith(_OLE):
        raise Refusal(_ole(data))
    if head.startswith(b"PK"):
        return _archive(suffix, data)
    if bare.startswith(b"%PDF"):
        _require_name(suffix, ".pdf", "PDF")
        return Sniffed("pdf")
    raise Refusal(_other(bare, suffix))


def _archive(suffix: str, data: bytes) -> Sniffed:
    package = open_package(data)
    types = package.read("[Content_Types].xml")
    if suffix in (".docm", ".dotm") or any(one in types for one in _MACRO_TYPES):
        raise Refusal(
            "це документ із макросами (програмами). Відкрийте його у Word чи LibreOffice "
            "і збережіть як звичайний .docx."
        )
    if package.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
        _require_name(suffix, ".odt", "ODT")
        return Sniffed("odt", package)
    if types and (b"wordprocessingml" in types or "word/document.xml" in package.names):
        _require_name(suffix, ".docx", "DOCX")
        return Sniffed("docx", package)
    if b"spreadsheetml" in types or b"presentationml" in types:
        raise Refusal(
            "це таблиця або презентація, а не документ. Додайте її файлом до attachments."
        )
    raise Refusal(f"це архів, а не документ. Розпакуйте його і назвіть файли з нього. {_SAVE}")


def _require_name(suffix: str, wanted: str, format_: str) -> None:
    if suffix != wanted:
        raise Refusal(
            f"розширення {suffix or 'немає'}, а всередині {format_}. "
            f"Перейменуйте файл на {wanted} і повторіть."
        )


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "документ захищено паролем. Відкрийте його, збережіть без пароля й повторіть."
    return f"це документ старого Word (.doc). {_SAVE}"


def _other(bare: bytes, suffix: str) -> str:
    lower = bare.lower()
    if lower.startswith(b"{\\rtf"):
        return f"це RTF. {_SAVE}"
    if lower.startswith((b"<!doctype html", b"<html")) or b"<html" in lower:
        return f"це вебсторінка (HTML). {_SAVE}"
    if lower.startswith(b"<?xml"):
        return f"це XML іншого вигляду. {_SAVE}"
    if suffix in (".docx", ".odt", ".pdf"):
        return (
            f"файл пошкоджено: це не {suffix[1:].upper()}. Візьміть його знову там, звідки взяли."
        )
    return (
        "такі файли не переносять: можна .docx, .odt, .pdf або виписку WordPress (.xml, .xml.gz)."
    )
