"""Print, as JSON, which template each page is made from and which files rendering them loads.

A program of its own, because plugins register themselves in the process that loads them.
Arguments: content folder, output folder, settings file.
"""

import json
import sys
from pathlib import Path

from plugins.incremental.build import planned_site
from plugins.incremental.console import Console
from plugins.incremental.settings import read_settings
from plugins.output import Output, Template


def pages_of(content: Path, output: Path, conf: Path) -> dict[str, Output]:
    """Return the planned pages by their paths."""
    _, plan = planned_site(read_settings(conf, content, output), Console())
    return {path: made for path, made in plan.outputs.items() if path.endswith(".html")}


def template_of(page: Output) -> Template:
    """Return what a page is made from: the first template among its inputs."""
    return next(one for one in page.inputs if isinstance(one, Template))


def loaded(page: Output) -> set[str]:
    """Render a page and return all files of the theme that were loaded up to then."""
    page.render(*page.inputs)
    template = template_of(page)
    cache = template.theme.environment(template.lang).cache
    return {name for _, name in cache} if cache is not None else set()


if __name__ == "__main__":
    pages = pages_of(*map(Path, sys.argv[1:4]))
    made_from = {path: template_of(page).name for path, page in pages.items()}
    files = set().union(*(loaded(page) for page in pages.values()))
    print(json.dumps({"made_from": made_from, "loaded": sorted(files)}))
