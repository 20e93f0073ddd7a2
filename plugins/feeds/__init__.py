"""Feeds: what is new, for readers' programs, as Atom (RFC 4287) and JSON Feed 1.1."""

from plugins.feeds.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the feeds."""
    signals.get_outputs.connect(outputs)
