"""What to say of a name that leads nowhere, and on which line."""

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath

from plugins.council.files import ATTACHMENTS, IMAGES
from plugins.council.problem import Problem
from plugins.council.text import Text

_LONGEST = 300  # characters of a path
_PUBLISHED = {*IMAGES, *ATTACHMENTS, ".md", ""}


def no_file(wanted: str, known: Iterable[str]) -> str:
    """Say that a file or text is not there, and which was perhaps meant."""
    suffix = PurePosixPath(wanted).suffix.lower()
    if len(wanted) > _LONGEST:
        return f"«{wanted[:60]}…» немає в content/. Це надто довго для шляху: перевірте назву."
    if wanted.startswith("{"):
        return f"«{wanted}»: так шлях тут не пишуть. Пишіть його від теки content: files/nazva.pdf."
    if suffix not in _PUBLISHED:
        return (
            f"«{wanted}»: файлів {suffix} сайт не публікує. Збережіть зображення як .jpg, "
            "документ як .pdf."
        )
    return f"«{wanted}» немає в content/. {_nearest(wanted, known, 'додайте файл')}"


def no_act(wanted: str, known: Iterable[str]) -> str:
    """Say that an act or bill is not there, and which was perhaps meant."""
    instead = "опишіть його словами: external: …"
    return f"акта «{wanted}» немає на сайті. {_nearest(wanted, known, instead)}"


def _nearest(wanted: str, known: Iterable[str], instead: str) -> str:
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.8)
    return f"Можливо, «{near[0]}»?" if near else f"Перевірте назву або {instead}."


def in_header(text: Text, field: str, message: str, rule: str) -> Problem:
    """Return a problem of a key such as ``gallery.0.file``, with the line nearest to it."""
    name = ".".join(part for part in field.split(".") if not part.isdigit())
    line = text.lines.get(field) or text.lines.get(field.split(".")[0], 1)
    return Problem(path=text.path, line=line, field=name, message=message, rule=rule)


def in_body(text: Text, line: int, message: str, rule: str) -> Problem:
    """Return a problem of the text below the header."""
    return Problem(path=text.path, line=line, field="текст", message=message, rule=rule)
