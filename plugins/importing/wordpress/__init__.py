"""The old site, exported by WordPress: every post a text, every old address one that answers."""

from plugins.importing.wordpress.command import import_wordpress

__all__ = ["import_wordpress"]
