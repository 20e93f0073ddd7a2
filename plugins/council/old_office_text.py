"""The text inside documents of old formats, as far as its signs stand one behind another.

Enough to find the number of a person in them, not to show what they say.
"""

import re
from struct import unpack

_CONTROL = re.compile(
    r"\\'([0-9a-f]{2})|\\u(-?[0-9]{1,5}) ?(?:\\'[0-9a-f]{2}|\?)?|\\(par|line|row|cell|tab)\b ?"
    r"|\\[a-z]{1,32}(?:-?[0-9]{1,10})? ?|\\[^a-z]|[{}\r\n]",
    re.IGNORECASE,
)
_NUMBER = re.compile(rb"\x03\x02\x0e\x00.{6}(.{8})", re.DOTALL)
_RUN = re.compile(r"[\w \t.,;:()№«»\"’'+/@|-]{6,}")


def text_of_rtf(data: bytes) -> str:
    """Return the text of an RTF 1.9 document, a line for each paragraph and cell.

    Bytes of eight bits are taken for Windows-1251, which Ukrainian programs write.
    """
    return _CONTROL.sub(_sign, data.decode("cp1251", "replace"))


def _sign(found: re.Match[str]) -> str:
    byte, code, end = found.groups()
    if byte:
        return bytes.fromhex(byte).decode("cp1251", "replace")
    if code:
        return chr(int(code) % 0x10000)
    return "\n" if end else ""


def text_of_xls(data: bytes) -> str:
    """Return the same of an .xls, with the whole numbers of its cells ([MS-XLS] 2.4.180)."""
    cells = (unpack("<d", found[1])[0] for found in _NUMBER.finditer(data))
    whole = (str(int(cell)) for cell in cells if 1e5 < cell < 1e15 and cell.is_integer())
    return "\n".join([text_of_ole(data), *whole])


def text_of_ole(data: bytes) -> str:
    """Return the runs of letters and figures in a .doc or an .xls, a line for each.

    A .doc keeps its text in Windows-1251 or UTF-16 ([MS-DOC] 2.4.1), strings of an .xls may begin
    at any byte ([MS-XLS] 2.5.293).
    """
    views = (
        data.decode("cp1251", "replace"),
        data.decode("utf-16-le", "replace"),
        data[1:].decode("utf-16-le", "replace"),
    )
    return "\n".join(run for view in views for run in _RUN.findall(view))
