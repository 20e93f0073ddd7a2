"""Reading: the only way from a ``.md`` file to a record and to safe HTML, for Pelican too.

``.rst`` and ``.html`` sources are switched off: what they may hold is beyond our checks.
"""


def register() -> None:
    """Put our reader in the place of Pelican's."""
    from pelican import signals  # heavy: only when it is Pelican that calls

    from plugins.front_matter.reader import add_reader

    signals.readers_init.connect(add_reader)
