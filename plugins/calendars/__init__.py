"""Sessions and terms of comments as iCalendar (RFC 5545), for a resident's own calendar."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the calendars."""
    from plugins.calendars.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the calendars."""
    signals.get_outputs.connect(published)
