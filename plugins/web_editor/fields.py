"""A key of the schema as a field of Decap's form."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from plugins.council.header import KINDS
from plugins.council.header_base import Part
from plugins.council.vocabulary import Entry, Vocabulary
from plugins.web_editor.shapes import Shape, shapes
from plugins.web_editor.words import Label, words

Field = dict[str, Any]

TEXT = "_text"
"""The body of a text in the form: ``body`` is the key of an act's body of power."""

FOLDER = "_folder"
"""The folder below a kind's: a year, or the section of a page."""

FILES = {"media_folder": "/content/files", "public_folder": "files"}
_PATTERNS = {
    "email": r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$",
    "phone": r"^(?:\D*\d){3}",
    "web": r"^https?://[^\s/?#]",
    "amount": r"^[0-9]{1,5}(?:[.,][0-9]{1,3})?$",
    "slug": r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "address": r"^/\S+$",
    "path": r"^(?!\.?/)(?!.*/\.)[^\\]+$",
    "summary": r"^[\s\S]{0,300}$",
}
_UNITS = {"owner": "{{filename}}", "unit": "units/{{slug}}.md", "parent": "units/{{slug}}.md"}
"""Keys that name a unit, and what they write of its file."""

_UPLOADED = ("file", "explanatory_note", "signature")
_PICTURES = ("GalleryItem.file", "image")


def fields_of(model: type[Part], vocabulary: Vocabulary, relaxed: bool = False) -> Iterator[Field]:
    """Yield the fields of a record; ``relaxed`` are those of a record that may be left out."""
    for shape in shapes(model):
        yield field_of(shape, vocabulary, relaxed)


def field_of(shape: Shape, vocabulary: Vocabulary, relaxed: bool = False) -> Field:
    """Return the field of a key: a widget, its label and hint, whether it must be filled."""
    named = words().of(shape)
    # An answer that the schema has by itself need not be given.
    required = shape.required and not relaxed
    common = {"name": shape.name, "label": named.label, "required": required}
    if named.hint:
        common["hint"] = named.hint
    return {
        **common,
        **(_several(shape, named, vocabulary) if shape.many else _one(shape, vocabulary)),
    }


def _several(shape: Shape, named: Label, vocabulary: Vocabulary) -> Field:
    if shape.name == "topics":
        return {"widget": "select", "multiple": True, "options": _entries(vocabulary.topics)}
    added: Field = {"widget": "list", "label_singular": named.one or named.label, "collapsed": True}
    if shape.part:
        inner = list(fields_of(shape.part, vocabulary))
        shown = next(field["name"] for field in inner if field["name"] in _SHOWN)
        return {**added, "fields": inner, "summary": f"{{{{fields.{shown}}}}}"}
    inner_one = {"name": shape.name, "label": named.one or named.label, **_one(shape, vocabulary)}
    return {**added, "collapsed": False, "field": inner_one}


_SHOWN = ("title", "act", "note", "alt", "position", "body", "rule")
"""By which of its keys a folded record is known."""


def _one(shape: Shape, vocabulary: Vocabulary) -> Field:
    if shape.part:
        inner = list(fields_of(shape.part, vocabulary, relaxed=not shape.required))
        return {"widget": "object", "collapsed": True, "fields": inner}
    if f"{shape.model}.{shape.name}" in _PICTURES or shape.name in _PICTURES:
        return {"widget": "image", "choose_url": False}
    if shape.name in _UPLOADED:
        return {"widget": "file", "choose_url": False, **FILES}
    if shape.name in _UNITS:
        return _unit(_UNITS[shape.name])
    lists = {"body": vocabulary.bodies, "kind": vocabulary.act_kinds}
    if shape.name in lists and shape.holds == "slug":
        return {"widget": "select", "options": _entries(lists[shape.name])}
    if shape.holds in ("choice", "truth"):
        return _choice(shape)
    return _typed(shape.holds)


def _typed(type_: str) -> Field:
    match type_:
        case "moment" | "day":
            return {"widget": "moment", "clock": type_ == "moment"}
        case "integer":
            return {"widget": "number", "value_type": "int"}
        case "summary":
            return {"widget": "text", **_pattern(type_)}
        case type_ if type_ in _PATTERNS:
            return {"widget": "string", **_pattern(type_)}
    return {"widget": "string"}


def _pattern(name: str) -> Field:
    return {"pattern": [_PATTERNS[name], words().pattern(name)]}


def _choice(shape: Shape) -> Field:
    values = shape.choices or ("так", "ні")
    name = shape.name if shape.choices else "truth"
    options = [{"label": words().choice(name, value), "value": value} for value in values]
    # A new text goes nowhere before somebody says that it is ready.
    default = {"default": "unfinished"} if shape.name == "state" else {}
    return {"widget": "select", "options": options, **default}


def _unit(value: str) -> Field:
    return {
        "widget": "relation", "collection": "units", "search_fields": ["title"],
        "display_fields": ["title"], "value_field": value, "options_length": 500,
    }  # fmt: skip


def _entries(entries: Mapping[str, Entry]) -> list[dict[str, str]]:
    return [{"label": entry.name(), "value": slug} for slug, entry in entries.items()]


def text_field(legal: bool) -> Field:
    """Return the field of the body; a legal text is edited as typed, never laid out anew."""
    named = words().named("legal_text" if legal else "text")
    return {
        "name": TEXT, "label": named.label, "hint": named.hint, "required": False,
        "widget": "markdown", "modes": ["raw"] if legal else ["rich_text", "raw"],
        "sanitize_preview": True, "minimal": False, "editor_components": ["image"],
        "buttons": [
            "bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list",
            "numbered-list",
        ],
    }  # fmt: skip


def folder_field() -> Field:
    """Return the field that says in which section a new page stands (an old one stays)."""
    named = words().named("folder")
    pattern = [r"^[a-z0-9]+(?:-[a-z0-9]+)*$", words().pattern("folder")]
    return {
        "name": FOLDER, "label": named.label, "hint": named.hint, "required": False,
        "widget": "string", "pattern": pattern,
    }  # fmt: skip


def names_where(fits: Callable[[Shape], bool]) -> tuple[str, ...]:
    """Return the names of the keys that fit, in all kinds and the records inside them."""
    return tuple(sorted({shape.name for shape in _all(KINDS.values()) if fits(shape)}))


def _all(models: Iterable[type[Part]]) -> Iterator[Shape]:
    for model in models:
        for shape in shapes(model):
            yield shape
            if shape.part:
                yield from _all((shape.part,))
