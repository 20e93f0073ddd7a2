from plugins.council.markdown import read_body


def test_a_table_scrolls_and_names_itself() -> None:
    """A table stands in a region with a name; alignment is a class, a head says its column."""
    body, faults = read_body("| Назва | Сума |\n|:--|--:|\n| Газ | 5 |", legal=False)
    assert faults == ()
    assert body.html == (
        '<section class="table-scroll" tabindex="0" aria-label="Таблиця 1"><table><thead>'
        '<tr><th class="align-left" scope="col">Назва</th><th class="align-right" scope="col">Сума'
        '</th></tr></thead><tbody><tr><td class="align-left">Газ</td><td class="align-right">5</td>'
        "</tr></tbody></table></section>"
    )


def test_tables_are_counted_in_the_language_of_the_text() -> None:
    """An English text has «Table 1» and «Table 2»."""
    body, _ = read_body("|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|", legal=False, lang="en")
    assert 'aria-label="Table 1"' in body.html
    assert 'aria-label="Table 2"' in body.html


def test_an_empty_head_is_a_plain_cell() -> None:
    """The empty corner of a table is no head that names nothing."""
    body, _ = read_body("| | Сума |\n|-|-|\n| Вода | 5 |", legal=False)
    assert body.html.count("<th") == 2  # thead and «Сума»


def test_a_typed_table_is_settled_too() -> None:
    """A table in HTML gets the region, keeps merged cells and loses its own styles."""
    source = '<table style="width:1px"><tr><td colspan="2" align="center">а</td></tr></table>'
    body, faults = read_body(source, legal=False)
    assert '<td colspan="2" class="align-center">а</td>' in body.html
    assert 'class="table-scroll"' in body.html
    assert "style" not in body.html
    assert [fault.severity for fault in faults] == ["warning"]
