"""What is known of an act, in the order of the schema; what is unknown is not there."""

from xml.etree.ElementTree import Element, SubElement

from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher
from plugins.akoma_ntoso.elements import ISSUER, add
from plugins.akoma_ntoso.identification import add_identification
from plugins.akoma_ntoso.lifecycle import add_analysis, add_lifecycle
from plugins.akoma_ntoso.notes import notes
from plugins.akoma_ntoso.references import add_references
from plugins.akoma_ntoso.relations import related
from plugins.council.dates import as_date
from plugins.council.header import Act


def meta(publisher: Publisher, inputs: ActInputs) -> Element:
    """Return the ``meta`` of an act."""
    act = inputs.text.header
    assert isinstance(act, Act)
    others = related(inputs.ties, publisher)
    made = Element("meta")
    made.text = made.tail = "\n"
    page = publisher.url + inputs.text.address
    add_identification(made, inputs.text, act, publisher.jurisdiction, page)
    if act.published is not None:
        day, words = str(as_date(act.published)), publisher.words["fact_published"]
        add(made, "publication", date=day, name="publication", showAs=words)
    add_lifecycle(made, act, others)
    add_analysis(made, others)
    add_references(made, publisher, inputs.text, act, others)
    _add_notes(made, tuple(notes(act, publisher, inputs)))
    _add_page(made, page, act.summary)
    return made


def _add_notes(around: Element, sentences: tuple[str, ...]) -> None:
    made = add(around, "notes", source=ISSUER)
    for number, sentence in enumerate(sentences, 1):
        note = add(made, "note", eId=f"note_{number}")
        SubElement(note, "p").text = sentence


def _add_page(around: Element, url: str, summary: str) -> None:
    """Say in Dublin Core what Akoma Ntoso has no word for: the page, and the act in short."""
    made = add(around, "proprietary", source=ISSUER)
    add(made, "dcterms:source").text = url
    if summary:
        add(made, "dcterms:abstract").text = summary
