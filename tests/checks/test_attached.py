"""Files that an editor may attach by accident or malice, made here byte by byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from plugins.checks.catalogue import FILE_RULES
from plugins.council.files import FileError, read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


def told(path: str, data: bytes) -> list[str]:
    """Return the names of what is wrong with a file, warnings after a «~»."""
    try:
        file = read_file(path, data)
    except FileError:
        return ["file"]
    found = [problem for rule in FILE_RULES for problem in rule(path, data, file)]
    return [("" if one.severity == "error" else "~") + one.rule for one in found]


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return an archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(words: str = "Зразок", **more: str) -> bytes:
    """Return a small DOCX; a keyword names a part with «_» for a dot and «__» for a slash."""
    parts = {name.replace("__", "/").replace("_", "."): data for name, data in more.items()}
    return zipped({
        "[Content_Types].xml": "<a/>", "word/document.xml": DOCUMENT.format(words), **parts,
    })  # fmt: skip


def xlsx(head: str, value: str) -> bytes:
    """Return a table of one head, by way of the shared words, and one number."""
    return zipped({
        "xl/workbook.xml": "<a/>",
        "xl/sharedStrings.xml": f"<sst><si><t>{head}</t></si></sst>",
        "xl/worksheets/sheet1.xml": "<s><row><c t='s'><v>0</v></c></row>"
        f"<row><c><v>{value}</v></c></row></s>",
    })  # fmt: skip


def pdf(change: Callable[[PdfWriter], object] = lambda writer: None) -> bytes:
    """Return a PDF of one empty page, changed."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_javascript(writer: PdfWriter) -> None:
    """Make a PDF run a script when it is opened."""
    action = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    })  # fmt: skip
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)


def scan() -> bytes:
    """Return a PDF that is only a picture."""
    buffer = io.BytesIO()
    Image.new("L", (300, 400), "white").save(buffer, "PDF")
    return buffer.getvalue()


def photo(place: bool) -> bytes:
    """Return a JPEG with the notes of a phone, the place among them or not."""
    notes = Image.Exif()
    notes[0x010F] = "Phone"
    if place:
        notes.get_ifd(0x8825).update({1: "N", 2: (48.0, 44.0, 0.0), 3: "E", 4: (37.0, 35.0, 0.0)})
    buffer = io.BytesIO()
    Image.new("RGB", (50, 40)).save(buffer, "JPEG", exif=notes)
    return buffer.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


RIGHT: Sequence[tuple[str, bytes]] = (
    ("files/a.docx", docx()),
    ("files/a.pdf", pdf()),
    ("files/a.pdf", pdf(lambda writer: writer.encrypt("", "owner"))),
    ("files/a.zip", zipped({"a.txt": "зразок"})),
    ("files/a.csv", "а;б\n-5;+7\n=;-\n".encode()),
    ("files/a.json", b"{}"),
    ("files/a.xml", b"<a>1</a>"),
    ("files/a.rtf", b"{\\rtf1 a}"),
    ("files/a.rtf", b"{\\rtf1\\fs3184710691 \\'d0 123456}"),
    ("files/a.doc", OLE + b"x" * 500),
    ("files/a.xls", OLE + "Сума 1 250 000".encode("utf-16-le")),
    ("files/a.docx", docx(word__embeddings__oleObject1_bin="Equation Native")),
    (
        "files/a.docx",
        docx(
            word___rels__document_xml_rels='<Relationship Type="x/hyperlink" '
            'Target="https://example.org/" TargetMode="External"/>'
        ),
    ),
    ("files/a.odt", zipped({"content.xml": "<a/>", "Basic/Standard/script-lb.xml": "<a/>"})),
    ("images/a.jpg", photo(place=False)),
    ("files/Звіт 2026.txt", "Зразок".encode()),
)
WRONG: Sequence[tuple[str, bytes, list[str]]] = (
    ("files/a.html", b"<p>", ["file-kind"]),
    ("files/a.exe", b"MZ", ["file-kind"]),
    ("files/a.docm", b"PK", ["file-kind"]),
    ("images/a.svg", b"<svg onload='alert(1)'/>", ["file-kind"]),
    ("images/a.gif", b"GIF89a", ["file-kind"]),
    ("files/a.rar", b"Rar!", ["file-kind"]),
    ("files/id_rsa", b"key", ["file-kind"]),
    ("images/Thumbs.db", b"x", ["~file-kind"]),
    ("news/2026/a.md~", b"x", ["~file-kind"]),
    ("news/2026/a.md.bak", b"x", ["~file-kind"]),
    ("news/2026/a.txt", b"x", ["file-kind"]),
    ("files/a?.txt", b"x", ["file-name"]),
    ("files/\u202etxt.csv", b"x", ["file-name"]),
    ("files/con.txt", b"x", ["file-name"]),
    (f"files/{'я' * 110}.txt", b"x", ["file-name"]),
    ("files/a.docx", b"MZ" + b"x" * 100, ["file-kind"]),
    ("files/a.docx", OLE, ["file-kind"]),
    ("files/a.docx", b"hello", ["file-kind"]),
    ("files/a.docx", zipped({"a.txt": "x"}), ["file-kind"]),
    ("files/a.docx", docx()[:100], ["file-kind"]),
    ("files/a.docx", docx(word__vbaProject_bin="x"), ["active-file"]),
    ("files/a.docx", docx("x" * 60_000_000), ["active-file"]),
    ("files/a.docx", docx("Особа, РНОКПП 3184710691"), ["personal-data"]),
    ("files/a.docx", docx(word__footer1_xml=DOCUMENT.format("тел. 050 123 45 67")),
     ["personal-data"]),
    ("files/a.docx", docx(word__comments_xml=DOCUMENT.format("паспорт ВЕ 123456")),
     ["personal-data"]),
    ("files/a.docx", docx("</w:t></w:r><w:del><w:r><w:delText>РНОКПП 3184710691</w:delText></w:r>"
                          "</w:del><w:r><w:t>"), ["personal-data"]),
    ("files/a.xlsx", xlsx("РНОКПП", "3184710691"), ["personal-data"]),
    ("files/a.xlsx", xlsx("Видатки", "3184710691"), ["~personal-data"]),
    ("files/a.ods", zipped({"content.xml": "<d xmlns:t='t'><t:table-row><t:c>РНОКПП</t:c>"
                            "<t:c>3184710691</t:c></t:table-row></d>"}), ["personal-data"]),
    ("files/a.pptx", zipped({"ppt/presentation.xml": "<a/>", "ppt/slides/slide1.xml":
                             "<s xmlns:a='a'><a:p>тел. 050 123 45 67</a:p></s>"}),
     ["personal-data"]),
    ("files/a.rtf", b"{\\rtf1\\ansicpg1251 \\'d0\\'cd\\'ce\\'ca\\'cf\\'cf 31847\\b 10691\\par}",
     ["personal-data"]),
    ("files/a.rtf", b"{\\rtf1 \\u1090?\\u1077?\\u1083?. 050 123 45 67\\par}", ["personal-data"]),
    ("files/a.doc", OLE + "\0РНОКПП 3184710691\0".encode("utf-16-le"), ["~personal-data"]),
    ("files/a.xls", OLE + b"\0" + "Тел. 050 123 45 67".encode("utf-16-le"), ["~personal-data"]),
    ("files/a.zip", zipped({"spysok.docx": docx("Особа, РНОКПП 3184710691")}), ["personal-data"]),
    ("files/a.zip", zipped({"spysok.csv": "Особа;РНОКПП\nЗразок;3184710691\n"}),
     ["personal-data"]),
    ("files/a.docx", docx(word___rels__settings_xml_rels='<R Type="x/attachedTemplate" '
     'Target="https://example.org/x.dotm" TargetMode="External"/>'), ["active-file"]),
    ("files/a.txt", b"<html><script>", ["file-kind"]),
    ("files/a.txt", b"", ["file-kind"]),
    ("files/a.csv", "а;б".encode("cp1251"), ["file-kind"]),
    ("files/a.csv", b'a;b\n=HYPERLINK("http://example.org";"x");2\n', ["active-file"]),
    ("files/a.csv", "Особа;РНОКПП\nЗразок;3184710691\n".encode(), ["personal-data"]),
    ("files/a.xml", b'<a><script xmlns="http://www.w3.org/1999/xhtml"/></a>', ["active-file"]),
    ("files/a.doc", OLE + b"V\0B\0A\0", ["active-file"]),
    ("files/a.rtf", b"{\\rtf1 \\objdata 01}", ["active-file"]),
    ("files/a.mp4", b"xxxxxxxx", ["file-kind"]),
    ("files/a.zip", zipped({"a.exe": b"MZ"}), ["active-file"]),
    ("files/a.zip", zipped({"../a.txt": b"x"}), ["active-file"]),
    ("files/a.zip", zipped({f"{n}.txt": b"0" * 60_000_000 for n in range(2)}), ["active-file"]),
    ("files/a.zip", zipped({"a.zip": zipped({"a.txt": "РНОКПП 3184710691"})}), ["active-file"]),
    ("files/a.zip", zipped({"setup": b"MZ\x90"}), ["active-file"]),
    ("files/a.zip", zipped({"a.docx": docx(word__vbaProject_bin="x")}), ["active-file"]),
    ("files/a.zip", zipped({"3184710691.txt": "зразок"}), ["personal-data"]),
    ("files/a.zip", zipped({"a.md": "РНОКПП 3184710691"}), ["personal-data"]),
    ("files/3184710691.txt", "зразок".encode(), ["~personal-data"]),
    ("files/a.xml", "<a><b>РНОКПП 3184710691</b></a>".encode(), ["personal-data"]),
    ("files/a.docx", docx("РНОКПП 3184\u200b710691"), ["personal-data"]),
    ("files/a.docx", docx(word__embeddings__oleObject1_bin="O\0l\0e\x001\x000\0N\0a\0t\0i\0v\0e\0"),
     ["active-file"]),
    ("files/a.docx", docx("</w:t><w:instrText>DDEAUTO cmd</w:instrText><w:t>"), ["active-file"]),
    ("files/a.docx", docx(word___rels__document_xml_rels='<Relationship TargetMode="External" '
     'Target="https://example.org/x.png" Type="x/image"/>'), ["active-file"]),
    ("files/a.xlsx", zipped({"xl/workbook.xml": "<a/>", "xl/comments1.xml":
                             "<c><t>РНОКПП 3184710691</t></c>"}), ["personal-data"]),
    ("files/a.xls", OLE + b"\x03\x02\x0e\0" + bytes(6) + struct.pack("<d", 3184710691),
     ["~personal-data"]),
    ("files/a.odt", zipped({"content.xml": "<a/>", "styles.xml": "<a xmlns:t='urn:oasis:names:tc:"
     "opendocument:xmlns:text:1.0'><t:p>РНОКПП 3184710691</t:p></a>"}), ["personal-data"]),
    ("files/a.odt", zipped({"content.xml": "<a/>", "Basic/Standard/Module1.xml": "<a/>"}),
     ["active-file"]),
    ("files/a.pdf", pdf(with_javascript), ["active-file"]),
    ("files/a.pdf", pdf(lambda writer: writer.encrypt("secret")), ["active-file"]),
    ("files/a.pdf", pdf(lambda writer: writer.add_attachment("a.exe", b"MZ")), ["active-file"]),
    ("files/a.pdf", b"<html>", ["file"]),
    ("files/a.pdf", pdf()[:200], ["file"]),
    ("files/a.pdf", scan(), ["~scan"]),
    ("images/a.jpg", photo(place=True), ["~location"]),
    ("images/a.png", bomb(50_000, 50_000), ["file"]),
    ("images/a.png", bomb(6_000, 6_000), ["file"]),
    ("images/a.jpg", photo(place=False)[:300], ["file"]),
)  # fmt: skip


@pytest.mark.parametrize(("path", "data"), RIGHT, ids=range(len(RIGHT)))
def test_ordinary_files_are_right(path: str, data: bytes) -> None:
    """A document as its program saves it has no fault."""
    assert told(path, data) == []


@pytest.mark.parametrize(("path", "data", "names"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_with_a_file_is_told(path: str, data: bytes, names: list[str]) -> None:
    """Each file is told what is wrong with it, and nothing else."""
    assert told(path, data) == names
