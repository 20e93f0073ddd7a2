"""The pictures and files that a header names."""

from collections.abc import Iterator
from typing import Literal

from plugins.council.header import Act, Bill, Header

Sort = Literal["picture", "file"]


def named_files(header: Header) -> Iterator[tuple[str, str, Sort]]:
    """Yield (field, path in content/, what it must be) for every picture and file of a header."""
    if header.image:
        yield "image", header.image, "picture"
    for number, picture in enumerate(header.gallery):
        yield f"gallery.{number}.file", picture.file, "picture"
    for number, file in enumerate(header.attachments):
        yield f"attachments.{number}.file", file.file, "file"
    match header:
        case Act(signature=str(path)):
            yield "signature", path, "file"
        case Bill(explanatory_note=note, outcome=outcome):
            if note:
                yield "explanatory_note", note, "file"
            if outcome and outcome.report:
                yield "outcome.report", outcome.report, "file"
