"""HTML text to a tree and back, so that one code settles Markdown and an editor's HTML alike."""

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                   "source", "track", "wbr"})  # fmt: skip
_WITHOUT_END = _VOID | {"basefont", "frame", "isindex", "param"}
_CLOSED_BY_ITSELF = frozenset({"li", "p", "td", "th", "tr", "dt", "dd", "option"})
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_DEEPEST = 200  # open tags inside one another

_BLOCK = (
    "blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|summary"
    "|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TO_NOTE = re.compile(r'<a (?=[^>]*class="footnote-(?:back)?ref")[^>]*>[^<]*</a>')
_BLOCK_TAG = re.compile(rf'</?(?:{_BLOCK})(?: (?:[^">]++|"[^"]*+")*+)?>')
_TAG = re.compile(r'<(?:[^">]++|"[^"]*+")*+>')
_SPACES = re.compile(r"[ ][ ] *")
_BREAK = "\x00"


_NESTED = 110  # elements inside one another: fifty lists, as limits.py lets pass


def require_shallow(root: Element) -> None:
    """Raise TooDeepError for a tree that whoever walks it later would fall from."""
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
    if depth > _NESTED:
        raise TooDeepError


class TooDeepError(ValueError):
    """Tags stand inside one another deeper than any text needs."""


def to_tree(html: str) -> Element:
    """Return the tree of some HTML, however badly its tags are closed.

    Raises TooDeepError.
    """
    parser = _TreeParser()
    parser.feed(html)
    parser.close()
    return parser.root()


class _TreeParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._builder = TreeBuilder()
        self._builder.start("div", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSED_BY_ITSELF and self._open[-1:] == [tag]:
            self.handle_endtag(tag)
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)
            return
        self._open.append(tag)
        if len(self._open) > _DEEPEST:
            raise TooDeepError

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while (last := self._open.pop()) != tag:
                self._builder.end(last)
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def root(self) -> Element:
        for tag in [*reversed(self._open), "div"]:
            self._builder.end(tag)
        return self._builder.close()


def texts_of(root: Element) -> str:
    """Return all that stands in a tree, attributes too, as one string to look for signs in."""
    texts: list[str | None] = []
    for element in root.iter():
        texts += (element.text, element.tail, *element.attrib.values())
    return "\n".join(filter(None, texts))


def decode_entities(root: Element) -> None:
    """Make the texts of a Markdown tree plain: there «&lt;» still stands for «<»."""
    for element in root.iter():
        if element.text and "&" in element.text:
            element.text = _decoded(element.text)
        if element.tail and "&" in element.tail:
            element.tail = _decoded(element.tail)
        for name, value in element.attrib.items():
            if "&" in value:
                element.attrib[name] = _decoded(value)


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def to_html(root: Element) -> str:
    """Return the HTML inside the root, a line for each of its children."""
    pieces = [_escaped(root.text)] if root.text else []
    for child in root:
        child.tail = (child.tail or "").rstrip() + "\n"
        _write(child, pieces)
    return "".join(pieces).strip()


def _write(element: Element, pieces: list[str]) -> None:
    """Write an element as the serializer of the standard library does, in half of its time.

    That one looks for namespaces first, and asks a dictionary for every name.
    """
    tag = element.tag
    given = element.attrib
    attributes = [f' {name}="{_quoted(value)}"' for name, value in given.items()] if given else ()
    pieces.append(f"<{tag}{''.join(attributes)}>")
    if element.text:
        pieces.append(_escaped(element.text))  # of scripts too: inside <svg> it would be tags
    for child in element:
        _write(child, pieces)
    if tag not in _WITHOUT_END:
        pieces.append(f"</{tag}>")
    if element.tail:
        pieces.append(_escaped(element.tail))


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=1)  # the one text at hand is asked for by each plugin that keeps words of it
def plain_text(html: str) -> str:
    """Return the text of clean HTML: a line for each block, no tags, numbers and arrows that lead
    to notes and back left out: «рік¹» is the word «рік»."""
    text = _TO_NOTE.sub("", html) if 'class="footnote-' in html else html
    text = _TAG.sub("", _BLOCK_TAG.sub(_BREAK, text))
    text = (unescape(text) if "&" in text else text).replace("\t", " ").replace("\n", " ")
    text = _SPACES.sub(" ", text)  # a pattern of all blanks would stop at every word
    return "\n".join(filter(None, (line.strip() for line in text.split(_BREAK))))
