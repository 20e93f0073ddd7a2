"""Footnotes whose ids are numbers, whatever the editor called them."""

from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FootnoteExtension

_BACK = {"uk": "Назад до тексту, примітка {}", "en": "Back to the text, note {}"}


class NumberedFootnotes(FootnoteExtension):
    """Python-Markdown's footnotes with ids that may stand in an address: ``#fn-1``."""

    def __init__(self) -> None:
        super().__init__(SEPARATOR="-")

    def makeFootnoteId(self, id: str) -> str:
        """Return the fragment of a note."""
        return super().makeFootnoteId(self._number(id))

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        """Return the fragment of the place that refers to a note."""
        return super().makeFootnoteRefId(self._number(id), found)

    def _number(self, name: str) -> str:
        return str(list(self.footnotes).index(name) + 1)


def settle_footnotes(root: Element, lang: str) -> None:
    """Say in words where the arrow after a note leads; drop arrows that lead nowhere."""
    ids = {element.get("id") for element in root.iter("sup")}
    for arrow in root.iter("a"):
        if arrow.get("class") != "footnote-backref":
            continue
        arrow.attrib.pop("title", None)
        target = arrow.attrib["href"].removeprefix("#")
        if target in ids:
            arrow.set("aria-label", _BACK[lang].format(target.rpartition("-")[2]))
        else:
            arrow.text, arrow.tag = "", "refused"  # no such tag passes the gate
