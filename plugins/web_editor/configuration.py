"""The configuration of Decap, and what our scripts in the browser know of texts: all one JSON."""

from collections.abc import Mapping
from typing import Any

from plugins.council.header import KINDS
from plugins.council.transliteration import slug
from plugins.council.vocabulary import Vocabulary
from plugins.web_editor.backend import Backend
from plugins.web_editor.collections import PAGES, SECTION_PAGES, collections, name_keys, year_key
from plugins.web_editor.fields import names_where
from plugins.web_editor.shapes import QUOTED
from plugins.web_editor.words import words

_LARGEST = 20_000_000  # bytes of a picture or file that one may upload
_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ"


def configuration(
    vocabulary: Vocabulary, backend: Backend, labels: Mapping[str, str], url: str
) -> dict[str, Any]:
    """Return what the page of the editor reads before it starts."""
    return {
        "config": _decap(vocabulary, backend, labels, url),
        "texts": {"schema": _schema(), "naming": _naming(), "letters": letters()},
        "words": {**words().said["page"], "phrases": words().said["phrases"]},
    }


def _decap(
    vocabulary: Vocabulary, backend: Backend, labels: Mapping[str, str], url: str
) -> dict[str, Any]:
    return {
        "backend": {**backend.config, "commit_messages": words().said["commits"]},
        "publish_mode": backend.mode,
        "locale": "uk",
        "site_url": url,
        "show_preview_links": False,
        "media_folder": "content/images",
        "public_folder": "images",
        "media_library": {"name": "", "config": {"max_file_size": _LARGEST}},
        "slug": {"encoding": "unicode", "clean_accents": False, "sanitize_replacement": "-"},
        "collections": collections(vocabulary, labels),
    }


def _schema() -> dict[str, Any]:
    return {
        "quoted": names_where(lambda shape: shape.holds in QUOTED),
        "truths": names_where(lambda shape: shape.holds == "truth"),
        "many": names_where(lambda shape: shape.many and shape.part is None),
        "defaults": {"state": "ready", "lang": "uk"},
    }


def _naming() -> dict[str, Any]:
    kinds = KINDS.items()
    named = {name: {"year": year_key(kind), "name": name_keys(kind)} for name, kind in kinds}
    return {**named, SECTION_PAGES: named[PAGES]}


def letters() -> dict[str, tuple[str, str]]:
    """Return how each letter is written at the beginning of a word and inside (resolution 55)."""
    return {one: (_at_start(one), slug(f"а{one}")[1:]) for one in (*_LETTERS, "зг")}


def _at_start(letter: str) -> str:
    return slug(f"{letter}б")[:-1]
