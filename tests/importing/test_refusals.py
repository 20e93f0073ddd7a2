import io
import struct
import zipfile
from pathlib import Path

import pytest

from plugins.importing.packages import open_package
from plugins.importing.refusal import Refusal
from plugins.importing.safe_xml import DEEPEST
from plugins.importing.sniffing import sniff
from tests.importing.docx_files import TYPES, W, docx, p
from tests.importing.reading import of_docx

MADE = Path(__file__).with_name("made_by_libreoffice")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BOMB = f"<w:document {W}><w:body>" + " " * 40_000_000 + "</w:body></w:document>"
XXE = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = (
    f"<w:document {W}>" + "<w:sdt>" * (DEEPEST + 1) + "</w:sdt>" * (DEEPEST + 1) + "</w:document>"
)


MACROS = {"[Content_Types].xml": TYPES.replace("main+", "macroEnabled")}


def encrypted() -> bytes:
    """Encrypted."""
    data = bytearray(docx(p("x")))
    for at, offset in ((data.find(b"PK\x03\x04"), 6), (data.find(b"PK\x01\x02"), 8)):
        (flags,) = struct.unpack_from("<H", data, at + offset)
        struct.pack_into("<H", data, at + offset, flags | 1)
    return bytes(data)


def archive(**parts: str) -> bytes:
    """Archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"", "порожній"),
        ("a.docx", docx(p("x"))[:200], "пошкоджено"),
        ("a.docx", b"PK\x03\x04" + bytes(100), "пошкоджено"),
        ("a.docx", OLE, ".doc"),
        ("a.doc", (MADE / "rishennia.doc").read_bytes(), "збережіть як .docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "паролем"),
        ("a.docx", encrypted(), "паролем"),
        ("a.docx", b"{\\rtf1 x}", "RTF"),
        ("a.docx", b"\xef\xbb\xbf<!DOCTYPE html><html>", "HTML"),
        ("a.docx", b"%PDF-1.7", "Перейменуйте файл на .pdf"),
        ("a.pdf", docx(p("x")), "Перейменуйте файл на .docx"),
        ("a.docm", docx(p("x")), "макрос"),
        ("a.docx", docx(p("x"), MACROS), "макрос"),
        ("a.docx", archive(a="x"), "архів"),
        ("a.docx", "Просто текст".encode(), "не DOCX"),
        ("a.exe", b"MZ", "не переносять"),
        ("a.docx", docx(p("x"), {"word/document.xml": BOMB}), "надто великий"),
    ],
)  # fmt: skip
def test_what_is_not_taken_tells_the_way_out(name: str, data: bytes, said: str) -> None:
    """What is not taken tells the way out."""
    with pytest.raises(Refusal, match=said):
        sniff(name, data)


@pytest.mark.parametrize(
    ("part", "said"),
    [(XXE, "DOCTYPE"), (LAUGHS, "DOCTYPE"), (XXE.encode("utf-16"), "DOCTYPE"), (DEEP, "глибоко"),
     ("<w:document", "пошкоджено"), ("", "немає тексту")],
)  # fmt: skip
def test_a_hostile_part_is_refused(part: str | bytes, said: str) -> None:
    """A hostile part is refused."""
    with pytest.raises(Refusal, match=said):
        of_docx(docx("", {"word/document.xml": part}))


def test_a_program_inside_is_refused() -> None:
    """A program inside is refused."""
    with pytest.raises(Refusal, match="макрос"):
        of_docx(docx(p("x"), {"word/vbaProject.bin": b"x"}))


def test_a_directory_that_lies_of_sizes_does_not_fill_memory() -> None:
    """A directory that lies of sizes does not fill memory."""
    data = bytearray(docx("", {"word/document.xml": "<x>" + "я" * 100_000 + "</x>"}))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(Refusal):
        open_package(bytes(data)).read("word/document.xml")
