"""Acts as Akoma Ntoso 3.0 (OASIS LegalDocML), a file beside each act's page."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes acts as XML."""
    from plugins.akoma_ntoso.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the acts as XML."""
    signals.get_outputs.connect(published)
