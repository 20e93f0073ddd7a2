from pathlib import Path

import pytest

from plugins.council.markdown import Body, read_body

REGULATION = Path(__file__).parents[3] / "content/acts/2021/miska-rada-5-viii-194.md"


def legal(source: str) -> Body:
    """Read the body of an act that has no faults."""
    body, faults = read_body(source, legal=True)
    assert faults == ()
    return body


def test_points_appear_as_typed() -> None:
    """Numbers, a jump from 1 to 3 and a missing space stay; nothing is renumbered."""
    assert legal("1.Відділ\n3. Третє\n2-1) вставка").html.split("\n") == [
        '<p class="point point--1" id="punkt-1"><span class="point__number">1.</span>Відділ</p>',
        '<p class="point point--1" id="punkt-3"><span class="point__number">3.</span> Третє</p>',
        '<p class="point point--2" id="punkt-3-pidpunkt-2-1">'
        '<span class="point__number">2-1)</span> вставка</p>',
    ]


def test_an_ordinary_line_continues_its_point() -> None:
    """A date at the beginning of a line does not break a point in two."""
    assert legal("1. Рішення від\n24.02.2021 року\n2. Далі").text.split("\n") == [
        "1. Рішення від 24.02.2021 року",
        "2. Далі",
    ]


def test_indentation_means_nothing() -> None:
    """Points pasted with spaces before them are the same points."""
    indented = "1. Один\n\n    2. Два\n\n        а) три"
    assert legal(indented) == legal("1. Один\n\n2. Два\n\nа) три")


def test_points_and_lists_may_touch() -> None:
    """A list under a point needs no empty line, and the next point does not fall into it."""
    body = legal("1. Відділ:\n- пише;\n- читає.\n2. Далі")
    assert body.text.split("\n") == ["1. Відділ:", "пише;", "читає.", "2. Далі"]
    assert body.fragments == ("punkt-1", "punkt-2")


@pytest.mark.parametrize(
    "title", ["## Розділ II. Права", "Розділ II. Права", "ІІ. Права", "## II. Права"]
)
def test_a_chapter_names_its_points(title: str) -> None:
    """A chapter is a heading whether it was typed as one or not."""
    body = legal(f"{title}\n\n1. Перше\nа) друге")
    assert [(heading.level, heading.id) for heading in body.outline] == [(2, "rozdil-2")]
    assert body.fragments == ("rozdil-2", "rozdil-2-punkt-1", "rozdil-2-punkt-1-pidpunkt-a")


def test_a_long_roman_point_is_no_heading() -> None:
    """A sentence numbered in Roman stays a paragraph, with the same fragment."""
    body = legal("I. Внести до Положення такі зміни:\n1) вилучити")
    assert body.outline == ()
    assert body.fragments == ("rozdil-1", "rozdil-1-punkt-1")


def test_a_number_counted_twice_has_two_fragments() -> None:
    """Fragments are unique even where the act counts anew without a chapter."""
    assert legal("1. А\n\nОбов’язки:\n\n1. Б").fragments == ("punkt-1", "punkt-1-2")


def test_a_number_may_be_bold() -> None:
    """«**1.** Текст», as text editors export it, is a point with a bold number."""
    assert '<span class="point__number"><strong>1.</strong></span>' in legal("**1.** Текст").html


def test_points_in_a_quotation_are_points() -> None:
    """A new wording quoted in an amending act keeps its numbers."""
    assert legal("> 1. Один\n> 2. Два").text == "1. Один\n2. Два"


def test_a_numbered_row_stays_in_its_table() -> None:
    """A table whose rows begin with numbers is no list of points."""
    body = legal("1. Назва | Сума\n--- | ---\n1. Вода | 5\n2. Газ | 6")
    assert body.text.split("\n") == ["1. Назва", "Сума", "1. Вода", "5", "2. Газ", "6"]


def test_legal_text_is_verbatim() -> None:
    """Typography does not touch acts: straight quotes and misprints stay."""
    assert 'виключнодля "Про бюджет" - №5' in legal('виключнодля "Про бюджет" - №5').html


def test_the_regulation_is_kept_word_by_word() -> None:
    """Every line of the council's own regulation is in the page, in order, with its number."""
    source = REGULATION.read_text(encoding="utf-8").split("---\n", 2)[2]
    body = legal(source)
    rest = " ".join(body.text.split())
    lines = [line.strip().removeprefix("- ").lstrip("#").strip() for line in source.split("\n")]
    for line in filter(None, lines):
        assert " ".join(line.split()) in rest
        rest = rest.partition(" ".join(line.split()))[2]
    assert rest == ""
    assert {"rozdil-1-punkt-1", "rozdil-3-punkt-17", "rozdil-6-punkt-2"} <= set(body.fragments)
