"""XML is written as the standard library writes it."""

from xml.etree.ElementTree import Element, tostring

from hypothesis import given
from hypothesis import strategies as st

from plugins.akoma_ntoso.xml_text import xml_text


def element(tag: str, said: dict[str, str], text: str, tail: str, inside: list[Element]) -> Element:
    """Return an element."""
    made = Element(tag, said)
    made.text, made.tail = text or None, tail or None
    made.extend(inside)
    return made


TAGS = st.sampled_from(["p", "b", "br", "img", "dcterms:title"])
WORDS = st.text("а&<>\"' \n\r\t", max_size=4)
SAID = st.dictionaries(st.sampled_from(["href", "eId", "xmlns"]), WORDS)
TREES = st.recursive(
    st.builds(element, TAGS, SAID, WORDS, WORDS, st.just([])),
    lambda inside: st.builds(element, TAGS, SAID, WORDS, WORDS, st.lists(inside, max_size=4)),
)


@given(TREES)
def test_same_signs(tree: Element) -> None:
    """Byte for byte, whatever stands in texts and attributes."""
    assert xml_text(tree) == tostring(tree, "unicode")
