"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from typing import Any

from plugins.council.text import Text
from plugins.feeds.entries import Channel, changed, mime_type, published
from plugins.output.json_text import as_json


def json_feed(channel: Channel) -> str:
    """Return the feed as JSON, one field a line, ready to compare."""
    here = channel.absolute(channel.address)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": here,
        "feed_url": f"{here}feed.json",
        "language": channel.lang,
        "authors": [{"name": channel.author}],
        "items": [_item(text, channel) for text in channel.texts],
    }
    return as_json(feed)


def _item(text: Text, channel: Channel) -> dict[str, Any]:
    url, issuer = channel.absolute(text.address), channel.issuer(text)
    item = {
        "id": url,
        "url": url,
        "title": text.title,
        "content_text": channel.summary(text) or text.title,
        "authors": [{"name": issuer.name}] if issuer else None,
        "image": channel.picture(text),
        "date_published": published(text),
        "date_modified": changed(text),
        "tags": [channel.topics[topic] for topic in text.topics],
        "attachments": [
            {
                "url": channel.absolute(file.address),
                "mime_type": mime_type(file),
                "size_in_bytes": file.size,
            }
            for file in channel.enclosures(text)
        ],
    }
    return {key: value for key, value in item.items() if value}
