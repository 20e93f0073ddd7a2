"""What styles of OpenDocument say that matters to a text: bold, italic, raised, hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_LONGEST_CHAIN = 12
_BOLD = ("bold", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; ``place`` is «sup» or «sub», empty on the line."""

    bold: bool = False
    italic: bool = False
    place: str = ""
    hidden: bool = False


class Looks:
    """The styles of a document, those of its content and those it shares."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles = {
            (one.get("family", ""), one.get("name", "")): one
            for root in roots
            for one in root.iter("style")
        }

    def of(self, family: str, name: str | None) -> Look:
        """Return what a style and those it follows say."""
        chain: list[Element] = []
        while name and len(chain) < _LONGEST_CHAIN and (family, name) in self._styles:
            chain.append(self._styles[family, name])
            name = chain[-1].get("parent-style-name")
        found: dict[str, str] = {}
        for style in reversed(chain):
            properties = style.find("text-properties")
            found.update(properties.attrib if properties is not None else {})
        position = found.get("text-position", "")
        return Look(
            bold=found.get("font-weight") in _BOLD,
            italic=found.get("font-style") in ("italic", "oblique"),
            place=next((tag for tag in ("sup", "sub") if position.startswith(tag)), ""),
            hidden=found.get("display") == "none",
        )
