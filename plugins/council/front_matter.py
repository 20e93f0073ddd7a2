"""A text taken apart: the header between two ``---`` lines, and the body after it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.council.control import first_control, is_usual
from plugins.council.header_yaml import FrontMatterError, Place, read_yaml
from plugins.council.plain_header import read_plain

FENCE = "---"

_NEWLINES = {"\r\n": "\n", "\r": "\n"}  # line ends of other systems
_BLANKS = 5  # lines before a header that somebody left empty
_SHOWN = 20  # characters before a control character


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Header values, the line of each value, the body and its first line."""

    values: Mapping[str, Any]
    lines: Mapping[Place, int]
    body: str
    body_line: int


class NoHeaderError(FrontMatterError):
    """The text has no header, or one without an end."""


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8 (a BOM and CRLF are forgiven), normalised to NFC.

    Raises FrontMatterError for other encodings and for control characters.
    """
    try:
        if data.count(b"\0", 0, 400) > 40:  # every second byte: UTF-16 without a mark
            raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "файл не в кодуванні UTF-8. Збережіть його як «UTF-8» у своєму редакторі."
        raise FrontMatterError(line, message, "файл") from None
    if is_usual(text):
        return text
    for foreign, ours in _NEWLINES.items():
        text = text.replace(foreign, ours)
    at = first_control(text)
    if at is not None:
        raise _unprintable(text, at)
    return unicodedata.normalize("NFC", text)


def _unprintable(text: str, at: int) -> FrontMatterError:
    before = text[:at].rpartition("\n")[2][-_SHOWN:]
    where = f"після «{before}»" if before else "на початку рядка"
    message = f"недрукований знак U+{ord(text[at]):04X} {where}. Вилучіть його."
    return FrontMatterError(text.count("\n", 0, at) + 1, message, "файл")


def read_front_matter(text: str) -> FrontMatter:
    """Split a text at its fences and read the header.

    Raises NoHeaderError when there is no fence, FrontMatterError when the YAML cannot be read.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        if FENCE in (line.rstrip() for line in lines[:_BLANKS]) and not lines[0].strip():
            raise NoHeaderError(1, "перед шапкою порожній рядок. Вилучіть його.")
        raise NoHeaderError(1, "немає шапки.")
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise NoHeaderError(1, "шапку не закрито другим рядком «---».")
    header = "\n".join(lines[1:end])
    values, places = read_plain(header) or read_yaml(header)
    return FrontMatter(values, places, "\n".join(lines[end + 1 :]), end + 2)
