"""Bodies without a sign of Markdown are read as Markdown would read them."""

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.council.markdown import read_body
from plugins.council.markdown.unmarked import read_unmarked

_LINES = [
    "1. Слово", "1. слово «а» - так", "2) далі;", "а) літера", "5.1. Слово", "1.1 Слово",
    "2-1. Так", "І. Назва", "II. ЗАГАЛЬНЕ", "II.", "Розділ 2", "Розділ 2\nНазва", "І. Прізвище",
    "II. Назва;", "• куля", "– риска", "· крапка", "слово", "Слово: так", "24.02.2021 слово",
    "2.5 млн", "10. а", "№ 5", "! важливо", "так" * 120, "ІІ. " + "так" * 120, "ь) знак",
    "слово  слово", "http://a.b/c",
]  # fmt: skip
_ODD = [
    "- пункт", "+ пункт", "# назва", "===", "---", ": слово", "**жирне**", "а | б", "[а](б)", "> а",
    "слово ", "слово  ", " слово", "    слово", "\u00a0", "\u00a0слово", "слово\u2028", "а\x0bб",
    "а & б", "&nbsp;", "a < b", "a\\.", "\t", "`а`", "~~~", "\x02", "_а_", "\x1cа",
]  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n"])
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_LINES) | st.sampled_from(_LINES + _ODD), _ENDS).map("".join),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("lang", ["uk", "en"])
@pytest.mark.parametrize("legal", [True, False])
@given(text=_TEXTS | st.text(alphabet="1.а)ІБ \n-–•№\u00a0:;", max_size=40))
@example(text="II. Назва\nа) далі")
@example(text="II.\n1. а")
def test_same_body_as_by_markdown(legal: bool, lang: str, text: str) -> None:
    """Whatever lines meet in a text, the short way gives the same HTML, headings and ids."""
    short = read_body(text, legal=legal, lang=lang)
    with patch("plugins.council.markdown.body.read_unmarked", return_value=None):
        assert read_body(text, legal=legal, lang=lang) == short


def test_points_and_chapters_have_their_places() -> None:
    """An act of plain lines has its points, its chapters and the addresses of both."""
    read = read_unmarked("II. НАЗВА\n1. Слово\nі далі\n2) ще\n\nПідпис", legal=True)
    assert read is not None
    assert read.html.split("\n") == [
        '<h2 id="rozdil-2">II. НАЗВА</h2>',
        '<p class="point point--1" id="rozdil-2-punkt-1"><span class="point__number">1.</span>'
        " Слово",
        "і далі</p>",
        '<p class="point point--2" id="rozdil-2-punkt-1-pidpunkt-2">'
        '<span class="point__number">2)</span> ще</p>',
        "<p>Підпис</p>",
    ]
    assert [heading.id for heading in read.outline] == ["rozdil-2"]


@pytest.mark.parametrize(
    "text", ["а [б](в)", "- пункт", "а | б", "слово  \nслово", "Назва\n===", "а & б"]
)
@pytest.mark.parametrize("legal", [True, False])
def test_a_sign_asks_for_markdown(legal: bool, text: str) -> None:
    """Where one sign may mean something, nothing is read here."""
    assert read_unmarked(text, legal=legal) is None


def test_numbered_lines_are_a_list_outside_of_acts() -> None:
    """News count by lists, which are Markdown's; an act has points of its own."""
    assert read_unmarked("1. Перше", legal=False) is None
    assert read_unmarked("1. Перше", legal=True) is not None
