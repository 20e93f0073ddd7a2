"""Open data: the register as tables and JSON that anyone may reuse, made from the same texts."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the data."""
    from plugins.open_data.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the data."""
    signals.get_outputs.connect(published)
