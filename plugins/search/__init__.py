"""Search that understands Ukrainian: a static index that the browser reads by itself."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.output import Extract, Output, OutputGroup, Site, signals
from plugins.search.extract import EXTRACT
from plugins.search.stork import STATIC, hand_over


def extracts() -> tuple[Extract, ...]:
    """Answer ``get_extracts``."""
    return (EXTRACT,)


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the index."""
    from plugins.search.outputs import outputs

    return outputs(site)


def built(site: Site, output: Path, **_: Any) -> None:
    """Let another engine index the finished site when the settings ask for it."""
    if site.search_engine != STATIC:
        hand_over(site, output, site.search_engine, _pelican_search)


def _pelican_search(*arguments: Any) -> Any:
    from pelican.plugins.search.search import SearchSettingsGenerator  # loads Pelican

    return SearchSettingsGenerator(*arguments)


def register() -> None:
    """Give the engine the words of each text, and the index made of them."""
    signals.get_extracts.connect(extracts)
    signals.get_outputs.connect(published)
    signals.built.connect(built)
