"""WordprocessingML (ECMA-376, part 1) as a reader sees it: numbers, accepted changes, all text."""

from plugins.importing.docx.reader import read_docx

__all__ = ["read_docx"]
