"""The engine: plans all outputs, renders those whose inputs changed, writes those whose bytes did.

``pelican content`` and ``make html`` (``python -m plugins.incremental``) run the same build;
the second imports no Pelican, which is a third of an editor's wait (docs/adr/0001).
"""


def register() -> None:
    """Give Pelican the one generator of this site."""
    from pelican import signals  # heavy: only when it is Pelican that calls

    from plugins.incremental.generator import generators

    signals.get_generators.connect(generators)
