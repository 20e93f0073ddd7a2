import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.header_yaml import FrontMatterError, Plain, read_yaml
from plugins.council.misread_yaml import quoted


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0012", "0012"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("так", "так"),
        ("2026-11-05", "2026-11-05"),
        ("'0012'", "0012"),
        ('"лапки"', "лапки"),
        ("", None),
        ("~", None),
        ("null", None),
        ("'null'", "null"),
        ("[voda, 5]", ["voda", "5"]),
        ("{act: a/1, note: }", {"act": "a/1", "note": None}),
        ("а # примітка", "а"),
        ('"И\\u0306"', "Й"),
    ],
)
def test_values_stay_as_typed(typed: str, value: object) -> None:
    """A number keeps its zeros, a date its spelling; only emptiness has a meaning of its own."""
    values, _ = read_yaml(f"key: {typed}")
    assert values == {"key": value}


@pytest.mark.parametrize(
    ("typed", "looks_like"),
    [
        ("2026", "число"),
        ("12.5", "число"),
        ("12:30", "число"),
        ("yes", "відповідь «так чи ні»"),
        ("2026-11-05", "дату"),
        ("Назва", None),
        ("5/VIII-194", None),
    ],
)
def test_an_unquoted_value_knows_what_yaml_takes_it_for(typed: str, looks_like: str | None) -> None:
    """Only what YAML itself would not read as text looks like something else."""
    assert Plain(typed).looks_like == looks_like


def test_an_empty_header_has_no_values() -> None:
    """Nothing between the fences, or a comment alone, is a header without keys."""
    assert read_yaml("") == ({}, {})
    assert read_yaml("# нічого") == ({}, {})


def test_an_error_is_on_the_line_where_it_was_made() -> None:
    """A quote that is not closed is told where it opens, not where the header ends."""
    with pytest.raises(FrontMatterError) as error:
        read_yaml('menu: 5\ntitle: "Назва\nsummary: Коротко\nlang: uk')
    assert error.value.line == 3
    assert str(error.value) == 'лапки не закрито. Напишіть так: title: "Назва"'


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")))
def test_a_quoted_text_reads_back(text: str) -> None:
    """Advice in quotes is right: what it shows is read as the text that was meant."""
    values, _ = read_yaml(f"title: {quoted(text)}")
    assert values == {"title": unicodedata.normalize("NFC", text)}
