"""Pages: records become views, views become HTML through the theme."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_pages``; only the process that is asked loads what makes the pages."""
    from plugins.pages.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the pages."""
    signals.get_pages.connect(published)
