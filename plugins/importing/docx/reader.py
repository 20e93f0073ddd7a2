"""A DOCX becomes a Document: its parts opened, its body read, what surrounds the text added."""

from xml.etree.ElementTree import Element, SubElement

from plugins.importing.document import Document
from plugins.importing.docx.body import BodyReader
from plugins.importing.docx.numbering import Numbering
from plugins.importing.docx.parts import Parts, switched
from plugins.importing.docx.styles import Styles
from plugins.importing.packages import Package
from plugins.importing.refusal import Refusal

_MACROS = (
    "документ містить макроси (програми). Відкрийте його у Word чи LibreOffice "
    "і збережіть як звичайний .docx."
)
_PAGE_WORDS = {"сторінка", "стор", "с", "з", "із", "page", "of"}


def read_docx(package: Package) -> Document:
    """Return what a reader of the document saw. Raises Refusal."""
    parts = Parts(package)
    if any(name.lower().endswith("vbaproject.bin") for name in parts.names):
        raise Refusal(_MACROS)
    root = parts.required(parts.main)
    main = parts.main
    styles = Styles(parts.xml(parts.related(main, "styles") or "word/styles.xml"))
    numbering = Numbering(parts.xml(parts.related(main, "numbering") or "word/numbering.xml"))
    document = Document(Element("div"), title=_title(parts))
    reader = BodyReader(parts, main, styles, numbering, document)
    body = root.find("w.body")
    reader.read(body if body is not None else root, document.body)
    _add_surroundings(root, parts, styles, numbering, document)
    reader.add_notes()
    _tell_of_comments(parts, document)
    return document


def _title(parts: Parts) -> str:
    core = parts.xml("docProps/core.xml")
    title = core.find("title") if core is not None else None
    return " ".join((title.text or "").split()) if title is not None else ""


def _tell_of_comments(parts: Parts, document: Document) -> None:
    comments = parts.xml(parts.related(parts.main, "comments") or "word/comments.xml")
    count = len(comments.findall("w.comment")) if comments is not None else 0
    if count:
        document.private = True
        document.remark(f"приміток рецензентів: {count}; до тексту їх не перенесено.")
    if any("/embeddings/" in name for name in parts.names):
        document.remark(
            "у документ вкладено інші файли (таблиці чи об’єкти); їх не перенесено, "
            "збережіть потрібні окремо і додайте до attachments."
        )


def _add_surroundings(
    root: Element, parts: Parts, styles: Styles, numbering: Numbering, document: Document
) -> None:
    """Put what the first page has above its text before it, all other headers and footers after."""
    relations = parts.relations(parts.main)
    seen: set[str] = set()
    above: list[Element] = []
    for section in root.iter("w.sectPr"):
        first = "first" if switched(section, "w.titlePg") else "default"
        for reference in [*section.iter("w.headerReference"), *section.iter("w.footerReference")]:
            relation = relations.get(reference.get("r.id", ""))
            if relation is None or relation.outside:
                continue
            blocks = _surrounding(relation.target, parts, styles, numbering, document)
            words = " ".join(" ".join(block.itertext()) for block in blocks)
            key = " ".join(words.split())
            if key in seen or not _says_something(key):
                continue
            seen.add(key)
            on_top = reference.tag == "w.headerReference" and reference.get("w.type") == first
            if on_top and not above:
                above = blocks
            else:
                document.body.extend(blocks)
            where = "початок" if on_top and above is blocks else "кінець"
            document.remark(f"колонтитул «{key[:60]}» перенесено на {where} тексту.")
    for place, block in enumerate(above):
        document.body.insert(place, block)


def _says_something(words: str) -> bool:
    """Whether a header says more than the number of the page."""
    return any(
        any(letter.isalpha() for letter in word) and word.strip(".,:–-").lower() not in _PAGE_WORDS
        for word in words.split()
    )


def _surrounding(
    name: str, parts: Parts, styles: Styles, numbering: Numbering, document: Document
) -> list[Element]:
    root = parts.xml(name)
    if root is None:
        return []
    holder = Element("div")
    BodyReader(parts, name, styles, numbering, document).read(root, holder)
    for place, block in enumerate(list(holder)):
        if block.tag not in ("p", "table", "ul"):
            holder[place].tag = "p"
    if not list(holder):
        SubElement(holder, "p")
    return list(holder)
