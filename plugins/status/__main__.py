"""The command behind ``make status``."""

import argparse
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from plugins.council.link_report import LinkReport, read_report
from plugins.incremental.__main__ import run_command
from plugins.incremental.build import planned_content
from plugins.incremental.console import Console
from plugins.incremental.git_repository import GitError, Repository, repository_of
from plugins.incremental.settings import Settings, read_settings
from plugins.status.report import lines_of, page_of, status_of
from plugins.status.times import Touched

PAGE = "stan-materialiv.html"
LINKS = "links.json"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, print the report in short and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.status", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-s", "--settings", type=Path, default=Path("pelicanconf.py"))
    options = parser.parse_args(arguments)
    return run_command(_status, read_settings(options.settings, options.folder, None))


def _status(settings: Settings, console: Console) -> int:
    made = planned_content(settings, console)
    folder = settings.state.parent
    links = _links(folder / LINKS, console)
    status = status_of(made.site, made.warnings, links, _touched(settings.content))
    page = folder / PAGE
    shown = page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page
    page.write_text(page_of(status, made.site), "utf-8")
    for line in lines_of(status, shown, made.site):
        print(line)
    return 0


def _links(file: Path, console: Console) -> LinkReport | None:
    if not file.is_file():
        return None
    try:
        return read_report(file.read_text("utf-8"))
    except ValueError:
        console.say(f"{file.name} пошкоджено. Перевірте посилання знову: make links.")
        return None


def _touched(content: Path) -> Touched:
    """Return how to ask git when a text last changed."""
    repository = repository_of(content)
    return partial(_last_change, content, repository) if repository else lambda _: None


def _last_change(content: Path, repository: Repository, path: str) -> datetime | None:
    try:
        seconds = repository.last_change(content / path)
    except GitError:
        return None
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


if __name__ == "__main__":
    sys.exit(main())
