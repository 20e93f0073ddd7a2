from datetime import date, datetime

import pytest

from plugins.council.dates import KYIV
from plugins.council.text import Text
from plugins.council.text_reading import Reading, read_text

PATH = "news/2026/2026-11-23-a.md"


def reading(head: str, body: str = "Текст.", path: str = PATH) -> Reading:
    """Return what comes of a text with these lines of header."""
    return read_text(path, f"---\n{head}\n---\n{body}\n".encode())


def text(head: str, body: str = "Текст.", path: str = PATH) -> Text:
    """Return the record of a text that is right."""
    found = reading(head, body, path)
    assert found.problems == ()
    assert found.text is not None
    return found.text


def said(one: Text) -> tuple[object, ...]:
    """Return all that a text says, its details too, whatever reads them."""
    return (*one[:-1], one.read())


def test_both_spellings_of_a_date_make_one_text() -> None:
    """How a date was typed is forgotten: the record and its digests are the same."""
    one = text("title: А\ndate: 2026-11-23 14:30")
    other = text("title: А\ndate: 23.11.2026 14:30")
    assert said(one) == said(other)


def test_how_a_file_was_saved_is_forgotten() -> None:
    """BOM, CRLF and letters of two code points make the same text."""
    plain = "---\ntitle: Їжа\ndate: 2026-11-23\n---\nЙти.\n"
    windows = "\ufeff" + plain.replace("\n", "\r\n")
    mac = plain.replace("Й", "И\u0306").replace("Ї", "І\u0308")
    ours, *others = (read_text(PATH, one.encode()) for one in (plain, windows, mac))
    for other in others:
        assert ours.text is not None and other.text is not None
        assert (said(ours.text), ours.body) == (said(other.text), other.body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("title: Б\ndate: 2026-11-23", "Текст."),
        ("title: А\ndate: 2026-11-24", "Текст."),
        ("title: А\ndate: 2026-11-23\ntopics: voda", "Текст."),
        ("title: А\ndate: 2026-11-23", "Інший текст."),
    ],
)
def test_what_a_card_shows_changes_its_digest(head: str, body: str) -> None:
    """Lists are made anew when something that they show has changed."""
    assert text(head, body).digest != text("title: А\ndate: 2026-11-23").digest


def test_the_end_of_a_long_body_changes_no_card() -> None:
    """What no card shows leaves lists as they are, but not the page."""
    start = "Зразок речення. " * 30
    one = text("title: А\ndate: 2026-11-23", start + "Кінець.")
    other = text("title: А\ndate: 2026-11-23", start + "Інший кінець.")
    assert one.digest == other.digest
    assert one.body_digest != other.body_digest


def test_an_excerpt_ends_at_a_word() -> None:
    """The beginning of a text is at most 200 characters, cut between words."""
    excerpt = text("title: А\ndate: 2026-11-23", "Слово, " * 60).excerpt
    assert len(excerpt) <= 201
    assert excerpt.endswith("Слово…")
    assert text("title: А\ndate: 2026-11-23", "Коротко.").excerpt == "Коротко."


def test_when_a_text_was_updated() -> None:
    """A major change counts before a later minor one; without any the text has its own date."""
    head = "title: А\ndate: 2026-11-23"
    minor = "{date: 2026-11-26, note: описка}"
    major = "{date: 2026-11-25, note: строк, major: так}"
    assert (text(head).updated, text(head).changed) == (None, date(2026, 11, 23))
    assert text(f"{head}\nchanges: [{minor}]").changed == date(2026, 11, 26)
    assert text(f"{head}\nchanges: [{minor}, {major}]").changed == date(2026, 11, 25)


def test_the_moment_of_each_kind() -> None:
    """An act stands by its adoption, a bill by its publication, a page nowhere."""
    legal = "title: А\nbody: b\nkind: k\nnumber: 1"
    assert text(f"{legal}\nadopted: 2026-11-01", path="acts/a.md").moment == date(2026, 11, 1)
    bill = text(f"{legal}\npublished: 2026-11-01 10:00", path="bills/a.md")
    assert bill.moment == datetime(2026, 11, 1, 10, tzinfo=KYIV)
    assert text("title: А\nbody: b\ndate: 2026-11-02", path="minutes/a.md").moment
    assert text("title: А", path="pages/a.md").moment is None


def test_newest_texts_come_first() -> None:
    """Texts of one moment are in order of their paths."""
    texts = [
        text("title: А\ndate: 2026-11-23", path="news/b.md"),
        text("title: А\ndate: 2026-11-23", path="news/a.md"),
        text("title: А\ndate: 2026-11-23 00:01", path="news/c.md"),
    ]
    assert [one.path for one in sorted(texts, key=lambda t: t.order)] == [
        "news/c.md",
        "news/a.md",
        "news/b.md",
    ]


def test_keys_have_lines() -> None:
    """Rules over all texts can name the line of a key, nested ones too."""
    lines = text("title: А\ndate: 2026-11-23\nchanges:\n  - {date: 2026-11-24, note: б}").lines
    assert (lines["date"], lines["changes"], lines["changes.0.note"]) == (3, 4, 5)


def test_faults_of_header_and_body_come_together() -> None:
    """Nobody mends a header only to learn of the body."""
    found = reading("title: А\ndate: завтра", "а\n\n![](images/a.jpg)")
    assert [(p.line, p.field, p.rule) for p in found.problems] == [
        (3, "date", "header"),
        (7, "текст", "alt"),
    ]
    assert (found.text, found.body) == (None, None)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("novyny/2026/a.md", "до теки news/."),
        ("News/a.md", "до теки news/."),
        ("Acts/a.md", "до теки acts/."),
        ("a.md", "до однієї з тек: news, announcements"),
        ("images/a.md", "до однієї з тек: news, announcements"),
    ],
)
def test_the_folder_says_the_kind(path: str, words: str) -> None:
    """A text elsewhere is sent to the folder that was perhaps meant."""
    (problem,) = reading("title: А", path=path).problems
    assert (problem.field, problem.line) == ("тека", 1)
    assert words in problem.message


def test_a_text_without_a_header_is_shown_with_one() -> None:
    """The message holds the corrected beginning of the very text."""
    (problem,) = read_text("pages/a.md", "# Вода\n\nЄ.\n".encode()).problems
    assert problem.message == "немає шапки. Почніть файл так:\n---\ntitle: Вода\n---\nЄ.\n…"


def test_a_file_name_without_letters_is_refused() -> None:
    """There is no address to make of it."""
    (problem,) = reading("title: А", path="pages/….md").problems
    assert problem.field == "назва файла"
