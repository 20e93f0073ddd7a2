"""From the HTML of a body to the blocks and inline elements of Akoma Ntoso, word for word."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from plugins.akoma_ntoso.places import Places

_INLINE = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i",
    "u": "u", "ins": "u", "sub": "sub", "sup": "sup", "abbr": "abbr",
}  # fmt: skip
_NAMED = frozenset({"code", "del", "kbd", "mark", "q", "s", "samp", "small"})
_EMPTY = frozenset({"col", "hr", "wbr"})
BLOCKS = frozenset({
    "blockquote", "caption", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_IN_LISTS = frozenset({"p", "ul", "ol"})
_SPANS = ("colspan", "rowspan")


@dataclass(frozen=True, slots=True)
class Markup:
    """Turns HTML into Akoma Ntoso; ``places`` knows where links lead.

    The schema's blocks are paragraphs, lists and tables: what HTML puts around them goes, and
    loose words get a paragraph.
    """

    places: Places

    def blocks(self, element: Element) -> list[Element]:
        """Return a block of HTML as blocks of Akoma Ntoso."""
        match element.tag:
            case "ul" | "ol":
                return self._list(element)
            case "table":
                return self._table(element)
        return self._inside(element)

    def phrase(self, tag: str, element: Element) -> Element:
        """Return an inline element of Akoma Ntoso with what stands inside the HTML one."""
        made = Element(tag)
        self._fill(made, element)
        return made

    def _inside(self, element: Element) -> list[Element]:
        """Return what stands inside an element as blocks."""
        found: list[Element] = []
        run = Element("p")
        say(run, element.text)
        for child in element:
            if child.tag in BLOCKS:
                run = _closed(run, found)
                found += self.blocks(child)
            else:
                self._inline(child, run)
            say(run, child.tail)
        _closed(run, found)
        return found

    def _list(self, element: Element) -> list[Element]:
        made = Element(element.tag)
        _say_apart(made, "li", element.text)
        for child in element:
            item = SubElement(made, "li")
            if child.tag == "li":
                self._fill_item(item, child)
            else:
                self._inline(child, item)
            _say_apart(made, "li", child.tail)
        if element.tag == "ol" and element.get("start", "").isdecimal():
            for number, item in enumerate(made, int(element.attrib["start"])):
                item.set("value", str(number))
        return [made] if len(made) else []

    def _fill_item(self, item: Element, element: Element) -> None:
        blocks = self._inside(element)
        if [block.tag for block in blocks] == ["p"]:
            item.text = blocks[0].text
            item.extend(blocks[0])
        elif all(block.tag in _IN_LISTS for block in blocks):
            item.extend(blocks)
        else:
            self._fill(item, element)  # a table may not stand in a list

    def _table(self, element: Element) -> list[Element]:
        made = Element("table")
        for row in _rows(element):
            if row.tag == "caption" and not len(made):
                made.append(self.phrase("caption", row))
            elif row.tag == "tr":
                self._row(made, row)
            elif row.tag == "caption":  # a second one
                SubElement(SubElement(made, "tr"), "td").extend(self._inside(row))
        if len(made) and made.find("tr") is None:
            SubElement(SubElement(made, "tr"), "td")
        return [made] if len(made) else []

    def _row(self, table: Element, row: Element) -> None:
        made = Element("tr")
        for cell in row:
            spans = {key: cell.attrib[key] for key in _SPANS if cell.get(key, "").isdecimal()}
            SubElement(made, cell.tag, spans).extend(self._inside(cell))
        if len(made):
            table.append(made)

    def _fill(self, made: Element, element: Element) -> None:
        """Add to an inline element what stands inside the HTML one."""
        say(made, element.text)
        for child in element:
            self._inline(child, made)
            say(made, child.tail)

    def _inline(self, element: Element, around: Element) -> None:
        tag = element.tag
        if tag in _INLINE:
            if not (element.text or len(element)):  # its number was taken off a heading
                return
            title = {"title": element.attrib["title"]} if element.get("title") else {}
            self._fill(SubElement(around, _INLINE[tag], title), element)
        elif tag == "a":
            self._link(element, around)
        elif tag == "br":
            SubElement(around, "br")
        elif tag == "img":
            if src := self.places.picture(element.get("src", "")):
                SubElement(around, "img", {"src": src, "alt": element.get("alt", "")})
        elif tag in _NAMED:
            self._fill(SubElement(around, "inline", {"name": tag}), element)
        elif tag in BLOCKS:  # a paragraph in a place for words: its lines stay apart
            SubElement(around, "br")
            self._fill(around, element)
            SubElement(around, "br")
        else:
            self._fill(around, element)

    def _link(self, element: Element, around: Element) -> None:
        if element.get("class") == "footnote-backref":  # an arrow of the page, no word of the act
            return
        found = self.places.link(element.get("href", ""))
        name, href = found or ("", "")
        self._fill(SubElement(around, name, {"href": href}) if href else around, element)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from child
        else:
            yield child


def say(element: Element, words: str | None) -> None:
    """Add words at the end of an element."""
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _say_apart(element: Element, tag: str, words: str | None) -> None:
    """Give loose words an element of their own."""
    if words and words.strip():
        SubElement(element, tag).text = words


def _closed(run: Element, found: list[Element]) -> Element:
    """Keep a paragraph that says something; return the next one."""
    if len(run) or (run.text and run.text.strip()):
        found.append(run)
        return Element("p")
    run.text = None
    return run
