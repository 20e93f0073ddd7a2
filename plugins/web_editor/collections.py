"""A kind of content as a collection of Decap: its folder, its form, the names of its files."""

from collections.abc import Mapping
from typing import Any

from plugins.council.header import KINDS, Act, Bill, Header, Minutes, Reported, Session
from plugins.council.vocabulary import Vocabulary
from plugins.web_editor.fields import FOLDER, Field, field_of, folder_field, text_field
from plugins.web_editor.shapes import Shape, shapes
from plugins.web_editor.words import words

FORMAT = "council"
"""The name of the format that browser/format.js reads and writes."""

LEGAL = (Act, Bill, Minutes)
KEPT = (Act, Bill, Minutes, Session)
"""Kinds whose texts are withdrawn with a reason and never removed."""

PAGES, SECTION_PAGES = "pages", "section_pages"
_IN_FOLDER = f"{{{{{FOLDER}}}}}/{{{{slug}}}}"
_DATES = ("adopted", "date", "published")
_FRONT = ("title", "state", "summary", "topics")
_PICTURE = ("image", "image_alt", "image_credit", "gallery", "attachments")


def year_key(kind: type[Header]) -> str | None:
    """Return the key whose year is the folder of a text, ``None`` where folders are no years."""
    required = {shape.name for shape in shapes(kind) if shape.required}
    return next((key for key in _DATES if key in required), None)


def name_keys(kind: type[Header]) -> tuple[str, ...]:
    """Return the keys whose values make the name of a new file: «miska-rada-5», «2026-11-23-…»."""
    if kind in (Act, Bill):
        return ("body", "number")
    day = year_key(kind) or ("starts" if "starts" in kind.model_fields else None)
    return (day, "title") if day else ("title",)


def collection(name: str, kind: type[Header], label: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the collection of a kind."""
    year = year_key(kind)
    return {
        "name": name,
        "label": words().said["lists"].get(name) or label,
        "label_singular": words().said["kinds"][name],
        "folder": f"content/{name}",
        **({"path": _IN_FOLDER} if year else {}),
        "slug": "{{fields._file}}",
        "extension": "md",
        "format": FORMAT,
        "create": True,
        "delete": kind not in KEPT,
        "identifier_field": "title",
        "summary": f"{{{{{year}}}}} · {{{{title}}}}" if year else "{{title}}",
        "sortable_fields": [year or "title"],
        "view_filters": [_unfinished()],
        "media_folder": "/content/images",
        "public_folder": "images",
        "fields": _fields(kind, vocabulary),
    }


def section_pages(pages: Mapping[str, Any]) -> dict[str, Any]:
    """Return the collection of pages inside sections: to Decap a folder is always or never."""
    named = words().said["section_pages"]
    title, *fields = pages["fields"]
    return {
        **pages,
        "name": SECTION_PAGES,
        "label": named["label"],
        "label_singular": named["one"],
        "path": _IN_FOLDER,
        "fields": [title, folder_field(), *fields],
    }


def _unfinished() -> dict[str, str]:
    return {
        "label": words().choice("state", "unfinished"), "field": "state", "pattern": "unfinished",
    }  # fmt: skip


def _fields(kind: type[Header], vocabulary: Vocabulary) -> list[Field]:
    """Return the form: what must be filled, the text, pictures and files, all the rest."""
    text = text_field(issubclass(kind, LEGAL))
    ordered = sorted(shapes(kind), key=lambda shape: _place(shape))
    now = {"date": {"default": "{{now}}"}} if issubclass(kind, Reported) else {}
    before = [
        {**field_of(shape, vocabulary), **now.get(shape.name, {})}
        for shape in ordered if _place(shape) < _TEXT
    ]  # fmt: skip
    after = [field_of(shape, vocabulary) for shape in ordered if _place(shape) > _TEXT]
    return [*before, text, *after]


_TEXT = 3


def _place(shape: Shape) -> int:
    """Return the part of the form in which a key stands."""
    if shape.name in _FRONT[:2]:
        return 0
    if shape.required:
        return 1
    if shape.name in _FRONT:
        return 2
    if shape.name in _PICTURE:
        return 4
    return 6 if shape.name in Header.model_fields else 5


def collections(vocabulary: Vocabulary, labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the collections of all kinds; ``labels`` are the names of the site's sections."""
    found = []
    for name, kind in KINDS.items():
        one = collection(name, kind, labels.get(f"section_{name}", name), vocabulary)
        found += [one, section_pages(one)] if name == PAGES else [one]
    return found
