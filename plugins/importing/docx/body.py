"""Blocks of WordprocessingML: paragraphs with their numbers, bullets, tables, notes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from plugins.importing.document import Document
from plugins.importing.docx.numbering import BULLET, Numbering
from plugins.importing.docx.parts import Parts, value, whole
from plugins.importing.docx.runs import RunReader
from plugins.importing.docx.styles import Styles

_TRANSPARENT = {
    "w.ins", "w.moveTo", "w.customXml", "w.smartTag", "w.sdt", "w.sdtContent", "w.hdr", "w.ftr",
    "w.txbxContent", "w.footnote", "w.endnote",
}  # fmt: skip
_REMOVED = {"w.del", "w.moveFrom"}
_MOST = 60  # columns that one cell may claim


class BodyReader:
    """Reads one part's blocks into HTML; several readers may share a document and its numbers."""

    def __init__(
        self, parts: Parts, part: str, styles: Styles, numbering: Numbering, document: Document
    ) -> None:
        self._parts, self._part = parts, part
        self._styles, self._numbering, self._document = styles, numbering, document
        self._runs = RunReader(parts, part, styles, document)
        self._carried: Element | None = None

    def read(self, parent: Element, into: Element) -> None:
        """Add the blocks of ``parent`` to ``into``."""
        bullets: list[tuple[int, Element]] = []
        for block in self._elements(parent):
            if block.tag == "w.tbl":
                _flush(bullets, into)
                self._table(block, into)
            elif block.tag == "w.altChunk":
                self._document.remark("частину документа вкладено окремим файлом; перенесіть її.")
            else:
                self._paragraph(block, into, bullets)
        _flush(bullets, into)

    def _elements(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag in ("w.p", "w.tbl", "w.altChunk"):
                yield child
            elif child.tag in _TRANSPARENT:
                if child.tag in ("w.ins", "w.moveTo"):
                    self._runs.tell_of_changes()
                yield from self._elements(child)
            elif child.tag in _REMOVED:
                self._runs.tell_of_changes()
            elif child.tag == "mc.AlternateContent":
                chosen = next(iter(child), None)
                if chosen is not None:
                    yield from self._elements(chosen)

    def _paragraph(
        self, source: Element, into: Element, bullets: list[tuple[int, Element]]
    ) -> None:
        properties = source.find("w.pPr")
        made, aside = self._runs.paragraph(source)
        if self._carried is not None:  # its end was deleted: this one continues it
            made = _joined(self._carried, made)
            self._carried = None
        if _end_is_deleted(properties):
            self._runs.tell_of_changes()
            self._carried = made
            return
        look = self._styles.paragraph(properties)
        empty = not "".join(made.itertext()).strip() and next(made.iter("img"), None) is None
        label = ""
        if look.number and not empty:
            level = look.level
            if level is None:
                level = self._numbering.level_of_style(look.number, look.style)
            label = self._numbering.label(look.number, level)
            if label == BULLET:
                made.tag = "li"
                bullets.append((level, made))
                self._boxes(aside, into, bullets)
                return
        if not empty or label:
            _flush(bullets, into)
            if label:
                made.text = f"{label} {made.text or ''}"
            if look.heading:
                made.tag = f"h{min(look.heading + 1, 6)}"
            into.append(made)
        self._boxes(aside, into, bullets)

    def _boxes(
        self, aside: list[Element], into: Element, bullets: list[tuple[int, Element]]
    ) -> None:
        for box in aside:
            _flush(bullets, into)
            if box.tag == "p":
                into.append(box)
            else:
                self.read(box, into)

    def _table(self, source: Element, into: Element) -> None:
        table = SubElement(into, "table")
        reaching: dict[int, Element] = {}
        for row in _rows(source):
            if row.find("w.trPr/w.del") is not None:
                self._runs.tell_of_changes()
                continue
            self._row(row, SubElement(table, "tr"), reaching)

    def _row(self, source: Element, row: Element, reaching: dict[int, Element]) -> None:
        head = source.find("w.trPr/w.tblHeader") is not None
        column = max(0, min(whole(value(source.find("w.trPr"), "w.gridBefore"), 0), _MOST))
        if column:
            SubElement(row, "td", {"colspan": str(column)})
        for cell in _cells(source):
            properties = cell.find("w.tcPr")
            width = max(1, min(whole(value(properties, "w.gridSpan"), 1), _MOST))
            merge = properties.find("w.vMerge") if properties is not None else None
            continues = merge is not None and merge.get("w.val", "continue") == "continue"
            above = reaching.get(column) if continues else None
            if above is not None:
                above.set("rowspan", str(int(above.get("rowspan", "1")) + 1))
                self.read(cell, above)
            else:
                made = SubElement(row, "th" if head else "td")
                if width > 1:
                    made.set("colspan", str(width))
                self.read(cell, made)
                reaching.pop(column, None)
                if merge is not None:
                    reaching[column] = made
            column += width

    def add_notes(self) -> None:
        """Read the notes that the text referred to, as often as notes refer to notes."""
        for sort in ("footnotes", "endnotes"):
            name = self._parts.related(self._part, sort)
            root = self._parts.xml(name) if name else None
            if root is None:
                continue
            reader = BodyReader(self._parts, name, self._styles, self._numbering, self._document)
            for note in root:
                key = self._runs.notes.get((sort, note.get("w.id", "")))
                if key:
                    holder = self._document.notes.setdefault(key, Element("div"))
                    reader.read(note, holder)
        self._document.notes = dict(
            sorted(self._document.notes.items(), key=lambda item: int(item[0]))
        )


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == "w.tr":
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == "w.tc":
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _end_is_deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find("w.rPr/w.del") is not None


def _joined(first: Element, second: Element) -> Element:
    joined = Element("p")
    joined.append(_as_span(first))
    joined.append(_as_span(second))
    return joined


def _as_span(paragraph: Element) -> Element:
    paragraph.tag = "span"
    return paragraph


def _flush(bullets: list[tuple[int, Element]], into: Element) -> None:
    """Make a list of the bullets gathered so far, deeper ones inside the one before them."""
    if not bullets:
        return
    lists = [(bullets[0][0], SubElement(into, "ul"))]
    for level, item in bullets:
        while len(lists) > 1 and lists[-1][0] > level:
            lists.pop()
        if level > lists[-1][0] and len(lists[-1][1]):
            lists.append((level, SubElement(lists[-1][1][-1], "ul")))
        lists[-1][1].append(item)
    bullets.clear()
