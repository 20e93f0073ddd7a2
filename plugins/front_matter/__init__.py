"""Reading: the only way from a ``.md`` file to a record and to safe HTML, for Pelican too.

``.rst`` and ``.html`` sources are switched off: what they may hold is beyond our checks.
"""

from typing import Any

from blinker import signal


def add_reader(readers: Any) -> None:
    """Let ``.md`` be read by us and nothing else be read at all."""
    from plugins.front_matter.reader import FrontMatterReader  # imports Pelican

    readers.reader_classes.clear()
    readers.reader_classes["md"] = FrontMatterReader


def register() -> None:
    """Put our reader in the place of Pelican's."""
    # Pelican's signal by its name: to import Pelican takes half a second.
    signal("readers_init").connect(add_reader)
