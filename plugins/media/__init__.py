"""Media: pictures in the sizes a phone needs, without their secrets; files to download."""

from plugins.media.outputs import outputs
from plugins.output import signals


def register() -> None:
    """Give the engine the pictures and files."""
    signals.get_outputs.connect(outputs)
