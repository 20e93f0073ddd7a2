import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.front_matter import read_front_matter
from plugins.council.header import KINDS, News, Page
from plugins.council.missing_header import with_header


def shown(path: str, text: str) -> str:
    """Return the beginning of a text as its author is advised to write it."""
    return with_header(path, text, KINDS[path.split("/")[0]])


def test_the_first_heading_is_the_title() -> None:
    """A heading moves into the header; what would break YAML is quoted."""
    assert shown("pages/a.md", "\n# Увага: зміни #\n\nПерший.\n\nДругий.\n\nТретій.") == (
        '---\ntitle: "Увага: зміни"\n---\nПерший.\nДругий.\n…'
    )


def test_the_first_line_is_the_title_where_there_is_no_heading() -> None:
    """A paragraph stays in the text; a long one is cut at a word."""
    text = "Слово " * 40
    title = ("Слово " * 17).strip()[:100].rsplit(" ", 1)[0]
    assert shown("pages/a.md", text).startswith(f"---\ntitle: {title}\n---\nСлово ")


def test_the_date_of_the_file_name_is_the_date() -> None:
    """What the file name tells is not asked again."""
    assert "\ndate: 2026-11-05\n" in shown("news/2026/2026-11-05-a.md", "Текст.")


def test_lines_without_fences_are_kept() -> None:
    """A header in Pelican's own manner only lacks its fences and small letters."""
    text = "Title: Контакти\nMenu: 5\nattachments:\n  - file: files/a.pdf\n\nТекст."
    assert shown("pages/a.md", text) == (
        "---\ntitle: Контакти\nmenu: 5\nattachments:\n  - file: files/a.pdf\n---\nТекст.\n…"
    )


@pytest.mark.parametrize("fence", ["---", "----", " ---", "—", "***", "```yaml"])
def test_what_was_meant_as_a_fence_is_one(fence: str) -> None:
    """A fence in another spelling, or without its pair, is put right."""
    assert shown("pages/a.md", f"{fence}\ntitle: А\n{fence}\nТекст.") == (
        "---\ntitle: А\n---\nТекст.\n…"
    )
    assert shown("pages/a.md", f"{fence}\ntitle: А\n\nТекст.") == "---\ntitle: А\n---\nТекст.\n…"


@pytest.mark.parametrize("folder", KINDS)
def test_an_empty_text_gets_a_whole_header(folder: str) -> None:
    """What is shown for nothing at all is a text that this kind accepts."""
    kind = KINDS[folder]
    kind.model_validate(read_front_matter(with_header(f"{folder}/a.md", "", kind)).values)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]) | st.just("\n")))
def test_what_is_shown_is_right(text: str) -> None:
    """Whatever a page without a header holds, the text that is shown can be copied."""
    matter = read_front_matter(with_header("pages/a.md", text, Page))
    assert "title" in matter.values


def test_a_text_of_signs_alone_has_an_example_for_a_title() -> None:
    """Nothing is called «…:»."""
    for text in ("#", ".:", "\u200b"):
        assert shown("pages/a.md", text).startswith("---\ntitle: Назва тексту\n---\n")


def test_nothing_that_was_typed_is_lost() -> None:
    """Keys that this kind does not know stay, for the next message to tell."""
    assert "\nКоли: завтра\n" in with_header("news/a.md", "title: А\nКоли: завтра\n", News)
