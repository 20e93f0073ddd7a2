"""Feeds: what is new, for readers' programs, as Atom (RFC 4287) and JSON Feed 1.1."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the feeds."""
    from plugins.feeds.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the feeds."""
    signals.get_outputs.connect(published)
