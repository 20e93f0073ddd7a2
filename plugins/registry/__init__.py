"""Records know each other: who amends whom, what is public now, which lists a text stands in."""

from plugins.output import signals
from plugins.registry.register import make_register


def register() -> None:
    """Give the engine the register."""
    signals.get_register.connect(make_register)
