"""Trees so plain that the gate would leave them as they are: most bodies of a council.

A parser of HTML that reads a whole body again is dear in a large archive. It is spared where a tree
holds nothing but paragraphs, headings, lists, tables and words, each where HTML wants it, with
attributes that need no escaping. Whatever else it holds goes through the gate.
"""

import re
from xml.etree.ElementTree import Element

_WORDS = frozenset({"strong", "em", "a", "span", "br"})  # with nothing but text in them
_INSIDE = {
    "p": _WORDS,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": _WORDS | {"p", "ul", "ol"},
    "blockquote": frozenset({"p", "ul", "ol"}),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _WORDS),
    "section": frozenset({"table"}),
    "table": frozenset({"thead", "tbody"}),
    **dict.fromkeys(("thead", "tbody"), frozenset({"tr"})),
    "tr": frozenset({"th", "td"}),
    **dict.fromkeys(("th", "td"), _WORDS),
}
_BLOCKS = frozenset({"p", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6", "section"})
_OF_TABLES = frozenset({"table", "thead", "tbody", "tr"})  # a word in them is put before the table
_NOTHING: frozenset[str] = frozenset()
_ID = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_ATTRIBUTES = {
    ("p", "class"): re.compile(r"point(?: point--[123])?"),
    ("span", "class"): re.compile("point__number"),
    ("a", "href"): re.compile(r"(?:https?://|content:|/(?!/)|#)[\w./:#?=%,+~@!-]*", re.ASCII),
    ("a", "rel"): re.compile("noopener noreferrer"),
    **{(tag, "id"): _ID for tag in ("p", "li", "h2", "h3", "h4", "h5", "h6")},
    ("section", "class"): re.compile("table-scroll"),
    ("section", "tabindex"): re.compile("0"),
    ("section", "aria-label"): re.compile(r"[\w ]+"),
    ("th", "scope"): re.compile("col"),
    **{(tag, "class"): re.compile("align-(?:left|center|right)") for tag in ("th", "td")},
}


def is_plain(root: Element) -> bool:
    """Say whether ``clean`` would change nothing in the HTML of a tree."""
    return _holds_only(root, _BLOCKS)


def _holds_only(element: Element, allowed: frozenset[str]) -> bool:
    for child in element:
        tag = child.tag
        if tag not in allowed:
            return False
        if child.attrib and not _is_usual(tag, child.attrib):
            return False
        if len(child) and not _holds_only(child, _INSIDE.get(tag, _NOTHING)):
            return False
        if tag in _OF_TABLES and not _is_blank_between(child):
            return False
    return True


def _is_blank_between(element: Element) -> bool:
    """Say whether nothing but ends of lines stands between the parts of a table."""
    tails = (child.tail for child in element)
    return not any(text and text.strip(" \n") for text in (element.text, *tails))


def _is_usual(tag: str, attributes: dict[str, str]) -> bool:
    for name, value in attributes.items():
        known = _ATTRIBUTES.get((tag, name))
        if known is None or not known.fullmatch(value):
            return False
    return True
