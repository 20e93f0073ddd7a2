"""Atom (RFC 4287). Our own twenty lines: feedgenerator marks plain text as HTML."""

from xml.etree.ElementTree import Element, SubElement, tostring

from plugins.council.text import Text
from plugins.feeds.entries import Channel, changed, mime_type, published

_NS = "http://www.w3.org/2005/Atom"


def atom(channel: Channel) -> bytes:
    """Return the feed as bytes; every text in it is text, never markup."""
    feed = Element("feed", {"xmlns": _NS, "xml:lang": channel.lang})
    here = channel.absolute(channel.address)
    _add(feed, "id", here)
    _add(feed, "title", channel.title)
    _add(feed, "updated", max(changed(text) for text in channel.texts))
    _link(feed, rel="self", type="application/atom+xml", href=f"{here}feed.xml")
    _link(feed, rel="alternate", type="text/html", href=here)
    _add(SubElement(feed, "author"), "name", channel.author)
    for text in channel.texts:
        _entry(feed, text, channel)
    xml: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _entry(feed: Element, text: Text, channel: Channel) -> None:
    entry = SubElement(feed, "entry")
    url = channel.absolute(text.address)
    _add(entry, "id", url)
    _add(entry, "title", text.title)
    _add(entry, "published", published(text))
    _add(entry, "updated", changed(text))
    if issuer := channel.issuer(text):
        _add(SubElement(entry, "author"), "name", issuer.name)
    _link(entry, rel="alternate", type="text/html", href=url)
    for file in channel.enclosures(text):
        href = channel.absolute(file.address)
        _link(entry, rel="enclosure", type=mime_type(file), href=href, length=str(file.size))
    for topic in text.topics:
        SubElement(entry, "category", term=topic, label=channel.topics[topic])
    if summary := channel.summary(text):
        _add(entry, "summary", summary)


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = words


def _link(parent: Element, **attributes: str) -> None:
    SubElement(parent, "link", attributes)
