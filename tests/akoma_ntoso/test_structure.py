"""The structure of an act: chapters, points, what stands before and after them."""

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.council.files import ContentFile
from plugins.council.markdown import Body
from tests.akoma_ntoso.acts import AKN, Archive, of_words
from tests.incremental.tiny_site import act

HIERARCHY = ("chapter", "paragraph", "subparagraph", "point", "indent", "hcontainer")


def outline(words: str) -> list[str]:
    """Return the parts of an act by the names they have in the file."""
    root, _ = of_words(words)
    return [str(part.get("eId")) for part in root.iter(*(AKN + tag for tag in HIERARCHY))]


def shown(words: str, tag: str) -> list[str]:
    """Return the elements of a kind as XML without namespaces."""
    root, _ = of_words(words)
    return [as_xml(element) for element in root.iter(AKN + tag)]


def as_xml(element: etree._Element) -> str:
    """Return an element as XML without namespaces and without what follows it."""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix in ("", ":dcterms"):
        uri = element.nsmap.get(prefix.removeprefix(":") or None)
        xml = xml.replace(f' xmlns{prefix}="{uri}"', "")
    return xml


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("1. А\n2-1. Б\n4. В", ["para_1", "para_2-1", "para_4"]),
        (
            "## I. А\n1. Б\n1.1. В\n1) г\nа) ґ\n– д\n– е\n## ІІ. Є\n1. Ж",
            ["chp_1", "chp_1__para_1", "chp_1__para_1__subpara_1-1",
             "chp_1__para_1__subpara_1-1__subpara_1",
             "chp_1__para_1__subpara_1-1__subpara_1__point_a",
             "chp_1__para_1__subpara_1-1__subpara_1__point_a__indent_1",
             "chp_1__para_1__subpara_1-1__subpara_1__point_a__indent_2",
             "chp_2", "chp_2__para_1"],
        ),
        ("1. А\n1. Б\n1) в\n1) г", ["para_1", "para_1_2", "para_1_2__subpara_1",
                                    "para_1_2__subpara_1_2"]),
        ("## Розділ 2\nI. Внести такі зміни:\n1) а", ["chp_2", "chp_2__chp_1",
                                                      "chp_2__chp_1__subpara_1"]),
        ("## Вступ\n### Ціль\n1. А\n## Кінець", ["hcontainer_1", "hcontainer_1__hcontainer_1",
                                                 "hcontainer_1__hcontainer_1__para_1",
                                                 "hcontainer_2"]),
        ("Самі слова.", ["hcontainer_1"]),
        ("1.**5** млн", ["hcontainer_1"]),
    ],
)  # fmt: skip
def test_parts_stand_in_one_another_by_their_numbers(words: str, parts: list[str]) -> None:
    """Numbers stay as typed, repeated ones are told apart by their turn."""
    assert outline(words) == parts


@settings(deadline=None)
@given(st.lists(st.sampled_from(["1. а", "1. б", "1) в", "а) г", "## I. ґ", "## д", "– е", "є"])))
def test_no_name_is_given_twice(lines: list[str]) -> None:
    """However often an act repeats a number, every part has a name of its own."""
    parts = outline("\n\n".join(lines))
    assert len(set(parts)) == len(parts) > 0


def test_a_part_keeps_its_place_on_the_page() -> None:
    """``wId`` is the fragment by which the page shows the same part."""
    words = "## I. А\n1. Б\n\nа) в\n\n## Г"
    root, body = of_words(words)
    fragments = [part.get("wId") for part in root.iter(*(AKN + tag for tag in HIERARCHY))]
    assert fragments == ["rozdil-1", "rozdil-1-punkt-1", "rozdil-1-punkt-1-pidpunkt-a", "h"]
    assert set(fragments) == set(body.fragments)


def test_a_point_has_its_number_as_typed_and_its_words() -> None:
    """No space is added to a number; a bold one stays bold; inner points follow an ``intro``."""
    assert shown("1.Відділ", "paragraph") == [
        '<paragraph eId="para_1" wId="punkt-1"><num>1.</num>'
        "<content><p>Відділ</p></content></paragraph>"
    ]
    assert shown("**2¹.** А:\n\nабзац\n\n1) б", "paragraph") == [
        '<paragraph eId="para_2-1" wId="punkt-2-1"><num><b>2¹.</b></num>'
        "<intro><p>А:</p><p>абзац</p></intro>"
        '<subparagraph eId="para_2-1__subpara_1" wId="punkt-2-1-pidpunkt-1"><num>1)</num>'
        "<content><p>б</p></content></subparagraph>\n</paragraph>"
    ]


def test_a_chapter_has_its_number_and_its_name_apart() -> None:
    """The number may be bold or stand without a name; the heading keeps its bold words."""
    assert shown("## **I.** Права *відділу*", "chapter") == [
        '<chapter eId="chp_1" wId="rozdil-1"><num>I.</num>'
        "<heading>Права <i>відділу</i></heading><content/></chapter>"
    ]
    assert "<heading" not in shown("## Розділ 2", "chapter")[0]


def test_what_enacts_is_the_preamble_and_a_stamp_the_preface() -> None:
    """Words before the first point that end in a colon enact, others only introduce."""
    (preamble,) = shown("Міська рада\n\nВИРІШИЛА:\n\n1. А", "preamble")
    assert preamble == (
        '<preamble><p>Міська рада</p><formula name="enacting"><p>ВИРІШИЛА:</p></formula>\n'
        "</preamble>"
    )
    assert shown("ЗАТВЕРДЖЕНО\n\nПОЛОЖЕННЯ\n\n1. А", "preface") == [
        "<preface><p>ЗАТВЕРДЖЕНО</p><p>ПОЛОЖЕННЯ</p></preface>"
    ]
    assert shown("ВИРІШИЛА:", "preamble") == []


def test_signatures_are_conclusions() -> None:
    """Last lines without a full stop sign the act; a paragraph with one belongs to its point."""
    words = "1. А\n\nАбзац.\n\nСекретар ради\n\nІ. Зразок"
    assert shown(words, "conclusions") == [
        "<conclusions><p>Секретар ради</p><p>І. Зразок</p></conclusions>"
    ]
    assert "<p>Абзац.</p>" in shown(words, "paragraph")[0]
    assert shown("Слова без крапки", "conclusions") == []


def test_notes_stand_at_the_end() -> None:
    """Footnotes follow the signatures; the page's arrow back is no word of the act."""
    (conclusions,) = shown("1. А[^1].\n\nСекретар\n\n[^1]: примітка", "conclusions")
    assert (
        conclusions == "<conclusions><p>Секретар</p><ol><li>примітка\u00a0</li></ol></conclusions>"
    )


def test_an_annex_stands_beside_the_points() -> None:
    """«Додаток» after the points begins a part of its own, the signature before it another."""
    words = "1. А\n\nГолова\n\nДодаток 1\nдо рішення\n\nПОРЯДОК\n\n1. Б\n\nДодаток 2\n\n1. В"
    assert outline(words) == [
        "para_1", "hcontainer_1", "hcontainer_2", "hcontainer_2__para_1", "hcontainer_3",
        "hcontainer_3__para_1",
    ]  # fmt: skip
    root, _ = of_words(words)
    names = [part.get("name") for part in root.iter(AKN + "hcontainer")]
    assert names == ["signature", "annex", "annex"]
    assert outline("1. А\n\nДодаток 1 до рішення вилучити.\n\n2. Б") == ["para_1", "para_2"]


def test_a_line_over_points_heads_them() -> None:
    """«Обов’язки відділу:» between points is no paragraph of the one before."""
    words = "## I. А\n1. Б.\n\nОбов’язки відділу:\n\n2. В."
    assert shown(words, "crossHeading") == ["<crossHeading>Обов’язки відділу:</crossHeading>"]
    assert shown("## I. А\n\nСтруктура:\n\n1. Б", "crossHeading") == []
    assert shown("1. А\n\nб:\n\n1) в", "crossHeading") == []


def test_lists_and_tables_are_lists_and_tables() -> None:
    """Bullets stay in their point; a table keeps its heads and merged cells."""
    (paragraph,) = shown("1. А:\n- б;\n- **в**\n", "paragraph")
    assert "<p>А:</p><ul><li>б;</li><li><b>в</b></li></ul>" in paragraph
    assert shown("| А | Б |\n| --- | --- |\n| в | г |", "table") == [
        "<table><tr><th><p>А</p></th><th><p>Б</p></th></tr>"
        "<tr><td><p>в</p></td><td><p>г</p></td></tr></table>"
    ]
    html = "<table><caption>Ц</caption><tr><td colspan=2>а</td><td rowspan=x>б</td></tr></table>"
    assert shown(html, "table") == [
        '<table><caption>Ц</caption><tr><td colspan="2"><p>а</p></td><td><p>б</p></td></tr></table>'
    ]
    assert shown('<ol start="3"><li>а</li><li>б</li></ol>', "li") == [
        '<li value="3">а</li>', '<li value="4">б</li>',
    ]  # fmt: skip


LINKS = """1. [сайт](https://example.com/а), [акт](acts/2.md), [пункт](acts/2.md#punkt-1),
[новина](/novyny/), [тут](#punkt-1), [файл](files/a.pdf), ![знак](images/a.png)
"""


def test_links_lead_to_acts_by_name_and_to_the_site_by_address() -> None:
    """An act is named, whatever else is linked has its whole address."""
    files = {
        "files/a.pdf": ContentFile(path="files/a.pdf", digest="0" * 64, size=1, format="PDF"),
        "images/a.png": ContentFile(
            path="images/a.png", digest="1" * 64, size=1, format="PNG", width=9, height=9
        ),
    }
    sources = {"acts/1.md": act("1", words=LINKS), "acts/2.md": act("2")}
    root = Archive(sources, files).tree("acts/1.md")
    hrefs = [as_xml(link) for link in root.iter(AKN + "a", AKN + "ref", AKN + "img")]
    base = "https://example.org"
    assert hrefs == [
        '<a href="https://example.com/%D0%B0">сайт</a>',
        '<ref href="/akn/ua/act/rishennia/miska-rada/2026-10-02/2">акт</ref>',
        f'<a href="{base}/dokumenty/miska-rada/rishennia/2026/2/#punkt-1">пункт</a>',
        f'<a href="{base}/novyny/">новина</a>',
        f'<a href="{base}/dokumenty/miska-rada/rishennia/2026/1/#punkt-1">тут</a>',
        f'<a href="{base}/files/a.pdf">файл</a>',
        f'<img src="{base}/images/a-11111111-9.jpg" alt="знак"/>',
    ]


def test_a_link_to_what_is_not_public_leaves_its_words() -> None:
    """The link comes when the text does."""
    later = act("2", publish_at="2027-01-01")
    sources = {"acts/1.md": act("1", words="1. Див. [акт](acts/2.md)."), "acts/2.md": later}
    (paragraph,) = Archive(sources).tree("acts/1.md").iter(AKN + "paragraph")
    assert "<p>Див. акт.</p>" in as_xml(paragraph)


ADDRESS = st.text(st.sampled_from("аz./:@?#[]%2e\\<>\"'&~ ") | st.characters(codec="utf-8"))


@settings(deadline=None)
@given(st.sampled_from(["https://", "http://a/", "mailto:", "tel:", "/", "#"]), ADDRESS)
@example("https://", "a:b/")
@example("https://", "[::1]/")
def test_any_address_is_one_or_no_link(start: str, rest: str) -> None:
    """Whatever an editor typed after ``https://``, the words stay and the file is valid."""
    archive = Archive({"acts/1.md": act("1")})
    html = f'<p>До <a href="{escape(start + rest)}">слів</a>.</p>'
    archive.bodies["acts/1.md"] = Body(html=html)
    (words,) = archive.tree("acts/1.md").iterfind(f".//{AKN}content/{AKN}p")
    assert "".join(map(str, words.itertext())) == "До слів."
