import pytest

from plugins.council.header_yaml import FrontMatterError, read_yaml


@pytest.mark.parametrize(
    ("yaml", "line", "advice"),
    [
        ("title: Увага: зміни", 2, 'title: "Увага: зміни"'),
        ("title: «Увага»: зміни", 2, 'title: "«Увага»: зміни"'),
        ('title: Кажуть: "так"', 2, "title: 'Кажуть: \"так\"'"),
        ("title: [Зразок] Ремонт", 2, 'title: "[Зразок] Ремонт"'),
        ("title: @rada", 2, 'title: "@rada"'),
        ("title: А\nsummary:Коротко", 3, "summary: Коротко"),
        ("title: А\n summary: Коротко", 3, "summary: Коротко"),
        ("title: А\n\tsummary: Коротко", 3, "Зробіть відступ пробілами."),
        ("gallery:\n\t- file: a", 3, "Зробіть відступ пробілами."),
        ('title: "А\nsummary: "Б"', 2, 'title: "А"'),
        ("title: А\ntopics: [voda\nlang: uk", 3, "Перевірте, чи їх закрито"),
        ("gallery: [{alt: А: б}]", 2, "беруть у лапки"),
        ("title: |\n   А\n  Б", 4, "чи закрито шапку рядком «---»."),
    ],
)
def test_a_line_that_yaml_cannot_read(yaml: str, line: int, advice: str) -> None:
    """The line is where the editor erred, and the advice shows it written right."""
    with pytest.raises(FrontMatterError) as error:
        read_yaml(yaml)
    assert error.value.line == line
    assert advice in str(error.value)
