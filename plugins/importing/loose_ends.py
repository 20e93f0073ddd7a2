"""What a document refers to and an import cannot keep: told to the editor, left out of the text."""

from plugins.importing.document import Document
from plugins.importing.markdown import is_linkable

_SHOWN = 60  # characters of an address


def settle_loose_ends(document: Document) -> None:
    """Take the marks of notes without words from the text; tell of them and of links nowhere."""
    empty = {
        number for number, note in document.notes.items() if not "".join(note.itertext()).strip()
    }
    for number in empty:
        del document.notes[number]
    trees = [document.body, *document.notes.values()]
    for element in [element for tree in trees for element in tree.iter()]:
        if element.tag == "sup" and element.get("note") in empty:
            element.attrib.clear()
            document.remark("виноска в документі порожня; знак її прибрано.")
        href = element.get("href", "").strip() if element.tag == "a" else ""
        if href and not is_linkable(href):
            shown = href if len(href) <= _SHOWN else href[:_SHOWN] + "…"
            document.remark(f"посилання «{shown}» веде не на сторінку; лишилися самі слова.")
