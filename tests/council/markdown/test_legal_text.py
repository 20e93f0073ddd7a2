import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown.legal_text import Marker, Numbering, read_chapter, read_marker


@pytest.mark.parametrize(
    ("line", "kind", "number", "typed"),
    [
        ("1. Відділ", "point", "1", "1."),
        ("1.Відділ", "point", "1", "1."),
        ("  12. Текст", "point", "12", "12."),
        ("1.", "point", "1", "1."),
        ("1.1. текст", "point", "1.1", "1.1."),
        ("1.1 Текст", "point", "1.1", "1.1"),
        ("1.1Текст", "point", "1.1", "1.1"),
        ("3.10 «Назва»", "point", "3.10", "3.10"),
        ("1.1.1. текст", "point", "1.1.1", "1.1.1."),
        ("2-1. текст", "point", "2-1", "2-1."),
        ("2¹. текст", "point", "2-1", "2¹."),
        ("1) текст", "subpoint", "1", "1)"),
        ("2-1) текст", "subpoint", "2-1", "2-1)"),
        ("а) текст", "letter", "а", "а)"),
        ("Ґ) текст", "letter", "ґ", "Ґ)"),
        ("• текст", "bullet", "", "•"),
        ("– текст", "bullet", "", "–"),
        ("I.Загальні положення", "chapter", "1", "I."),
        ("ІІ. Права", "chapter", "2", "ІІ."),
        ("ХІV. Права", "chapter", "14", "ХІV."),
        ("Розділ II", "chapter", "2", "Розділ II"),
        ("РОЗДІЛ ІІ. ПРАВА", "chapter", "2", "РОЗДІЛ ІІ."),
        ("Розділ 2-1 Права", "chapter", "2-1", "Розділ 2-1"),
    ],
)
def test_reads_what_numbers_a_line(line: str, kind: str, number: str, typed: str) -> None:
    """Every way in which acts number their parts is read, with the number as typed."""
    marker = read_marker(line)
    assert marker is not None
    assert (marker.kind, marker.number, marker.typed) == (kind, number, typed)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Відділ",
        "24.02.2021 року",
        "24.12.2021",
        "24.12.21 Відбулося",
        "2021. рік",
        "2021.",
        "2.5 млн",
        "3.14",
        "8.00 до 17.00",
        "5 осіб",
        "10-15 осіб",
        "0. Нуль",
        "(1) текст",
        "м. Краматорськ",
        "–5 °C",
        "І.І. Сташкевич",
        "І. І. Сташкевич",
        "І. Сташкевич",
        "Х. Нечуй-Левицький",
        "V. о. начальника",
        "І квартал",
        "IIII. Текст",
        "Розділ II бюджету викласти в новій редакції",
        "Розділи",
    ],
)
def test_leaves_ordinary_lines_alone(line: str) -> None:
    """Dates, times, decimals, initials and ordinary words are no numbers of points."""
    assert read_marker(line) is None


def test_a_heading_is_never_a_signature() -> None:
    """«І. Преамбула» is a chapter when it is a heading, though a line could be a name."""
    assert read_marker("І. Преамбула") is None
    assert read_chapter("І. Преамбула") == Marker("chapter", "1", "І.")


@pytest.mark.parametrize(
    ("lines", "fragments"),
    [
        (["1.", "1.1.", "2-1)"], ["punkt-1", "punkt-1.1", "punkt-1.1-pidpunkt-2-1"]),
        (["1)", "2-1)", "а)"], ["punkt-1", "punkt-2-1", "punkt-2-1-pidpunkt-a"]),
        (["2.", "а)", "б)"], ["punkt-2", "punkt-2-pidpunkt-a", "punkt-2-pidpunkt-b"]),
        (["II.", "1.", "а)"], ["rozdil-2", "rozdil-2-punkt-1", "rozdil-2-punkt-1-pidpunkt-a"]),
        (["1.", "Розділ II", "1)"], ["punkt-1", "rozdil-2", "rozdil-2-punkt-1"]),
        (["1.", "1)", "а)", "2)"],
         ["punkt-1", "punkt-1-pidpunkt-1", "punkt-1-pidpunkt-1-pidpunkt-a", "punkt-1-pidpunkt-2"]),
        (["а)", "ь)", "•"], ["pidpunkt-a", "pidpunkt-znak", ""]),
    ],
)  # fmt: skip
def test_names_a_part_by_what_stands_around_it(lines: list[str], fragments: list[str]) -> None:
    """A fragment tells chapter, point and subpoint, so that a link says what it points to."""
    numbering = Numbering()
    markers = [read_marker(line) for line in lines]
    assert [numbering.enter(marker) for marker in markers if marker] == fragments


@pytest.mark.parametrize(
    ("line", "depth"), [("1. А", 1), ("1.1. А", 2), ("1.1.1.1. А", 3), ("1) а", 2), ("а) а", 3)]
)
def test_knows_how_deep_a_part_stands(line: str, depth: int) -> None:
    """A point stands at 1, a subpoint at 2, a letter at 3, nothing deeper."""
    marker = read_marker(line)
    assert marker is not None
    assert marker.depth == depth


@given(st.text(st.sampled_from("0123456789.)-IVXІХабАБ •«:;¹²рРозділ"), max_size=20))
def test_never_changes_what_was_typed(line: str) -> None:
    """Whatever is read as a marker is the beginning of the line, letter by letter."""
    marker = read_marker(line)
    assert marker is None or line.strip().startswith(marker.typed)
