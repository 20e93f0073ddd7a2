"""Search that understands Ukrainian: a static index, and the table that the browser reads it by."""

from plugins.output import signals
from plugins.search.extract import EXTRACT
from plugins.search.outputs import outputs


def extracts() -> tuple[object, ...]:
    """Answer ``get_extracts``."""
    return (EXTRACT,)


def register() -> None:
    """Give the engine the words of each text, and the index made of them."""
    signals.get_extracts.connect(extracts)
    signals.get_outputs.connect(outputs)
