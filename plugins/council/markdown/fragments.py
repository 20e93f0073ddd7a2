"""Addresses inside a page: every id of a body is given once."""

from xml.etree.ElementTree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Fragments:
    """The ids already taken in one body."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._next: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """Return the wanted id, or with «-2», «-3» … if it is taken."""
        given = wanted
        while given in self._taken:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            given = f"{wanted}-{self._next[wanted]}"
        self._taken.add(given)
        return given


def text_of(element: Element) -> str:
    """Return all the text inside an element."""
    return "".join(element.itertext())
