"""What elements of OpenDocument and of HTML are asked and given, whatever the document."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local(root: Element) -> Element:
    """Name elements and attributes without namespaces: no two that matter here share a name."""
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        named = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        element.attrib.clear()
        element.attrib.update(named)
    return root


def holder_of(child: Element) -> Element:
    """Return an element of no meaning with the child in it."""
    holder = Element("div")
    holder.append(child)
    return holder


def rows(parent: Element, head: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, and whether each is of its head."""
    for child in parent:
        if child.tag == "table-row":
            yield child, head
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from rows(child, child.tag == "table-header-rows")


def add(into: Element, text: str | None) -> None:
    """Add words at the end of what an element holds."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text
