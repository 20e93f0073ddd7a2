"""Pelican's door to the engine: a generator that builds the whole site."""

from pathlib import Path
from typing import Any

from plugins.incremental.__main__ import run_build
from plugins.incremental.settings import from_names


class SiteGenerator:
    """Stands where Pelican's article and page generators would; those are left without paths."""

    def __init__(self, settings: dict[str, Any], **_: object) -> None:
        """Take Pelican's settings, whose paths are absolute already."""
        self._settings = settings

    def generate_output(self, _writer: object) -> None:
        """Build, and leave with exit code 1 and all faults said when a text is wrong."""
        if code := run_build(from_names(self._settings, Path.cwd())):
            raise SystemExit(code)
