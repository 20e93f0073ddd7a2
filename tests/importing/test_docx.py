from io import BytesIO

import pytest
from PIL import Image

from plugins.importing.document import Document
from tests.importing.docx_files import (
    NAMESPACES,
    W,
    docx,
    level,
    numbered,
    numbering,
    p,
    r,
    relations,
)
from tests.importing.reading import blocks, legal_markdown, of_docx, seen

LISTS = relations(("n", "numbering", "numbering.xml"))


def with_lists(body: str, levels: str, numbers: str = "") -> Document:
    """With lists."""
    return of_docx(docx(body, {"word/numbering.xml": numbering(levels, numbers)}, LISTS))


def test_numbers_of_many_levels_come_out_as_the_reader_saw_them() -> None:
    """Numbers of many levels come out as the reader saw them."""
    levels = (
        level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "russianLower", "%3)")
    )
    body = (
        numbered("Перший") + numbered("Підпункт", level=1) + numbered("Ще", level=1)
        + numbered("літера", level=2) + numbered("друга", level=2) + numbered("Другий")
        + numbered("Його підпункт", level=1)
    )  # fmt: skip
    assert blocks(with_lists(body, levels)) == [
        "1. Перший", "1.1. Підпункт", "1.2. Ще", "а) літера", "б) друга", "2. Другий",
        "2.1. Його підпункт",
    ]  # fmt: skip


def test_a_list_goes_on_after_a_paragraph_and_begins_anew_where_told() -> None:
    """A list goes on after a paragraph and begins anew where told."""
    levels = level(0, "decimal", "%1)")
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = (
        numbered("а") + p("Посередині.") + numbered("б") + numbered("в", number=2)
        + numbered("г", number=2) + numbered("д")
    )  # fmt: skip
    assert blocks(with_lists(body, levels, anew)) == [
        "1) а", "Посередині.", "2) б", "1) в", "2) г", "3) д",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("format_", "expected"),
    [("decimal", "5."), ("upperRoman", "V."), ("lowerLetter", "e."), ("russianUpper", "Д."),
     ("decimalZero", "05."), ("none", "")],
)  # fmt: skip
def test_formats_of_numbers(format_: str, expected: str) -> None:
    """Formats of numbers."""
    found = with_lists(numbered("слово"), level(0, format_, "%1." if expected else "", start=5))
    assert blocks(found) == [f"{expected} слово".strip()]


def test_a_level_may_count_its_parents_in_digits() -> None:
    """A level may count its parents in digits."""
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", more="<w:isLgl/>")
    assert blocks(with_lists(numbered("А") + numbered("Б", level=1), levels)) == [
        "I. А", "1.1. Б",
    ]  # fmt: skip


def test_a_list_may_belong_to_a_style() -> None:
    """A list may belong to a style."""
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Пункт"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    parts = {
        "word/numbering.xml": numbering(level(0, "decimal", "%1.")), "word/styles.xml": styles,
    }  # fmt: skip
    rels = relations(("n", "numbering", "numbering.xml"), ("s", "styles", "styles.xml"))
    punkt = '<w:pStyle w:val="Punkt"/>'
    plain = punkt + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("раз", punkt) + p("без номера", plain) + p("два", punkt)
    assert blocks(of_docx(docx(body, parts, rels))) == ["1. раз", "без номера", "2. два"]


def test_bullets_nest() -> None:
    """Bullets nest."""
    levels = level(0, "bullet", "•") + level(1, "bullet", "o")
    body = numbered("а") + numbered("б", level=1) + numbered("в")
    assert blocks(with_lists(body, levels)) == ["- а\n    - б\n- в"]


def test_headings_bold_italic_and_breaks() -> None:
    """Headings bold italic and breaks."""
    heading = '<w:outlineLvl w:val="0"/>'
    runs = r("Звичайний ") + r("жир", "<w:b/>") + r("ний", "<w:b/>") + r(" і курсив", "<w:i/>")
    broken = "<w:r><w:t>а</w:t><w:br/><w:t>б</w:t></w:r>"
    body = p("I. Загальні положення", heading) + p(runs=runs) + p(runs=broken)
    assert blocks(of_docx(docx(body))) == [
        "## I. Загальні положення", "Звичайний **жирний** *і курсив*", "а  \nб",
    ]  # fmt: skip


def test_a_bold_number_is_a_point_still() -> None:
    """A bold number is a point still."""
    body = p(runs=r("1. Затвердити Порядок.", "<w:b/>"))
    made = legal_markdown(of_docx(docx(body)))
    assert made == "1. **Затвердити Порядок.**\n"


def test_a_link_keeps_its_address_and_a_script_does_not() -> None:
    """A link keeps its address and a script does not."""
    rels = relations(("h", "hyperlink", "https://zakon.rada.gov.ua/laws"),
                     ("j", "hyperlink", "javascript:alert(1)"))  # fmt: skip
    link = '<w:hyperlink r:id="{}">' + r("закон") + "</w:hyperlink>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://rada.gov.ua/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        "</w:r>" + r("рада") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p(runs=link.format("h")) + p(runs=link.format("j")) + p(runs=field)
    assert blocks(of_docx(docx(body, rels=rels))) == [
        "[закон](https://zakon.rada.gov.ua/laws)", "закон", "[рада](https://rada.gov.ua/)",
    ]  # fmt: skip


def test_footnotes_stand_at_the_end() -> None:
    """Footnotes stand at the end."""
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{p("Пояснення.")}</w:footnote></w:footnotes>'
    )
    body = p(runs=r("Слово") + '<w:r><w:footnoteReference w:id="7"/></w:r>')
    rels = relations(("f", "footnotes", "footnotes.xml"))
    found = of_docx(docx(body, {"word/footnotes.xml": notes}, rels))
    assert blocks(found) == ["Слово[^1]", "[^1]: Пояснення."]
    assert "Пояснення." in seen(legal_markdown(found))


def cell(text: str, properties: str = "") -> str:
    """Cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    """Table."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_plain_table_is_one_of_pipes() -> None:
    """A plain table is one of pipes."""
    found = of_docx(docx(table(cell("Вид") + cell("Сума|грн"), cell("Вода") + cell("5"))))
    assert blocks(found) == ["| Вид | Сума\\|грн |\n| --- | --- |\n| Вода | 5 |"]


def test_merged_cells_stay_merged_and_nothing_is_lost() -> None:
    """Merged cells stay merged and nothing is lost."""
    wide, begins, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = of_docx(docx(table(
        cell("Назва", begins) + cell("Роки", wide),
        cell("", goes_on) + cell("2025") + cell("2026"),
        cell("Вода") + cell("1") + cell("2"),
    )))  # fmt: skip
    made = legal_markdown(found)
    assert '<th rowspan="2">Назва</th><th colspan="2">Роки</th>' in made
    assert "<tr><td>Вода</td><td>1</td><td>2</td></tr>" in made
    assert "Назва" in seen(made)


def test_a_table_inside_a_table_keeps_its_words() -> None:
    """A table inside a table keeps its words."""
    inner = f"<w:tc>{table(cell('а') + cell('б'), cell('в') + cell('г'))}<w:p/></w:tc>"
    made = legal_markdown(of_docx(docx(table(cell("Ш") + cell("К"), inner + cell("д")))))
    assert seen(made).split() == ["Ш", "К", "а;", "б", "в;", "г", "д"]


def test_a_signature_laid_out_by_a_table_is_a_line() -> None:
    """A signature laid out by a table is a line."""
    body = table(cell("Міський голова") + cell("") + cell("Зразкова Особа"))
    assert blocks(of_docx(docx(body))) == ["Міський голова Зразкова Особа"]


def test_changes_are_taken_as_accepted_and_told() -> None:
    """Changes are taken as accepted and told."""
    deleted = '<w:del w:id="1"><w:r><w:delText>старе</w:delText></w:r></w:del>'
    body = p(runs=r("Слово ") + deleted + f'<w:ins w:id="2">{r("нове")}</w:ins>')
    body += p("злито", '<w:rPr><w:del w:id="3"/></w:rPr>') + p(" разом")
    found = of_docx(docx(body))
    assert blocks(found) == ["Слово нове", "злито разом"]
    assert found.private
    assert "виправлення" in found.remarks[0]


def test_comments_and_hidden_text_are_left_and_told() -> None:
    """Comments and hidden text are left and told."""
    comments = f'<w:comments {W}><w:comment w:id="0">{p("таємне")}</w:comment></w:comments>'
    body = p(runs=r("Видно") + r("сховане", "<w:vanish/>"))
    rels = relations(("c", "comments", "comments.xml"))
    found = of_docx(docx(body, {"word/comments.xml": comments}, rels))
    assert blocks(found) == ["Видно"]
    assert found.private
    assert len(found.remarks) == 2


def test_text_boxes_are_read_once() -> None:
    """Text boxes are read once."""
    box = f"<w:txbxContent>{p('У рамці')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert blocks(of_docx(docx(p("Поруч", runs=both)))) == ["Поруч", "У рамці"]


def test_words_of_headers_and_footers_are_kept_but_no_page_numbers() -> None:
    """Words of headers and footers are kept but no page numbers."""
    head = f"<w:hdr {NAMESPACES}>{p('КРАМАТОРСЬКА МІСЬКА РАДА')}</w:hdr>"
    foot = f"<w:ftr {NAMESPACES}>{p('Сторінка 1 з 5')}</w:ftr>"
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
        '<w:footerReference w:type="default" r:id="f"/></w:sectPr>'
    )
    rels = relations(("h", "header", "header1.xml"), ("f", "footer", "footer1.xml"))
    parts = {"word/header1.xml": head, "word/footer1.xml": foot}
    found = of_docx(docx(p("Текст") + section, parts, rels))
    assert blocks(found) == ["КРАМАТОРСЬКА МІСЬКА РАДА", "Текст"]
    assert "колонтитул" in found.remarks[0]


def picture() -> bytes:
    """Picture."""
    buffer = BytesIO()
    Image.new("RGB", (4, 3), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def drawing(attribute: str, description: str = "") -> str:
    """Drawing."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{description}"/>'
        f"<a:graphic><a:blip {attribute}/></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_pictures_come_with_the_words_of_their_author_only() -> None:
    """Pictures come with the words of their author only."""
    rels = relations(("i", "image", "media/image1.png"))
    body = p(runs=drawing('r:embed="i"', "Герб міста")) + p(
        runs=drawing('r:embed="i"', "Изображение выглядит как текст. Автоматически созданное")
    )
    found = of_docx(docx(body, {"word/media/image1.png": picture()}, rels))
    assert list(found.pictures) == ["word/media/image1.png"]
    assert [one.get("alt") for one in found.body.iter("img")] == ["Герб міста", ""]


def test_a_picture_elsewhere_is_never_fetched() -> None:
    """A picture elsewhere is never fetched."""
    rels = relations(("i", "image", "http://127.0.0.1:9/x.png"))
    found = of_docx(docx(p("Слово", runs=drawing('r:link="i"')), rels=rels))
    assert not found.pictures
    assert "127.0.0.1" in found.remarks[0]


def test_a_formula_and_odd_characters_stay_as_words() -> None:
    """A formula and odd characters stay as words."""
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    odd = "<w:r><w:t>темно</w:t><w:noBreakHyphen/><w:t>синій</w:t><w:tab/><w:t>x</w:t></w:r>"
    assert blocks(of_docx(docx(p(runs=formula) + p(runs=odd)))) == ["a+b", "темно‑синій x"]
