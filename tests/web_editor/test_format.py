"""A text opened in the editor and saved is the same text: its record, its words, its remarks."""

import json
from pathlib import Path

import pytest

from plugins.council.front_matter import decode
from plugins.council.header import KINDS, Header
from plugins.council.text_reading import read_text
from plugins.web_editor.collections import collection
from tests.web_editor.browser_code import ask
from tests.web_editor.vocabulary import CONTENT, VOCABULARY

TESTS = Path(__file__).parents[1]
FOLDERS = (CONTENT, TESTS / "site" / "content", TESTS / "checks" / "valid")
Texts = list[tuple[str, str, dict[str, object]]]
"""Path, words, and what is changed in the form."""

TEXTS = [(folder, file) for folder in FOLDERS for file in sorted(folder.rglob("*.md"))]


def path_of(folder: Path, file: Path) -> str:
    """Return the path as the reader knows it."""
    return file.relative_to(folder).as_posix()


def order(path: str) -> list[str]:
    """Return the names of the fields of a text's form, as Decap hands them on."""
    kind = path.split("/")[0]
    fields = collection(kind, KINDS[kind], kind, VOCABULARY)["fields"]
    return [field["name"] for field in fields]


def saved(texts: Texts, anew: bool = False) -> list[str]:
    """Return texts as the editor saves them; ``anew`` as if nothing of the header were kept."""
    asked = [[text, changes, order(path)] for path, text, changes in texts]
    found: list[str] = ask(texts=asked, anew=anew)["saved"]
    return found


def header(path: str, text: str) -> Header:
    """Return the header that our own reader finds."""
    reading = read_text(path, text.encode())
    assert reading.text is not None, "\n".join(map(str, reading.problems))
    return reading.text.read().header


def test_every_kind_is_among_the_texts() -> None:
    """The tests below say something of each kind."""
    assert {path_of(*one).split("/")[0] for one in TEXTS} == set(KINDS)


def test_saved_as_it_was() -> None:
    """What nobody changed is not touched, byte by byte."""
    texts: Texts = [(path_of(*one), decode(one[1].read_bytes()), {}) for one in TEXTS]
    for (path, text, _), again in zip(texts, saved(texts), strict=True):
        assert again == text, path


def test_written_anew() -> None:
    """A header written by the editor from its first line to the last gives the same record."""
    texts: Texts = [(path_of(*one), decode(one[1].read_bytes()), {}) for one in TEXTS]
    for (path, text, _), again in zip(texts, saved(texts, anew=True), strict=True):
        assert header(path, again) == header(path, text), again
        assert again.partition("\n---\n")[2] == text.partition("\n---\n")[2]


NEWS = "news/2026/x.md"
TEXT = """---
# рядок редактора
title: "2026"
date: 23.11.2026 14:30  # за дорученням
topics: voda
about:
- miska-rada/rishennia/2021/0012
state: unfinished
---

Текст.
"""


def changed(**changes: object) -> str:
    """Return the text above, saved with changes."""
    return saved([(NEWS, TEXT, changes)])[0]


def test_only_the_changed_key_is_written() -> None:
    """Remarks, quotes and the order of all else stay."""
    assert changed(summary="Коротко: так") == TEXT.replace(
        "state: unfinished\n", 'state: unfinished\nsummary: "Коротко: так"\n'
    )
    assert changed(title="Нова") == TEXT.replace('title: "2026"', "title: Нова")


def test_ready() -> None:
    """Taking «unfinished» away leaves no empty key behind."""
    assert changed(state="") == TEXT.replace("state: unfinished\n", "")
    assert "state: ready\n" in changed(state="ready")


@pytest.mark.parametrize(
    "title",
    [
        "2026", "2026-11-23", "так", "true", "null", "~", "- тире", "? питання", "ключ: значення",
        "кінець:", "перед # решіткою", "#решітка", "[дужки]", "{дужки}", "*зірка*", "&знак",
        "!знак", "%відсоток",
        "@знак", "`знак`", '"лапки"', "'лапки'", "«лапки»", "1_000", "0x1F", "12:30",
        "1e3", "…", "--- риски", "\\ коса", "=", "<<", "№ 5", "а\u00a0б", "🙂 усмішка", "Ґ’я",
    ],
)  # fmt: skip
def test_any_title(title: str) -> None:
    """Whatever is typed comes back through our reader."""
    quoted = TEXT.replace('"2026"', json.dumps(title, ensure_ascii=False))
    assert header(NEWS, changed(title=title)) == header(NEWS, quoted)


def test_footnotes() -> None:
    """Decap's laid-out text escapes a mark and would eat its explanation; neither happens."""
    noted = TEXT.replace("Текст.", "Слово[^1].\n\n[^1]: Пояснення.")
    assert saved([(NEWS, noted, {})]) == [noted]
    laid_out = "Слово\\[^1].\n\n\\[^1]\u2060: Пояснення.\n"
    text = saved([(NEWS, noted, {"_text": laid_out})])[0]
    assert text.endswith("\nСлово[^1].\n\n[^1]: Пояснення.\n")
    escaped = TEXT.replace("Текст.", "Не примітка: \\[^1].")
    assert saved([(NEWS, escaped, {})]) == [escaped]


def test_nothing_stays_nothing() -> None:
    """Empty strings, lists and records that a form leaves behind are not written."""
    empty = {
        "summary": "",
        "gallery": [],
        "image": None,
        "attachments": [{"file": "", "title": ""}],
    }
    assert changed(**empty) == TEXT


def test_records_inside() -> None:
    """Lists of records, with lists of their own, are read back."""
    changes = [{"date": "2026-11-24 10:00", "note": "Виправлено: час", "major": "так"}]
    gallery = [{"file": "images/foto 1.jpg", "alt": "Міст", "caption": "- підпис"}]
    found = header(NEWS, changed(changes=changes, gallery=gallery))
    assert found.changes[0].note == "Виправлено: час" and found.changes[0].major
    assert found.gallery[0].caption == "- підпис" and found.gallery[0].file == "images/foto 1.jpg"


@pytest.mark.parametrize(
    "text", ["без шапки", "---\ntitle: a\n", "---\na: [\n---\n", "---\na: 1\na: 2\n---\n"]
)
def test_unreadable(text: str) -> None:
    """A header that cannot be read is said to be so; it is not overwritten."""
    assert saved([(NEWS, text, {})]) == ["! не читається"]


def test_other_systems() -> None:
    """A byte order mark and the line ends of Windows are forgiven."""
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert saved([(NEWS, windows, {})]) == [TEXT]
