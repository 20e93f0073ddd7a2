"""The tree of a document becomes the Markdown that our own reader reads back word for word."""

from plugins.importing.markdown.blocks import Style, to_markdown

__all__ = ["Style", "to_markdown"]
