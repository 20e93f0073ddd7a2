"""Plain words that must stay plain words when our Markdown reads them."""

import re

# What a backslash makes plain: Python-Markdown's list, and «|» of its tables.
_ESCAPABLE = r"\\`*_{}\[\]()>#+\-.!|"
_INSIDE = re.compile(
    rf"\\(?=[{_ESCAPABLE}]|\s*$)|[`*\[]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#|\w+;)"
)
_AS_ENTITY = {"<": "&lt;", "&": "&amp;"}
_LINE_START = re.compile(r"#|>|[-=]+\s*$|[+](?=\s)|:(?=\s)|~~~|-{3,}|(?:- ){2,}-?$", re.MULTILINE)
_NUMBERED = re.compile(r"(\d+)\.(?=\s|$)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SOFT = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF])
_UNESCAPABLE = "=:~"  # Python-Markdown knows no backslash before these


def printable(text: str) -> str:
    """Drop what no text may hold: control characters, soft hyphens, empty spaces."""
    text = text.replace("\u2028", " ").replace("\u2029", " ").translate(_SOFT)
    return text if text.isascii() and text.isprintable() else _CONTROLS.sub("", text)


def escape(text: str) -> str:
    """Return the Markdown of plain words inside a line."""
    return _INSIDE.sub(lambda found: _AS_ENTITY.get(found[0], f"\\{found[0]}"), text)


def escape_start(line: str, *, numbers: bool) -> str:
    """Keep a line, whose inside is Markdown already, from beginning a block of another sort.

    «- » still begins a list: typed by hand in a document it is one. ``numbers`` are kept from
    being counted anew.
    """
    if found := _LINE_START.match(line):
        sign = found[0][0]
        return f"&#{ord(sign)};{line[1:]}" if sign in _UNESCAPABLE else f"\\{line}"
    return _NUMBERED.sub(r"\1\\.", line, count=1) if numbers and _NUMBERED.match(line) else line
