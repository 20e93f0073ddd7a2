"""The map that search engines read: an index, and a part for each kind and year."""

from plugins.output import signals
from plugins.sitemap.outputs import outputs


def register() -> None:
    """Give the engine the sitemap, made from the pages that others gave."""
    signals.get_derived_outputs.connect(outputs)
