"""Elements that are no words: each on a line of its own, so that two files compare well."""

from xml.etree.ElementTree import Element, SubElement

ISSUER, ORIGINAL = "#issuer", "#original"
"""Whose act it is, and the act itself, as a file refers to them."""


def add(around: Element, tag: str, **attributes: str) -> Element:
    """Add an element; attributes that say nothing are left out, ``as_`` is ``as``."""
    said = {name.rstrip("_"): value for name, value in attributes.items() if value}
    made = SubElement(around, tag, said)
    made.tail = "\n"
    return made
