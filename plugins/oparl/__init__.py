"""OParl 1.1: sessions, papers and people in the shape that programs of other councils read."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the objects."""
    from plugins.oparl.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the objects."""
    signals.get_outputs.connect(published)
