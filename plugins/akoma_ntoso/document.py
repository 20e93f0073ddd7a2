"""The file of one act: what is known of it, then its text."""

import re
from xml.etree.ElementTree import Element

from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher
from plugins.akoma_ntoso.arrangement import arranged
from plugins.akoma_ntoso.html_source import html_tree
from plugins.akoma_ntoso.markup import Markup
from plugins.akoma_ntoso.meta import meta
from plugins.akoma_ntoso.places import Places
from plugins.akoma_ntoso.structure import add_structure
from plugins.akoma_ntoso.xml_text import xml_text

NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DCTERMS = "http://purl.org/dc/terms/"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def document(publisher: Publisher, inputs: ActInputs) -> bytes:
    """Return an act as Akoma Ntoso 3.0."""
    root = Element("akomaNtoso", {"xmlns": NS, "xmlns:dcterms": DCTERMS})
    root.text = "\n"
    kind = publisher.kinds[inputs.text.act_kind].details.get("akn")
    act = Element("act", {"name": str(kind or "act"), "contains": "originalVersion"})
    act.text = act.tail = "\n"
    root.append(act)
    act.append(meta(publisher, inputs))
    tree = html_tree(inputs.body.read().html)
    add_structure(act, arranged(tree, Markup(Places(publisher, inputs))))
    return xml(root)


def xml(root: Element) -> bytes:
    """Return a document as bytes; signs that XML cannot hold are left out."""
    text = _NOT_XML.sub("", xml_text(root))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
