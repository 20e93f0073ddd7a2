"""A text before it is written: what its header knows, what an editor has yet to say, where it lies.

All keys come from the schema (header.py); here is only how a file of them looks.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from plugins.council.dates import Moment, as_date
from plugins.council.header import KINDS, Header
from plugins.council.header_base import Header as Common
from plugins.council.header_words import KEY_WORDS
from plugins.council.header_writing import header_line
from plugins.council.messages import EXAMPLES
from plugins.council.numbers import number_slug
from plugins.council.transliteration import slug

DATED = ("date", "adopted", "published")
"""The key that says which year's folder a text of some kind lies in."""

_LONGEST_NAME = 70  # characters of a file name made of a title
_DONE = "state: unfinished  # чернетка: коли все готово, вилучіть цей рядок"


def dated_by(kind: type[Header]) -> str:
    """Return the key by whose year texts of a kind are put into folders, empty for the others."""
    return next((key for key in DATED if key in kind.model_fields), "")


def own_keys(kind: type[Header]) -> Iterator[str]:
    """Yield title and summary, then the keys that this kind has beside the common ones."""
    yield from ("title", "summary")
    yield from (key for key in kind.model_fields if key not in Common.model_fields)


def draft_text(
    folder: str, known: Mapping[str, object], body: str, *, finished: bool = False,
    doubts: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """Return a whole file of the kind that lives in ``folder``.

    A key that is not ``known`` becomes a comment with its meaning and an example; ``doubts`` are
    words for the editor beside keys.
    """
    kind, doubts = KINDS[folder], doubts or {}
    lines = [] if finished else [_DONE]
    keys = [*own_keys(kind), *(key for key in Common.model_fields if key in known)]
    for key in dict.fromkeys(keys):
        if known.get(key) is not None:
            comment = f"  # {doubts[key]}" if key in doubts else ""
            lines.append(header_line(key, known[key]) + comment)
        elif not finished:
            lines.append(_asked(key, kind))
    return "\n".join(["---", *lines, "---", body.rstrip("\n"), ""])


def _asked(key: str, kind: type[Header]) -> str:
    field = kind.model_fields[key]
    example = EXAMPLES.get(key, f"{key}: ")
    wanted = "обов’язково: " if field.is_required() else ""
    return f"# {example}  ← {wanted}{KEY_WORDS[key]}"


def draft_path(folder: str, known: Mapping[str, object], now: Moment) -> str:
    """Return where a text lies by its own header: ``news/2026/2026-11-23-remont.md``.

    Without a date, the year is that of ``now``. Raises ValueError when the title gives no letters.
    """
    kind = KINDS[folder]
    key = dated_by(kind)
    if not key:
        return f"{folder}/{_name(str(known.get('title', '')))}.md"
    date = known.get(key)
    day = as_date(date) if date is not None else as_date(now)  # type: ignore[arg-type]
    if "body" in kind.model_fields and "number" in kind.model_fields and known.get("number"):
        parts = [str(known.get("body") or ""), number_slug(str(known["number"]))]
        name = "-".join(filter(None, parts))
    elif key == "adopted" or key == "published" or date is None:
        name = _name(str(known.get("title", "")))
    else:
        name = f"{day.isoformat()}-{_name(str(known.get('title', '')))}"
    return str(PurePosixPath(folder, str(day.year), f"{name}.md"))


def _name(title: str) -> str:
    made = slug(title)
    if len(made) <= _LONGEST_NAME:
        return made
    return made[: _LONGEST_NAME + 1].rpartition("-")[0] or made[:_LONGEST_NAME]
