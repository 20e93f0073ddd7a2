"""What does not pass the gate is exactly what the gate would have left as it is."""

from unittest.mock import patch
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown import read_body
from plugins.council.markdown.html_tree import to_html
from plugins.council.markdown.plain_html import is_plain
from plugins.council.markdown.safe_html import clean, trimmed

_TAGS = [
    "p", "ul", "ol", "li", "h2", "h3", "blockquote", "strong", "em", "a", "span", "br",
    "div", "section", "table", "thead", "tbody", "tr", "th", "td", "script", "img", "code", "pre",
    "refused",
]  # fmt: skip
_ATTRIBUTES = [
    ("class", "point"), ("class", "point point--2"), ("class", "point__number"), ("class", "menu"),
    ("id", "p-1.2"), ("id", 'x" onclick="y'), ("href", "https://a.b/?q=1#c"), ("href", "/a/б/"),
    ("href", "//e.com"), ("href", "javascript:alert(1)"), ("href", "content:files/a.pdf"),
    ("href", "https://a.b/?a=1&b=2"), ("href", "#p-1"), ("rel", "noopener noreferrer"),
    ("class", "table-scroll"), ("tabindex", "0"), ("aria-label", "Таблиця 1"), ("scope", "col"),
    ("class", "align-right"), ("rel", "opener"), ("onclick", "x"), ("style", "color:red"),
    ("title", "Так"),
]  # fmt: skip
_TEXTS = st.sampled_from(["", "слово", "a & b", "<b>", "&nbsp;", "\u00a0", '"', "'", "\n", " "])


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    """Return a tree of tags, right and wrong ones, within each other in any way."""
    element = Element(draw(st.sampled_from(_TAGS)), dict(draw(st.lists(_pairs, max_size=2))))
    element.text, element.tail = draw(_TEXTS), draw(_TEXTS)
    if depth and element.tag != "br":
        element.extend(draw(st.lists(trees(depth - 1), max_size=3)))
    return element


_pairs = st.sampled_from(_ATTRIBUTES)
_PARTS = {"section": "table", "table": "tbody", "tbody": "tr", "tr": "td", "td": "strong"}
_BETWEEN = st.sampled_from(["\n"] * 9 + ["слово", " ", "\u00a0"])


@st.composite
def tables(draw: st.DrawFn, tag: str = "section") -> Element:
    """Return a table as a text has it, now and then with something that none should hold."""
    element = Element(tag)
    if (name := {"section": "table-scroll", "td": "align-left"}.get(tag)) and draw(st.booleans()):
        element.set("class", name)
    element.text, element.tail = draw(_BETWEEN), draw(_BETWEEN)
    if inside := _PARTS.get(tag):
        tags = st.sampled_from([inside] * 8 + [{"tbody": "thead", "td": "th"}.get(inside, "p")])
        element.extend([draw(tables(draw(tags))) for _ in range(draw(st.integers(0, 2)))])
    return element


@given(st.lists(trees() | tables(), max_size=3))
def test_the_gate_changes_nothing_in_a_plain_tree(children: list[Element]) -> None:
    """Whatever a tree holds: if it is plain, the gate agrees."""
    root = Element("div")
    root.extend(children)
    if is_plain(root):
        html = to_html(root)
        assert trimmed(html) == clean(html)


_PIECES = [
    "слово", " ", "\n\n", "\n", "  \n", "*", "**", "1. ", "1.1. ", "- ", "> ", "## ", "&amp;", "&",
    "<", ">", '"', "'", "[а](https://a.b/?q=1)", "[а](acts/2021/a.md)", "[а](javascript:x)", "[^1]",
    "\n\n[^1]: б", "| а | б |\n| - | - |\n| 1 | 2 |\n\n", "<b>", "</b>", "`x`",
    "![а](images/a.jpg)",
    "    ", "\\*", "&nbsp;", "\u00a0",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join), st.booleans())
def test_a_body_is_the_same_by_either_way(source: str, legal: bool) -> None:
    """A body that was spared the gate is what it would have been behind it."""
    read = read_body(source, legal=legal)
    with patch("plugins.council.markdown.body.is_plain", return_value=False):
        assert read_body(source, legal=legal) == read


@pytest.mark.parametrize(
    ("inside", "plain"),
    [("p", True), ("ul", True), ("table", False), ("script", False), ("li", False), ("tr", False)],
)
def test_says_what_is_plain(inside: str, plain: bool) -> None:
    """Paragraphs and lists are; a script, a point outside of a list, a bare table are not."""
    root = Element("div")
    SubElement(root, inside).text = "слово"
    assert is_plain(root) is plain


@pytest.mark.parametrize("name", ["onclick", "style", "title"])
def test_no_attribute_but_known_ones(name: str) -> None:
    """An attribute that nobody named sends the tree through the gate."""
    root = Element("div")
    SubElement(root, "p", {name: "x"})
    assert not is_plain(root)
