import pytest

from plugins.council.markdown import read_body


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Потрібно:\n- паспорт\n- код", "<p>Потрібно:</p>\n<ul><li>паспорт</li><li>код</li></ul>"),
        (" • паспорт\n • код", "<ul><li>паспорт</li><li>код</li></ul>"),
        ("Кроки:\n1. раз\n2. два", "<p>Кроки:</p>\n<ol><li>раз</li><li>два</li></ol>"),
        ("Будинок\n5. Під’їзд", "<p>Будинок\n5. Під’їзд</p>"),
        ("2021. Рік\n", '<ol start="2021"><li>Рік</li></ol>'),
        ("    відступ", "<p>відступ</p>"),
        ("```\n- x\ny\n- z\n```", "<pre><code>- x\ny\n- z\n</code></pre>"),
    ],
)
def test_lists_are_read_as_editors_type_them(source: str, html: str) -> None:
    """A list needs no empty line before it, and bullets out of Word are bullets."""
    assert read_body(source, legal=False)[0].html == html
