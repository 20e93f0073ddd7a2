"""Parts of a DOCX: XML with short names, and relations between parts."""

import posixpath
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from plugins.importing.packages import Package
from plugins.importing.refusal import Refusal
from plugins.importing.safe_xml import parse_xml

_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_MAIN = "/officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relation of a part leads: to another part, or outside."""

    target: str
    type: str
    outside: bool


class Parts:
    """The parts of one document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = [one for one in self.relations("").values() if one.type.endswith(_MAIN)]
        self.main = main[0].target if main else "word/document.xml"

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return self._package.names

    def xml(self, name: str) -> Element | None:
        """Return a part's root with short names, ``None`` when there is no such part."""
        data = self._package.read(name)
        if not data:
            return None
        root = parse_xml(data, name)
        for element in root.iter():
            element.tag = short_name(element.tag)
            if any(key[0] == "{" for key in element.attrib):
                named = {short_name(key): value for key, value in element.attrib.items()}
                element.attrib.clear()
                element.attrib.update(named)
        return root

    def required(self, name: str) -> Element:
        """Return a part without which there is no document. Raises Refusal."""
        root = self.xml(name)
        if root is None:
            raise Refusal(
                "у файлі немає тексту документа. Відкрийте його у Word і збережіть знову."
            )
        return root

    def bytes(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._package.read(name)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their ids; those of the package itself of ``""``."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            one.get("Id", ""): _relation(one, folder) for one in (root if root is not None else ())
        }

    def related(self, part: str, type_: str) -> str:
        """Return the name of the part of some type that another part relates to, else nothing."""
        for one in self.relations(part).values():
            if one.type.endswith(f"/{type_}") and not one.outside:
                return one.target
        return ""


def _relation(element: Element, folder: str) -> Relation:
    target = element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(target, element.get("Type", ""), outside)


def short_name(name: str) -> str:
    """Return ``w.p`` for a name in a known namespace, else the local name.

    A dot, for ElementTree would look for a namespace before a colon.
    """
    uri, brace, local = name.rpartition("}")
    prefix = _PREFIXES.get(uri.removeprefix("{")) if brace else ""
    return f"{prefix}.{local}" if prefix else local


def value(parent: Element | None, name: str, key: str = "w.val") -> str | None:
    """Return the value of a child such as ``<w:start w:val="1"/>``, ``None`` when absent."""
    child = parent.find(name) if parent is not None else None
    return child.get(key) if child is not None else None


def whole(text: str | None, default: int) -> int:
    """Return a small whole number as typed in an attribute, else the default."""
    try:
        return max(-1, min(int(text or ""), 32_767))
    except ValueError:
        return default


def switched(parent: Element | None, name: str) -> bool | None:
    """Return whether ``<w:b/>`` is on or off, ``None`` where nothing says either."""
    child = parent.find(name) if parent is not None else None
    if child is None:
        return None
    return child.get("w.val", "true").lower() not in ("0", "false", "off", "none")
