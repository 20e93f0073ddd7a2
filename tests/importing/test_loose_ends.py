"""What an import leaves out is told, and leaves no trace in the text."""

from xml.etree.ElementTree import Element, fromstring

from plugins.importing.document import Document
from plugins.importing.loose_ends import settle_loose_ends
from plugins.importing.markdown import Style, to_markdown


def settled(body: str, **notes: str) -> Document:
    """Return a document with nothing loose; notes are named by the words of their numbers."""
    document = Document(fromstring(f"<div>{body}</div>"))
    for name, words in notes.items():
        document.notes[{"one": "1", "two": "2"}[name]] = note = Element("div")
        note.text = words
    settle_loose_ends(document)
    return document


def test_a_note_without_words_leaves_with_its_mark() -> None:
    """A mark whose note is not there would lead nowhere."""
    found = settled('<p>Слово<sup note="1"/><sup note="2"/></p>', one="", two="Пояснення.")
    made = to_markdown(found.body, Style(legal=True), found.notes)
    assert made == "Слово[^2]\n\n[^2]: Пояснення.\n"
    assert found.remarks == ["виноска в документі порожня; знак її прибрано."]


def test_links_to_scripts_and_disks_are_told() -> None:
    """Their words stay, and the editor hears where they led."""
    found = settled(
        '<p><a href="javascript:alert(1)">а</a><a href="file:///C:/x.doc">б</a>'
        '<a href="https://zakon.rada.gov.ua/">в</a></p>'
    )
    said = "веде не на сторінку; лишилися самі слова."
    assert found.remarks == [
        f"посилання «javascript:alert(1)» {said}", f"посилання «file:///C:/x.doc» {said}",
    ]  # fmt: skip
