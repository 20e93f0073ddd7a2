"""Open data: the register as tables and JSON that anyone may reuse, made from the same texts."""

from plugins.open_data.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the data."""
    signals.get_outputs.connect(outputs)
