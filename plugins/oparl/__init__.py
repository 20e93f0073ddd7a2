"""OParl 1.1: sessions, papers and people in the shape that programs of other councils read."""

from plugins.oparl.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the objects."""
    signals.get_outputs.connect(outputs)
