"""File objects: the page of a text, and the files beside it."""

from pathlib import PurePosixPath

from plugins.council.files import ContentFile
from plugins.council.renditions import file_address
from plugins.council.text import Text
from plugins.oparl.objects import Object, Shared, stamp, typed

_MIME = {
    "PDF": "application/pdf",
    "CSV": "text/csv",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ANY = "application/octet-stream"
"""What OParl asks for where no closer type is known."""


def page_file(text: Text, address: str, shared: Shared) -> Object:
    """Return the page of a text as a file: it is the text, and people can read it."""
    return typed(
        "File", address, name=text.title, fileName="index.html", mimeType="text/html",
        date=text.day and text.day.isoformat(), accessUrl=shared.page(text),
        created=stamp(text.moment), modified=stamp(text.changed),
    )  # fmt: skip


def data_file(text: Text, name: str, mime: str, address: str, shared: Shared) -> Object:
    """Return a file for programs that lies beside the page of a text."""
    return typed(
        "File", address, fileName=name, mimeType=mime, accessUrl=shared.page(text) + name
    )  # fmt: skip


def content_file(file: ContentFile, address: str, shared: Shared) -> Object:
    """Return a file that an editor put beside a text."""
    place = file_address(file)
    return typed(
        "File", address, fileName=PurePosixPath(place).name, size=file.size,
        mimeType=_MIME.get(file.format, _ANY), accessUrl=shared.url + place,
        downloadUrl=shared.url + place,
    )  # fmt: skip
