"""Pages: records become views, views become HTML through the theme."""

from plugins.output import signals
from plugins.pages.outputs import outputs


def register() -> None:
    """Give the engine the pages."""
    signals.get_pages.connect(outputs)
