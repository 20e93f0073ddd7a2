"""The tree of a document becomes the Markdown that our own reader reads back word for word."""

from plugins.importing.markdown.blocks import Style, to_markdown
from plugins.importing.markdown.escaping import printable
from plugins.importing.markdown.spans import is_linkable

__all__ = ["Style", "is_linkable", "printable", "to_markdown"]
