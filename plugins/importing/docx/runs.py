"""What stands inside a paragraph of WordprocessingML: words, links, notes, pictures, boxes."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from plugins.importing.document import Document
from plugins.importing.docx.parts import Parts, value
from plugins.importing.docx.styles import Styles

_REMOVED = {"w.del", "w.moveFrom", "w.delText", "w.delInstrText", "w.instrText", "w.rPr", "w.pPr"}
_CHARACTERS = {
    "w.tab": " ", "w.ptab": " ", "w.noBreakHyphen": "\u2011", "w.softHyphen": "", "w.cr": "\n",
}  # fmt: skip
_SYMBOLS = {
    "F0B7": "•",
    "F0A7": "▪",
    "F0FC": "✓",
    "F0FE": "☒",
    "F0A8": "☐",
    "F06F": "☐",
    "F0D8": "➢",
}
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\\w\s+)*"([^"]+)"')
_LOOKS = (("w.b", "strong"), ("w.i", "em"), ("w.strike", "s"))
_AUTOMATIC = re.compile(
    r"автоматич|automatically|ai-generated|штучного інтелекту|\.(?:png|jpe?g|gif|bmp|emf|wmf)$"
    r"|^(?:picture|image|рисунок|зображення|изображение|малюнок|графіка|image)\s*\d*$",
    re.IGNORECASE,
)
_CHANGES = "у документі є виправлення (режим рецензування); узято текст з усіма прийнятими змінами."
_NO_PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


class RunReader:
    """Reads paragraphs of one part. ``notes`` are the notes referred to, with their numbers."""

    def __init__(self, parts: Parts, part: str, styles: Styles, document: Document) -> None:
        self._parts, self._styles, self._document = parts, styles, document
        self._part = part
        self._relations = parts.relations(part)
        self._fields: list[list[str]] = []  # what each open field asks, and whether it shows yet
        self._paragraph: Element | None = None
        self._aside: list[Element] = []
        self.notes: dict[tuple[str, str], str] = {}

    def tell_of_changes(self) -> None:
        """Say that the text was chosen among two."""
        self._document.private = True
        self._document.remark(_CHANGES)

    def paragraph(self, source: Element) -> tuple[Element, list[Element]]:
        """Return a paragraph, and the boxes whose blocks are to follow it."""
        self._paragraph, self._aside = source.find("w.pPr"), []
        made = Element("p")
        self._into(source, made)
        return made, self._aside

    def _into(self, parent: Iterable[Element], into: Element) -> None:
        for child in parent:
            match child.tag:
                case "w.r":
                    self._run(child, into)
                case "w.hyperlink":
                    self._hyperlink(child, into)
                case "w.fldSimple":
                    if not _is_page(child.get("w.instr", "")):
                        self._into(child, into)
                case "w.ins" | "w.moveTo":
                    self.tell_of_changes()
                    self._into(child, into)
                case "w.del" | "w.moveFrom":
                    self.tell_of_changes()
                case "m.oMath" | "m.oMathPara":
                    self._document.remark("формулу перенесено простим рядком; перевірте її вигляд.")
                    _add(into, " " + "".join(_texts(child, "m.t")) + " ")
                case "mc.AlternateContent":
                    self._into(_alternative(child), into)
                case "w.txbxContent" | "w.drawing" | "w.pict" | "w.object":
                    self._drawing(child, into)
                case tag if tag not in _REMOVED:
                    self._into(child, into)

    def _hyperlink(self, source: Element, into: Element) -> None:
        relation = self._relations.get(source.get("r.id", ""))
        href = relation.target if relation and relation.outside else ""
        self._into(source, SubElement(into, "a", {"href": href}) if href else into)

    def _run(self, run: Element, into: Element) -> None:
        properties = run.find("w.rPr")
        if self._styles.run(properties, self._paragraph, "w.vanish"):
            if any(_texts(run, "w.t")):
                self._document.private = True
                self._document.remark("прихований текст документа не перенесено.")
            return
        holder = self._dressed(properties, into)
        for child in run:
            self._piece(child, holder)

    def _dressed(self, properties: Element | None, into: Element) -> Element:
        link = next((_LINK.match(f[0]) for f in reversed(self._fields) if f[1] == "shows"), None)
        if link:
            into = SubElement(into, "a", {"href": link[1]})
        for name, tag in _LOOKS:
            if self._styles.run(properties, self._paragraph, name):
                into = SubElement(into, tag)
        place = {"superscript": "sup", "subscript": "sub"}.get(
            value(properties, "w.vertAlign") or ""
        )
        return SubElement(into, place or "span")

    def _piece(self, child: Element, into: Element) -> None:
        match child.tag:
            case "w.fldChar":
                self._field(child.get("w.fldCharType", ""))
            case "w.instrText":
                if self._fields:
                    self._fields[-1][0] += child.text or ""
            case _ if any(f[1] == "asks" or _is_page(f[0]) for f in self._fields):
                return  # the name of a field, or the number of a page
            case "w.t" | "m.t":
                self._words(child.text or "", into)
            case "w.br":
                SubElement(into, "br")
            case "w.cr":
                SubElement(into, "br")
            case "w.sym":
                self._symbol(child, into)
            case "w.footnoteReference" | "w.endnoteReference":
                self._note(child, into)
            case tag if tag in _CHARACTERS:
                _add(into, _CHARACTERS[tag])
            case "w.drawing" | "w.pict" | "w.object" | "mc.AlternateContent":
                self._drawing(child, into)
            case "w.delText":
                self.tell_of_changes()
            case tag if tag not in _REMOVED:
                for inner in child:
                    self._piece(inner, into)

    def _words(self, text: str, into: Element) -> None:
        _add(into, text)

    def _field(self, sort: str) -> None:
        if sort == "begin":
            self._fields.append(["", "asks"])
        elif sort == "separate" and self._fields:
            self._fields[-1][1] = "shows"
        elif sort == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, child: Element, into: Element) -> None:
        code = child.get("w.char", "").upper()
        known = _SYMBOLS.get(code)
        if known is None:
            try:
                known = chr(int(code, 16))
            except (ValueError, OverflowError):
                known = ""
            if not known.isprintable() or "\ue000" <= known <= "\uf8ff":
                font = child.get("w.font", "")
                self._document.remark(f"знак шрифту {font} замінено на «□»; перевірте його.")
                known = "□"
        _add(into, known)

    def _note(self, child: Element, into: Element) -> None:
        sort = "footnotes" if child.tag == "w.footnoteReference" else "endnotes"
        name = (sort, child.get("w.id", ""))
        if name not in self.notes:
            number = str(len(self._document.notes) + 1)
            self.notes[name] = number
            self._document.notes[number] = Element("div")
        SubElement(into, "sup", {"note": self.notes[name]})

    def _drawing(self, source: Element, into: Element, alt: str = "") -> None:
        """Take the pictures of a drawing, and aside the text of its boxes."""
        if source.tag == "mc.AlternateContent":
            for one in _alternative(source):
                self._drawing(one, into, alt)
            return
        if source.tag == "w.txbxContent":
            self._aside.append(source)
            return
        if source.tag in ("a.blip", "v.imagedata"):
            self._picture(source, into, alt)
        elif source.tag == "v.textpath" and source.get("string", "").strip():
            self._box([source.get("string", "")])
        elif source.tag == "dgm.relIds":
            self._diagram(source)
        elif source.tag == "c.chart":
            self._document.remark("діаграму не перенесено; збережіть її як зображення і додайте.")
        elif source.tag == "a.t" and source.text:
            self._box([source.text])
        described = next((one.get("descr", "") for one in source if one.tag == "wp.docPr"), "")
        if source.tag == "v.shape":
            described = source.get("alt", "")
        for child in source:
            self._drawing(child, into, described or alt)

    def _box(self, lines: Iterable[str]) -> None:
        for line in lines:
            paragraph = Element("p")
            paragraph.text = line
            self._aside.append(paragraph)

    def _diagram(self, source: Element) -> None:
        relation = self._relations.get(source.get("r.dm", ""))
        root = self._parts.xml(relation.target) if relation and not relation.outside else None
        if root is not None:
            self._document.remark(
                "схему (SmartArt) перенесено лише словами; додайте її зображення."
            )
            paragraphs = ("".join(_texts(one, "a.t")) for one in root.iter("a.p"))
            self._box(line for line in paragraphs if line.strip())

    def _picture(self, source: Element, into: Element, alt: str) -> None:
        name = source.get("r.embed") or source.get("r.id") or ""
        relation = self._relations.get(name or source.get("r.link", ""))
        if relation is None:
            return
        if relation.outside:
            self._document.remark(
                f"зображення лежить не в документі, а за адресою {relation.target[:120]}; "
                "його не завантажено. Збережіть його і додайте самі."
            )
            return
        data = self._parts.bytes(relation.target)
        if data:
            self._document.pictures[relation.target] = data
            words = "" if _AUTOMATIC.search(alt.strip()) else " ".join(alt.split())
            SubElement(into, "img", {"src": relation.target, "alt": words})


def _add(into: Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def _texts(element: Element, tag: str) -> Iterable[str]:
    return (one.text or "" for one in element.iter(tag))


def _is_page(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in _NO_PAGES


def _alternative(source: Element) -> Iterable[Element]:
    """Return what stands in the first form of a thing that has several, if it holds something."""
    choices = [one for one in source if one.tag in ("mc.Choice", "mc.Fallback")]
    telling = {"w.txbxContent", "a.blip", "dgm.relIds", "c.chart", "w.t", "a.t", "m.t"}
    for choice in choices:
        if any(inner.tag in telling for inner in choice.iter()):
            return choice
    return choices[0] if choices else ()
