"""Acts as Akoma Ntoso 3.0 (OASIS LegalDocML), a file beside each act's page."""

from plugins.akoma_ntoso.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the acts as XML."""
    signals.get_outputs.connect(outputs)
