"""Headings of a body under the page's only h1: no level skipped, each with an address."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plugins.council.markdown.fragments import HEADINGS, Fragments, text_of
from plugins.council.transliteration import slug

_FIRST, _LAST = 2, 6  # the page's title is the h1; HTML ends at h6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level in the page (2–6), its fragment and its plain text."""

    level: int
    id: str
    text: str


def settle_headings(root: Element, fragments: Fragments) -> tuple[Heading, ...]:
    """Put the headings at their levels, name those without an id, return them in order."""
    open_levels: list[int] = []
    outline = []
    for element in [element for element in root.iter() if element.tag in HEADINGS]:
        text = " ".join(text_of(element).split())
        if not text and element.find(".//img") is None:
            element.tag = "refused"  # no such tag passes the gate
            continue
        typed = int(element.tag[1])
        while open_levels and open_levels[-1] >= typed:
            open_levels.pop()
        level = min(_FIRST + len(open_levels), _LAST)
        open_levels.append(typed)
        if "id" not in element.attrib:
            element.set("id", fragments.claim(_name(text)))
        element.tag = f"h{level}"
        outline.append(Heading(level, element.attrib["id"], text))
    return tuple(outline)


def _name(text: str) -> str:
    try:
        return slug(text)
    except ValueError:
        return "zaholovok"
