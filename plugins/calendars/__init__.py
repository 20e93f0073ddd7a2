"""Sessions and terms of comments as iCalendar (RFC 5545), for a resident's own calendar."""

from plugins.calendars.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the calendars."""
    signals.get_outputs.connect(outputs)
