from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown.html_tree import TooDeepError, plain_text, to_html, to_tree


@pytest.mark.parametrize(
    ("html", "mended"),
    [
        ("<p>а &lt; б &amp;lt;</p>", "<p>а &lt; б &amp;lt;</p>"),
        ("<ul><li>а<li>б</ul>", "<ul><li>а</li><li>б</li></ul>"),
        ("<b>а", "<b>а</b>"),
        ("а</b>б", "аб"),
        ("<b><i>а</b>б</i>", "<b><i>а</i></b>б"),
        ("<p>а<br>б<img alt='в'></p>", '<p>а<br>б<img alt="в"></p>'),
    ],
)
def test_html_survives_the_tree(html: str, mended: str) -> None:
    """Good HTML comes out as it went in, bad HTML with its tags closed."""
    assert to_html(to_tree(html)) == mended


def _tree(
    tag: str, attributes: dict[str, str], text: str, tail: str, inside: list[Element]
) -> Element:
    element = Element(tag, attributes)
    element.text, element.tail = text or None, tail or None
    element.extend(inside)
    return element


tags = st.sampled_from(["p", "b", "br", "img", "td", "basefont", "param"])
attributes = st.dictionaries(
    st.sampled_from(["href", "class", "alt"]), st.text("а&<>\"' \n", max_size=4)
)
texts = st.text("а&<>\"' \n", max_size=4)
trees = st.recursive(
    st.builds(_tree, tags, attributes, texts, texts, st.just([])),
    lambda inside: st.builds(_tree, tags, attributes, texts, texts, st.lists(inside, max_size=4)),
)


@given(st.lists(trees, max_size=4), texts)
def test_written_as_the_standard_library_writes(children: list[Element], text: str) -> None:
    """The HTML is that of the standard library's serializer, byte for byte."""
    root = _tree("div", {}, text, "", children)
    html = to_html(root)
    assert html == tostring(root, "unicode", "html")[len("<div>") : -len("</div>")].strip()


def test_a_bottomless_tree_is_refused() -> None:
    """Tags that never close cannot exhaust the machine."""
    with pytest.raises(TooDeepError):
        to_tree("<i>" * 300)


def test_plain_text_has_a_line_for_each_block() -> None:
    """Cells and items do not run together, a number stays at its word, notes lose their arrows."""
    html = (
        '<h2 id="a">А</h2><p><span>1.</span>Б &amp; <b>в</b>\nг</p><table><tr><td>1</td><td>2</td>'
        '</tr></table><p>Рік<sup id="y"><a class="footnote-ref" href="#n">1</a></sup>, '
        'нота <a class="footnote-backref" href="#x">↩</a></p><img alt="x > y">'
    )
    assert plain_text(html).split("\n") == ["А", "1.Б & в г", "1", "2", "Рік, нота"]
