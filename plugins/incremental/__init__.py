"""The engine: plans all outputs, renders those whose inputs changed, writes those whose bytes did.

``pelican content`` and ``make html`` (``python -m plugins.incremental``) run the same build;
the second imports no Pelican, which is a third of an editor's wait (docs/adr/0001).
"""

from blinker import signal


def generators(_pelican: object) -> type:
    """Answer Pelican's ``get_generators``."""
    from plugins.incremental.generator import SiteGenerator  # loads the build

    return SiteGenerator


def register() -> None:
    """Give Pelican the one generator of this site."""
    # Pelican's signal by its name: to import Pelican takes half a second.
    signal("get_generators").connect(generators)
