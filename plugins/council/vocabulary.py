"""What the council calls things: bodies, kinds of acts, topics, the site itself.

Data, not code: an editor adds a topic in ``content/data/topics.yaml``. Files are mappings of a
slug to its properties; a bare string is a name, a list of mappings with ``id`` serves as well.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.council.data_yaml import VocabularyError, line_of, read_data, read_tree
from plugins.council.fields import SLUG
from plugins.council.law_data import Law
from plugins.council.law_yaml import LawError, read_law
from plugins.council.moved import NAME as MOVED
from plugins.council.site_data import fault_of

Names = Mapping[str, str]
"""A word in the languages of the site: ``{"uk": …, "en": …}``; English may be absent."""

SITE = "site.yaml"
LAW = "law.yaml"
CODES = ("edrpou", "katottg")
"""Codes of a body in state registers: ЄДРПОУ and КАТОТТГ."""

_TREES = ("bodies.yaml", "act-kinds.yaml", "topics.yaml", SITE, LAW)
FILES = (*_TREES, MOVED)
_CODE = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that has a slug and names: a body, a kind of act, a topic."""

    slug: str
    names: Names
    details: Mapping[str, Any] = field(default_factory=dict)

    def name(self, lang: str = "uk") -> str:
        """Return the name in ``lang``, in Ukrainian when there is no other."""
        return said(self.names, lang)

    def detail(self, key: str, lang: str = "uk", default: str | None = None) -> str:
        """Return a property such as ``plural`` in ``lang``; absent, ``default`` or the name."""
        value = self.details.get(key)
        if value:
            return said(_names(value), lang)
        return self.name(lang) if default is None else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All the data of ``content/data/`` that gives meaning to slugs.

    ``moved`` is the text of the list of moved addresses (moved.py), read where it is asked for.
    """

    bodies: Mapping[str, Entry]
    act_kinds: Mapping[str, Entry]
    topics: Mapping[str, Entry]
    site: Mapping[str, Any]
    law: Law = field(default_factory=Law)
    moved: str = ""


def said(names: Names | str, lang: str) -> str:
    """Return the word in ``lang``, else in Ukrainian, else in any other language."""
    if isinstance(names, str):
        return names
    return names.get(lang) or names.get("uk") or next(iter(names.values()), "")


def read_vocabulary(files: Mapping[str, bytes]) -> Vocabulary:
    """Read the data files, given as bytes by their names.

    Raises VocabularyError for YAML that cannot be read or has an unexpected shape.
    """
    trees = {name: _tree(name, files.get(name, b"")) for name in _TREES}
    entries = {
        name: _entries(name, trees[name], files.get(name, b""))
        for name in ("bodies.yaml", "act-kinds.yaml", "topics.yaml")
    }
    bodies = entries["bodies.yaml"]
    _require_codes_are_text(bodies, files.get("bodies.yaml", b""))
    _require_numbers(bodies, files.get("bodies.yaml", b""))
    for name in ("bodies.yaml", "act-kinds.yaml"):
        _require_own_codes(name, entries[name], files.get(name, b""))
    return Vocabulary(
        bodies=bodies,
        act_kinds=entries["act-kinds.yaml"],
        topics=entries["topics.yaml"],
        site=trees[SITE],
        law=_law(trees[LAW], files.get(LAW, b"")),
        moved=files.get(MOVED, b"").decode("utf-8", "replace"),
    )


def vocabulary_in(*folders: Path) -> Vocabulary:
    """Read the data files, each from the first of the folders that has it.

    The content's own folder comes first, then the site's. Raises as ``read_vocabulary`` does.
    """
    found = {}
    for name in FILES:
        given = (read_data(folder / name) for folder in folders)
        found[name] = next((data for data in given if data is not None), b"")
    return read_vocabulary(found)


def _require_codes_are_text(bodies: Mapping[str, Entry], data: bytes) -> None:
    """A code without quotes is a number to YAML: its first zeros would be lost."""
    for slug, body in bodies.items():
        for key in CODES:
            if not isinstance(body.details.get(key), str | None):
                message = f"{slug} → {key}: код беруть у лапки, щоб не загубити нулів спереду."
                raise VocabularyError("bodies.yaml", line_of(data, (slug, key)), message)


def _require_numbers(bodies: Mapping[str, Entry], data: bytes) -> None:
    """The strength of a council and the numbers of its convocations are counted with."""
    for slug, body in bodies.items():
        number = body.details.get("composition")
        if number is not None and not (isinstance(number, int) and number > 0):
            message = f"{slug} → composition: напишіть число депутатів, наприклад 42, або null."
            raise VocabularyError("bodies.yaml", line_of(data, (slug, "composition")), message)
        convocations = body.details.get("convocations") or []
        if not isinstance(convocations, list) or not all(map(_is_convocation, convocations)):
            message = f"{slug} → convocations: напишіть номери цифрами: - number: 8."
            raise VocabularyError("bodies.yaml", line_of(data, (slug, "convocations")), message)


def _is_convocation(one: object) -> bool:
    return isinstance(one, dict) and isinstance(one.get("number"), int)


def _tree(name: str, data: bytes) -> Any:
    tree = read_tree(name, data)
    if not isinstance(tree, dict | list) or (name in (SITE, LAW) and not isinstance(tree, dict)):
        raise VocabularyError(name, 1, "файл складається з рядків «ключ: значення».")
    if name == SITE and isinstance(tree, dict) and (fault := fault_of(tree)):
        place, message = fault
        raise VocabularyError(name, line_of(data, place), message)
    return tree


def _require_own_codes(name: str, entries: Mapping[str, Entry], data: bytes) -> None:
    """Refuse a code of short addresses that is not one, or means two things (short_addresses.py).

    A slug without a code stands for itself, so no other's code may be the same.
    """
    owners: dict[str, str] = {}
    for slug, entry in entries.items():
        code = str(entry.details.get("code") or slug)
        fault = ""
        if code != slug and not _CODE.fullmatch(code):
            fault = f"код «{code}» має складатися з малих латинських літер і цифр: «code: mr»."
        elif code in owners:
            fault = f"код «{code}» уже має {owners[code]}. Дайте інший, неоприлюднений."
        if fault:
            raise VocabularyError(name, line_of(data, (slug, "code")), fault)
        owners[code] = slug


def _law(tree: Mapping[str, Any], data: bytes) -> Law:
    if not tree:
        return Law()
    try:
        return read_law(tree, blake2b(data, digest_size=16).hexdigest())
    except LawError as error:
        place = " → ".join(str(part) for part in error.place)
        message = f"{place}: {error}"
        raise VocabularyError(LAW, line_of(data, error.place), message) from None


def _entries(name: str, tree: Any, data: bytes) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for place, item in tree.items() if isinstance(tree, dict) else enumerate(tree):
        slug, value = (place, item) if isinstance(tree, dict) else (_slug_in(item), item)
        fault = ""
        if slug is None:
            fault = "кожен запис списку потребує ключа: «- {id: voda, name: Вода}»."
        elif not SLUG.fullmatch(str(slug)):
            wrong = str(slug)[:40]
            fault = f"ключ «{wrong}» пишуть малими латинськими літерами через дефіс: miska-rada."
        if fault:
            raise VocabularyError(name, line_of(data, (place,)), fault)
        entries[str(slug)] = _entry(str(slug), value)
    return entries


def _slug_in(item: Any) -> Any:
    keys = ("id", "slug", "key") if isinstance(item, dict) else ()
    return next((item[key] for key in keys if key in item), None)


def _entry(slug: str, value: Any) -> Entry:
    if not isinstance(value, dict):
        return Entry(slug=slug, names=_names(value or slug))
    spoken = {lang: value[lang] for lang in ("uk", "en") if lang in value}
    named = value.get("name") or value.get("title") or spoken or slug
    return Entry(slug=slug, names=_names(named), details=value)


def _names(value: Any) -> Names:
    return {k: str(v) for k, v in value.items()} if isinstance(value, dict) else {"uk": str(value)}
