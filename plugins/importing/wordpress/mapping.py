"""``import.toml``: what of the old site becomes what here. Proposed once, then the editor's."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.council.quantities import plural
from plugins.council.vocabulary import Vocabulary
from plugins.importing.placing import put
from plugins.importing.refusal import Refusal
from plugins.importing.wordpress.entries import Archive

FOLDERS = ("news", "announcements", "reports", "pages", "")
"""What a post may become; empty: it stays behind."""

_TECHNICAL = {
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "wp_block", "wp_template", "wp_template_part", "wp_navigation", "wp_global_styles",
    "user_request", "acf-field", "acf-field-group", "wpcf7_contact_form", "elementor_library",
    "vc_grid_item", "mc4wp-form", "wp_font_family", "wp_font_face", "shop_order", "popup",
}  # fmt: skip
_HINTS = {
    "announcements": ("оголош", "анонс", "увага", "ogolosh", "oholosh", "anons"),
    "reports": ("звіт", "zvit"),
}
_HEAD = """\
# Куди що перенести зі старого сайту. Цей файл створено за випискою WordPress; змініть, що треба,
# і виконайте ту саму команду. Уже перенесене не зміниться: щоб перенести інакше, вилучіть файли.
#
# Куди: news – новини, announcements – оголошення, reports – звіти, pages – сторінки,
# "" – не переносити. Теми – ключі з content/data/topics.yaml.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """How the old site is read: folders by types and categories, topics and owners by names."""

    types: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = True
    category_base: str = "category"
    tag_base: str = "tag"


def mapping_for(
    file: Path, archive: Archive, words: Vocabulary, content: Path
) -> tuple[Correspondence, bool]:
    """Return the mapping in the file, and whether it was proposed now. Raises Refusal."""
    if not file.exists():
        text = _proposal(archive, words, content)
        put(file.parent, file.name, text.encode())
        return _read(text, file, words), True
    return _read(file.read_text("utf-8", "replace"), file, words), False


def _read(text: str, file: Path, words: Vocabulary) -> Correspondence:
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(
            f"{file.name} не читається ({error}). Виправте рядок або вилучіть файл."
        ) from None
    made = Correspondence(
        types=_folders(tree, "types", file),
        sections=_folders(tree, "sections", file),
        topics={
            key: _topics(key, one, file, words) for key, one in _table(tree, "topics", file).items()
        },
        authors={
            key: str(one)
            for key, one in _table(tree, "authors", file).items()
            if isinstance(one, str)
        },
        drafts=bool(tree.get("drafts", True)),
        category_base=str(tree.get("category_base", "category")).strip("/"),
        tag_base=str(tree.get("tag_base", "tag")).strip("/"),
    )
    return made


def _table(tree: Mapping[str, Any], name: str, file: Path) -> Mapping[str, Any]:
    table = tree.get(name, {})
    if not isinstance(table, dict):
        raise Refusal(f"{file.name}: [{name}] має складатися з рядків «ключ = значення».")
    return table


def _folders(tree: Mapping[str, Any], name: str, file: Path) -> dict[str, str]:
    table = _table(tree, name, file)
    for key, folder in table.items():
        if folder not in FOLDERS:
            choice = ", ".join(f'"{one}"' for one in FOLDERS)
            raise Refusal(f"{file.name}: [{name}] {key} = {folder!r}: тут буває одне з {choice}.")
    return dict(table)


def _topics(key: str, value: Any, file: Path, words: Vocabulary) -> tuple[str, ...]:
    topics = tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()
    for topic in topics:
        if topic not in words.topics:
            known = ", ".join(sorted(words.topics))
            raise Refusal(
                f"{file.name}: [topics] {key}: теми «{topic}» немає. Теми сайту: {known}."
            )
    return topics


def _proposal(archive: Archive, words: Vocabulary, content: Path) -> str:
    lines = [_HEAD]
    lines += ["drafts = true  # чернетки переносити як недописані (state: unfinished)"]
    lines += [
        'category_base = "category"  # /category/…/ у старих адресах рубрик',
        'tag_base = "tag"',
        "",
    ]
    lines += ["[types]", *_types(archive), ""]
    lines += ["[sections]  # рубрики: що з них новини, що оголошення", *_sections(archive), ""]
    lines += ["[topics]  # рубрики й позначки, які є темами", *_proposed_topics(archive, words), ""]
    lines += ["[authors]  # автори, які є підрозділами: назва файла з units/ без .md"]
    lines += [*_authors(archive, content), ""]
    return "\n".join(lines)


def _types(archive: Archive) -> Iterator[str]:
    for type_, count in sorted(Counter(one.type for one in archive.entries.values()).items()):
        if type_ not in _TECHNICAL:
            folder = {"post": "news", "page": "pages"}.get(type_, "")
            yield f'{_key(type_)} = "{folder}"  # {_posts(count)}'


def _posts(count: int) -> str:
    return plural(count, "запис", "записи", "записів").replace("\u00a0", " ")


def _sections(archive: Archive) -> Iterator[str]:
    counts = _counted(archive)
    for (domain, slug), term in archive.terms.items():
        if domain == "category" and slug:
            name = f"{term.name} {slug}".lower()
            folder = next(
                (f for f, hints in _HINTS.items() if any(h in name for h in hints)), "news"
            )
            yield f'{_key(slug)} = "{folder}"  # {_said(term.name)}: {_posts(counts[domain, slug])}'


def _counted(archive: Archive) -> Counter[tuple[str, str]]:
    return Counter(term for one in archive.entries.values() for term in one.terms)


def _proposed_topics(archive: Archive, words: Vocabulary) -> Iterator[str]:
    counts = _counted(archive)
    for (domain, slug), term in archive.terms.items():
        if domain not in ("category", "post_tag") or not slug:
            continue
        topic = next((t for t, e in words.topics.items() if _alike(e.name(), term.name)), "")
        comment = f"# {_said(term.name)}: {_posts(counts[domain, slug])}"
        if topic:
            yield f'{_key(slug)} = ["{topic}"]  {comment}'
        elif domain == "category":
            yield f"# {_key(slug)} = []  {comment}"


def _alike(topic: str, name: str) -> bool:
    one, other = (text.lower().replace("'", "’").strip() for text in (topic, name))
    return one == other or (len(one) > 3 and one in other.split())


def _authors(archive: Archive, content: Path) -> Iterator[str]:
    units = {}
    for file in sorted((content / "units").glob("*.md")):
        for line in file.read_text("utf-8", "replace").splitlines()[:30]:
            if line.startswith("title:"):
                units[line.removeprefix("title:").strip(" \"'").lower()] = file.stem
    counts = Counter(one.creator for one in archive.entries.values())
    for login, author in sorted(archive.authors.items()):
        unit = units.get(author.name.lower(), "")
        yield f'{_key(login)} = "{unit}"  # {_said(author.name)}: {_posts(counts[login])}'


def _key(text: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _said(text: str) -> str:
    return " ".join(text.split())[:80]
