"""A document as it was read, whatever it was: its body as HTML, pictures, notes, remarks."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element


@dataclass(slots=True)
class Document:
    """What a reader of some format found.

    ``body`` is a ``div`` of blocks in HTML's names; a picture is ``img`` whose ``src`` is a key of
    ``pictures``; a note is ``<sup note="1"/>`` with its blocks in ``notes``. ``title`` is what
    the file's properties say. ``remarks`` tell the editor, in Ukrainian, what to look at.
    ``private`` says that the file holds more than one sees: changes, comments, hidden text.
    """

    body: Element
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, Element] = field(default_factory=dict)
    title: str = ""
    remarks: list[str] = field(default_factory=list)
    private: bool = False

    def remark(self, words: str) -> None:
        """Add a remark, once."""
        if words not in self.remarks:
            self.remarks.append(words)
