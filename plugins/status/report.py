"""The report: as a record, as a page, as a few lines of text."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2
from markupsafe import Markup

from plugins.council.dates import instant, iso, long_moment
from plugins.council.link_report import LinkReport
from plugins.council.problem import Problem
from plugins.council.quantities import integer
from plugins.output import Site
from plugins.status.gaps import (
    broken_links,
    excuses,
    gaps,
    unused_files,
    walked,
    warnings,
)
from plugins.status.records import Item, Section, Status
from plugins.status.said import said_by
from plugins.status.times import (
    Touched,
    coming_reviews,
    expiring,
    overdue_reviews,
    scheduled,
    unfinished,
)

FOLDER = "desk"
"""The folder of the theme with the template and the style of the page."""


def status_of(
    site: Site, problems: Iterable[Problem], links: LinkReport | None, touched: Touched
) -> Status:
    """Return the report of a site, its sections the most urgent first."""
    said = said_by(site)
    found: dict[str, tuple[Item, ...]] = {
        "overdue": overdue_reviews(said, site),
        "scheduled": scheduled(site),
        "expiring": expiring(site),
        "unfinished": unfinished(site, touched),
        "warnings": warnings(problems),
        "links": broken_links(links, site),
        "gaps": gaps(said, site),
        "coming": coming_reviews(said, site),
        "unused": unused_files(site),
        "excuses": excuses(said, site),
    }
    sections = tuple(Section(name, items) for name, items in found.items())
    return Status(moment=instant(site.now), sections=sections, links=links)


def page_of(status: Status, site: Site) -> str:
    """Return the report as a page that needs nothing beside itself."""
    folder = site.theme.folder / FOLDER
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    return environment.get_template("status.html").render(
        words=site.theme.words("uk"),
        style=Markup((folder / "status.css").read_text("utf-8")),
        when=long_moment(status.moment),
        iso=iso(status.moment),
        full=[section for section in status.sections if section.items],
        empty=[section for section in status.sections if not section.items],
        walked=walked(status.links, site),
    )


def lines_of(status: Status, page: Path, site: Site) -> Iterator[str]:
    """Yield the report in short, for a terminal."""
    words = site.theme.words("uk")
    yield f"{words['status_title']}: {long_moment(status.moment)}"
    for section in status.sections:
        if section.items:
            yield f"  {words[f'status_{section.name}']}: {integer(len(section.items))}"
    if not any(section.items for section in status.sections):
        yield f"  {words['status_fine']}"
    yield walked(status.links, site)
    yield words["status_page"].format(page=page)
