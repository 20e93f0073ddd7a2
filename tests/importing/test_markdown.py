import re
from unicodedata import normalize
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown import read_body
from plugins.council.markdown.html_tree import to_tree
from plugins.importing.markdown import Style, to_markdown
from tests.importing.reading import seen

_SIGNS = "аїЄb12 .,:;-–—*_`[]()<>&#+=~|!\\\"'«»№/\n\u00a0•"
_TEXT = st.text(st.sampled_from(_SIGNS), max_size=30)
_TAGS = ["strong", "em", "a", "span", "sup", "s"]


@st.composite
def paragraphs(draw: st.DrawFn) -> Element:
    """A paragraph of words in several looks."""
    made = Element(draw(st.sampled_from(["p", "p", "p", "h2", "li", "blockquote"])))
    made.text = draw(_TEXT)
    for tag in draw(st.lists(st.sampled_from(_TAGS), max_size=4)):
        inner = SubElement(made, tag, {"href": "https://x.ua/"} if tag == "a" else {})
        inner.text, inner.tail = draw(_TEXT), draw(_TEXT)
        if draw(st.booleans()):
            SubElement(made, "br")
    return made


@st.composite
def bodies(draw: st.DrawFn) -> Element:
    """A body of paragraphs and a table."""
    body = Element("div")
    for block in draw(st.lists(paragraphs(), max_size=4)):
        holder = SubElement(body, "ul") if block.tag == "li" else body
        holder.append(block)
    if draw(st.booleans()):
        row = SubElement(SubElement(body, "table"), "tr")
        other = SubElement(body[-1], "tr")
        for cell in draw(st.lists(paragraphs(), min_size=2, max_size=3)):
            cell.tag = "td"
            row.append(cell)
            SubElement(other, "td").text = draw(_TEXT)
    return body


def signs(text: str, passed: str) -> str:
    """Return the signs of a text in order of the alphabet, without those passed over."""
    return "".join(sorted(re.sub(rf"[\s{passed}]", "", normalize("NFKC", text))))


@given(bodies())
def test_every_sign_of_a_document_is_read_back_in_an_act(body: Element) -> None:
    """Every sign of a document is read back in an act."""
    said = " ".join(body.itertext())
    made = to_markdown(body, Style(legal=True))
    kept = read_body(made, legal=True)[0].text
    assert signs(kept, "•·–-") == signs(said, "•·–-"), made  # marks of lists are no words


@given(bodies())
def test_every_letter_of_a_document_is_read_back_in_news(body: Element) -> None:
    """Every letter of a document is read back in news."""
    said = " ".join(body.itertext())
    made = to_markdown(body, Style())
    kept = read_body(made, legal=False)[0].text
    assert signs(kept, "\\W\\d") == signs(said, "\\W\\d"), made  # numbers may be those of a list


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>5 * 3 [1] a_b _c_ &lt;b&gt;</p>", "5 \\* 3 \\[1] a_b \\_c\\_ &lt;b>"),
        ("<p># не заголовок</p>", "\\# не заголовок"),
        ("<p>1. раз</p><p>2. два</p>", "1. раз\n\n2. два"),
        ("<p>5. п’ять</p>", "5\\. п’ять"),
        ("<p>м<sup>2</sup> і CO<sub>2</sub></p>", "м² і CO₂"),
        ('<p><a href="/a"><b>а</b></a> б</p>', "[**а**](/a) б"),
        ('<p><a href="javascript:x">а</a></p>', "а"),
        ('<p><a href="https://x.ua/">https://x.ua/</a></p>', "<https://x.ua/>"),
        ("<ol start='3'><li>а</li><li>б</li></ol>", "3. а\n4. б"),
        ("<ul><li>а<ul><li>б</li></ul></li></ul>", "- а\n    - б"),
        ("<blockquote><p>а</p></blockquote>", "> а"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<script>x</script><p>а</p><style>y</style>", "а"),
        ('<figure><img src="images/a.png" alt="б"><figcaption>в</figcaption></figure>',
         '![б](images/a.png "в")'),
    ],
)  # fmt: skip
def test_html_as_our_markdown(html: str, markdown: str) -> None:
    """Html as our markdown."""
    assert to_markdown(to_tree(html), Style()).strip("\n") == markdown


def test_a_table_inside_a_list_stands_after_its_item() -> None:
    """A table inside a list stands after its item."""
    table = "<table><tr><td>к</td><td>л</td></tr><tr><td>1</td><td>2</td></tr></table>"
    made = to_markdown(to_tree(f"<ul><li>а{table}</li><li>б</li></ul>"), Style())
    assert made == "- а\n\n| к | л |\n| --- | --- |\n| 1 | 2 |\n\n- б\n"
    assert seen(made, legal=False).split() == ["а", "к", "л", "1", "2", "б"]
