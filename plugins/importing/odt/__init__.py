"""OpenDocument text (ISO/IEC 26300) as a reader sees it: numbers counted, deletions left out."""

from plugins.importing.odt.reader import read_odt

__all__ = ["read_odt"]
