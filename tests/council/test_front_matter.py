import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.control import without_invisible
from plugins.council.front_matter import NoHeaderError, decode, read_front_matter
from plugins.council.header_yaml import FrontMatterError

TEXT = """---
title: Назва
gallery:
  - file: images/a.jpg
    alt: Опис
  - {file: images/b.jpg, alt: Інший}
---
Перший рядок.
"""


def test_every_key_knows_its_line() -> None:
    """Nested keys have lines of their own, counted from 1 in the file."""
    lines = read_front_matter(TEXT).lines
    assert lines["title",] == 2
    assert lines["gallery", 0, "file"] == 4
    assert lines["gallery", 0, "alt"] == 5
    assert lines["gallery", 1, "alt"] == 6


def test_the_body_begins_after_the_second_fence() -> None:
    """The body is what follows the header, and its first line is known."""
    matter = read_front_matter(TEXT)
    assert (matter.body, matter.body_line) == ("Перший рядок.\n", 8)


def test_a_rule_in_the_body_is_no_fence() -> None:
    """Only the first two lines of hyphens are fences."""
    assert read_front_matter("---\ntitle: А\n---\nа\n\n---\nб").body == "а\n\n---\nб"


@pytest.mark.parametrize(
    "text", ["", "Текст.", "\n---\ntitle: А\n---\n", "---\ntitle: А\n", " ---\ntitle: А\n---\n"]
)
def test_a_text_without_two_fences_has_no_header(text: str) -> None:
    """A header begins on the first line and has an end."""
    with pytest.raises(NoHeaderError) as error:
        read_front_matter(text)
    assert error.value.line == 1


def test_a_bom_and_foreign_line_ends_are_forgiven() -> None:
    """A file saved on Windows or an old Mac reads as any other."""
    for ends in ("\r\n", "\r"):
        assert decode(b"\xef\xbb\xbf" + TEXT.replace("\n", ends).encode()) == TEXT


def test_letters_are_composed() -> None:
    """«Й» of two code points, as macOS writes it, is the same text as «Й» of one."""
    assert decode("И\u0306ти".encode()) == "Йти"


def test_a_separator_pasted_from_a_page_does_not_split_a_line() -> None:
    """U+2028 is read as a space: lines are those that an editor's window shows."""
    typed = decode("---\ntitle: А\u2028б\nmenu: 5\n---\n".encode())
    assert "\u2028" in typed  # whoever checks the text tells of it
    matter = read_front_matter(without_invisible(typed))
    assert dict(matter.values) == {"title": "А б", "menu": "5"}
    assert matter.lines["menu",] == 3


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (
            "---\ntitle: Назва".encode("cp1251"),
            2,
            "файл не в кодуванні UTF-8. Збережіть його як «UTF-8» у своєму редакторі.",
        ),
        (
            "---\ntitle: А".encode("utf-16"),
            1,
            "файл не в кодуванні UTF-8. Збережіть його як «UTF-8» у своєму редакторі.",
        ),
        ("а\nб\x0bв".encode(), 2, "недрукований знак U+000B після «б». Вилучіть його."),
        (b"\x00", 1, "недрукований знак U+0000 на початку рядка. Вилучіть його."),
        ("а\u0085б".encode(), 1, "недрукований знак U+0085 після «а». Вилучіть його."),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int, message: str) -> None:
    """The line is named, and the words that stand before a sign nobody sees."""
    with pytest.raises(FrontMatterError) as error:
        decode(data)
    assert (error.value.line, str(error.value), error.value.field) == (line, message, "файл")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever a file holds, there is a text or one error with its line, never a traceback."""
    try:
        text = decode(data)
        assert decode(text.encode()) == text
        read_front_matter(f"---\n{text}\n---\n")
    except FrontMatterError as error:
        assert error.line >= 1
