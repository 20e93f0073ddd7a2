"""What a style says that matters to a text: a heading, a list, bold, italic, hidden."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plugins.importing.docx.parts import switched, value, whole

_HEADING = re.compile(r"(?:heading|заголовок|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLES = {"title", "назва", "заголовок", "название"}
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What holds for a paragraph: heading level (0 for none), its list and level, its style."""

    heading: int = 0
    number: str = ""
    level: int | None = None
    style: str = ""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter("w.style") if root is not None else ()
        self._styles = {one.get("w.styleId", ""): one for one in found}

    def _chain(self, name: str | None) -> list[Element]:
        chain: list[Element] = []
        while name and name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = value(chain[-1], "w.basedOn")
        return chain

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """Return how a paragraph looks by its own properties and its style."""
        name = value(properties, "w.pStyle") or ""
        chain = self._chain(name)
        number = level = owner = None
        sources = [(properties, "")]
        sources += [(one.find("w.pPr"), one.get("w.styleId", "")) for one in chain]
        for source, style in sources:
            numbers = source.find("w.numPr") if source is not None else None
            if numbers is not None:
                level = level if level is not None else value(numbers, "w.ilvl")
                number = value(numbers, "w.numId")
                owner = style
                if number is not None:
                    break
        return ParagraphLook(
            heading=self._heading(properties, chain),
            number="" if number in (None, "0") else str(number),
            level=whole(level, 0) if level is not None else None,
            style=owner or name,
        )

    def _heading(self, properties: Element | None, chain: list[Element]) -> int:
        outline = value(properties, "w.outlineLvl")
        if outline is not None:
            return whole(outline, 9) + 1 if whole(outline, 9) < 9 else 0
        for style in chain:
            called = value(style, "w.name") or ""
            if found := _HEADING.fullmatch(called.strip()):
                return int(found[1])
            if called.strip().lower() in _TITLES:
                return 1
            outline = value(style.find("w.pPr"), "w.outlineLvl")
            if outline is not None and whole(outline, 9) < 9:
                return whole(outline, 9) + 1
        return 0

    def run(self, properties: Element | None, paragraph: Element | None, name: str) -> bool:
        """Return whether a property such as ``w:b`` holds for a run."""
        own = switched(properties, name)
        if own is not None:
            return own
        chains = (value(properties, "w.rStyle"), value(paragraph, "w.pStyle"))
        for chain in map(self._chain, chains):
            for style in chain:
                said = switched(style.find("w.rPr"), name)
                if said is not None:
                    return said
        return False
