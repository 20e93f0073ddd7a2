"""Tables that a phone can scroll and a screen reader can read."""

from xml.etree.ElementTree import Element

from plugins.council.markdown.fragments import text_of

_LABELS = {"uk": "Таблиця", "en": "Table"}


def settle_tables(root: Element, lang: str) -> None:
    """Wrap each table in a region that scrolls; say alignment by classes, heads by scope."""
    for number, table in enumerate(list(root.iter("table")), 1):
        _settle_cells(table)
        inner = Element("table", dict(table.attrib))
        inner.text = table.text
        inner.extend(table)
        _become_region(table, f"{_LABELS[lang]} {number}")
        table.append(inner)


def _become_region(element: Element, label: str) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "section", tail
    element.attrib.update({"class": "table-scroll", "tabindex": "0"})
    element.set("aria-label", label)


def _settle_cells(table: Element) -> None:
    head = table.find("thead")
    columns = set(head.iter("th")) if head is not None else set()
    for cell in table.iter():
        if cell.tag not in ("th", "td"):
            continue
        if align := cell.attrib.pop("align", ""):
            cell.set("class", f"align-{align}")
        if cell.tag == "th" and not text_of(cell).strip() and not len(cell):
            cell.tag = "td"  # an empty head names nothing
        elif cell in columns:
            cell.set("scope", "col")
