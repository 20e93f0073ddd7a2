"""Blocks and words of OpenDocument text become HTML."""

from xml.etree.ElementTree import Element, SubElement

from plugins.importing.document import Document
from plugins.importing.odt.elements import add, holder_of, local, rows
from plugins.importing.odt.looks import Looks
from plugins.importing.odt.numbers import label_of, level_of, number
from plugins.importing.packages import Package
from plugins.importing.refusal import Refusal
from plugins.importing.safe_xml import parse_xml

_CHANGES = "у документі є виправлення; узято текст з усіма прийнятими змінами."
_MOST = 60  # columns or rows that a cell may claim
_SPACES = 100


def read_odt(package: Package) -> Document:
    """Return what a reader of the document saw. Raises Refusal."""
    if b"manifest:encryption-data" in package.read("META-INF/manifest.xml"):
        raise Refusal(
            "документ захищено паролем. Відкрийте його, збережіть без пароля й повторіть."
        )
    data = package.read("content.xml")
    if not data:
        raise Refusal("у файлі немає тексту документа. Відкрийте його у LibreOffice і збережіть.")
    content = local(parse_xml(data, "content.xml"))
    styles_data = package.read("styles.xml")
    styles = local(parse_xml(styles_data, "styles.xml")) if styles_data else Element("styles")
    if any(name.startswith("Basic/") and name.endswith(".xml") and "script-l" not in name
           for name in package.names):  # fmt: skip
        raise Refusal(
            "документ містить макроси (програми). Відкрийте його у LibreOffice і збережіть без них."
        )
    reader = _Reader(package, [styles, content])
    text = content.find("body/text")
    if text is None:
        raise Refusal("це не текстовий документ. Додайте його файлом до attachments.")
    reader.surroundings(styles, "header")
    reader.blocks(text, reader.document.body)
    reader.surroundings(styles, "footer")
    reader.document.title = _title(package)
    return reader.document


def _title(package: Package) -> str:
    data = package.read("meta.xml")
    title = next(local(parse_xml(data, "meta.xml")).iter("title"), None) if data else None
    return " ".join((title.text or "").split()) if title is not None else ""


class _Reader:
    def __init__(self, package: Package, roots: list[Element]) -> None:
        self._package = package
        self._looks = Looks(roots)
        self._lists = {
            one.get("name", ""): one for root in roots for one in root.iter("list-style")
        }
        self._outline = next((one for root in roots for one in root.iter("outline-style")), None)
        self._counts: dict[str, list[int]] = {}
        self._heading_counts = [0] * 10
        self._aside: list[Element] = []
        self.document = Document(Element("div"))

    def surroundings(self, styles: Element, name: str) -> None:
        """Add the words of page headers or footers, if they say more than a page number."""
        seen: set[str] = set()
        for page in styles.iter("master-page"):
            for part in page:
                if part.tag in (name, f"{name}-first"):
                    holder = Element("div")
                    self.blocks(part, holder)
                    words = " ".join("".join(holder.itertext()).split())
                    if words not in seen and any(letter.isalpha() for letter in words):
                        seen.add(words)
                        self.document.body.extend(list(holder))
                        where = "початок" if name == "header" else "кінець"
                        self.document.remark(
                            f"колонтитул «{words[:60]}» перенесено на {where} тексту."
                        )

    def blocks(self, parent: Element, into: Element) -> None:
        """Add the blocks of an element to ``into``."""
        for child in parent:
            match child.tag:
                case "p":
                    self._paragraph(child, into)
                case "h":
                    self._heading(child, into)
                case "list":
                    self._list(child, into, child.get("style-name", ""), 1)
                case "table":
                    self._table(child, into)
                case "tracked-changes":
                    if len(child):
                        self.document.private = True
                        self.document.remark(_CHANGES)
                case "annotation" | "forms" | "sequence-decls":
                    self._comment(child)
                case "frame" | "custom-shape" | "g" | "rect":
                    holder = SubElement(into, "p")
                    self._inline(child, holder)
                    self._flush(into)
                case _:
                    self.blocks(child, into)

    def _comment(self, element: Element) -> None:
        if element.tag == "annotation":
            self.document.private = True
            self.document.remark("примітки рецензентів до тексту не перенесено.")

    def _paragraph(self, source: Element, into: Element, tag: str = "p", label: str = "") -> None:
        made = SubElement(into, tag)
        made.text = f"{label} " if label else None
        self._styled(source, made, "paragraph")
        self._flush(into)

    def _flush(self, into: Element) -> None:
        aside, self._aside = self._aside, []
        for box in aside:
            self.blocks(box, into)

    def _heading(self, source: Element, into: Element) -> None:
        level = number(source.get("outline-level"), 1, 10)
        label = ""
        if self._outline is not None and source.get("is-list-header") != "true":
            self._heading_counts[level - 1] += 1
            self._heading_counts[level:] = [0] * (10 - level)
            label = label_of(self._outline, level, self._heading_counts)
        self._paragraph(source, into, f"h{min(level + 1, 6)}", label)

    def _list(self, source: Element, into: Element, style: str, level: int) -> None:
        definition = self._lists.get(style)
        place = level_of(definition, level)
        counts = self._begun(source, style, level)
        bullets = Element("ul")
        for item in source:
            if item.tag == "list-header":
                self.blocks(item, into)
            if item.tag != "list-item":
                continue
            numbered = place is not None and place.tag == "list-level-style-number"
            start = item.get("start-value")
            if start is not None:
                counts[level - 1] = number(start, 1, 10_000) - 1
            counts[level - 1] += 1
            counts[level:] = [0] * (10 - level)
            if numbered and definition is not None:
                self._numbered(item, into, style, level, label_of(definition, level, counts))
            else:
                self._bullet(item, bullets, style, level)
        if len(bullets):
            into.append(bullets)

    def _begun(self, source: Element, style: str, level: int) -> list[int]:
        """Return the counts of a list; a list begins anew unless it is said to go on."""
        counts = self._counts.setdefault(style, [0] * 11)
        goes_on = source.get("continue-numbering") == "true" or source.get("continue-list")
        if level == 1 and not goes_on:
            counts[:] = [0] * 11
        if counts[level - 1] == 0:
            definition = level_of(self._lists.get(style), level)
            start = definition.get("start-value") if definition is not None else None
            counts[level - 1] = number(start, 1, 10_000) - 1
        return counts

    def _numbered(self, item: Element, into: Element, style: str, level: int, label: str) -> None:
        for child in item:
            if child.tag == "list":
                self._list(child, into, child.get("style-name") or style, level + 1)
            elif child.tag == "h":
                self._paragraph(
                    child, into, f"h{min(number(child.get('outline-level'), 1, 9) + 1, 6)}", label
                )
                label = ""
            elif child.tag == "p":
                self._paragraph(child, into, "p", label)
                label = ""
            else:
                self.blocks(holder_of(child), into)

    def _bullet(self, item: Element, bullets: Element, style: str, level: int) -> None:
        made = SubElement(bullets, "li")
        for child in item:
            if child.tag == "list":
                self._list(child, made, child.get("style-name") or style, level + 1)
            else:
                self.blocks(holder_of(child), made)

    def _table(self, source: Element, into: Element) -> None:
        table = SubElement(into, "table")
        for row, head in rows(source):
            made = SubElement(table, "tr")
            for cell in row:
                if cell.tag != "table-cell":
                    continue
                holder = SubElement(made, "th" if head else "td")
                for name, html in (("number-columns-spanned", "colspan"),
                                   ("number-rows-spanned", "rowspan")):  # fmt: skip
                    if (span := number(cell.get(name), 1, _MOST)) > 1:
                        holder.set(html, str(span))
                self.blocks(cell, holder)

    def _styled(self, source: Element, into: Element, family: str) -> None:
        look = self._looks.of(family, source.get("style-name"))
        if look.hidden:
            self.document.private = True
            self.document.remark("прихований текст документа не перенесено.")
            return
        for wanted, tag in ((look.bold, "strong"), (look.italic, "em"), (look.place, look.place)):
            into = SubElement(into, tag) if wanted else into
        self._inline(source, into)

    def _inline(self, source: Element, into: Element) -> None:
        add(into, source.text)
        for child in source:
            self._piece(child, into)
            add(into, child.tail)

    def _piece(self, child: Element, into: Element) -> None:
        match child.tag:
            case "span":
                self._styled(child, SubElement(into, "span"), "text")
            case "a":
                self._inline(child, SubElement(into, "a", {"href": child.get("href", "")}))
            case "s":
                add(into, " " * number(child.get("c"), 1, _SPACES))
            case "tab":
                add(into, " ")
            case "line-break":
                SubElement(into, "br")
            case "note":
                self._note(child, into)
            case "annotation":
                self._comment(child)
            case "image":
                self._picture(child, into)
            case "text-box":
                self._aside.append(child)
            case "p":  # inside a shape
                self._aside.append(holder_of(child))
            case "object" | "object-ole":
                self.document.remark(
                    "вкладений об’єкт (таблицю, діаграму) не перенесено; додайте його."
                )
            case "page-number" | "page-count" | "title" | "desc" | "annotation-end":
                return
            case _:
                self._inline(child, into)

    def _note(self, source: Element, into: Element) -> None:
        number = str(len(self.document.notes) + 1)
        holder = self.document.notes.setdefault(number, Element("div"))
        SubElement(into, "sup", {"note": number})
        body = source.find("note-body")
        if body is not None:
            aside, self._aside = self._aside, []
            self.blocks(body, holder)
            self._aside = aside

    def _picture(self, source: Element, into: Element) -> None:
        href = source.get("href", "").removeprefix("./")
        data = self._package.read(href) if href else b""
        if data:
            self.document.pictures[href] = data
            SubElement(into, "img", {"src": href, "alt": ""})
        elif href:
            self.document.remark(
                f"зображення лежить не в документі ({href[:120]}); його не завантажено."
            )
        for child in source:  # the words that some programs put beside a picture
            if child.tag == "p":
                self._aside.append(holder_of(child))
