"""Pages that are no text: search, «not found», redirects, alerts.json, robots.txt."""

from collections.abc import Iterator, Mapping

from plugins.council.addresses import SEARCH, SECTIONS
from plugins.output import Output, OutputGroup, Site, Template, page_path
from plugins.pages.alerts import alerts_output
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.redirects import redirect_outputs
from plugins.pages.security import security_outputs
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import Link, NotFoundView, Option, SearchView, Select

BROWSE = (
    "news", "announcements", "acts", "bills", "consultations", "sessions", "minutes", "reports",
    "units", "services",
)  # fmt: skip


def special_outputs(
    site: Site, all_shared: AllShared, names: Mapping[str, str]
) -> Iterator[Output | OutputGroup]:
    """Yield the search page, the 404 page, redirects, alerts and robots.txt."""
    shared = all_shared["uk"]
    sections = tuple(
        Link(title=names[url], url=url)
        for kind in BROWSE
        if (url := f"/{SECTIONS[kind]}/") in names
    )
    theme = site.theme
    yield Output(
        path=page_path(f"/{SEARCH}/"),
        inputs=(theme.template("search.html", "uk"), shared, sections),
        render=render_search,
        entry=page_entry(f"/{SEARCH}/", shared),
    )
    yield Output(
        path="404.html",
        inputs=(theme.template("not_found.html", "uk"), shared, sections),
        render=render_not_found,
    )
    yield from redirect_outputs(site, all_shared)
    yield from security_outputs(site)
    yield alerts_output(site, all_shared)
    yield Output(path="robots.txt", inputs=(site.url, site.indexed), render=render_robots)


def render_search(template: Template, shared: Shared, sections: tuple[Link, ...]) -> str:
    """Return the search page: a form, and the lists to browse."""
    title, address = shared.word("search"), f"/{SEARCH}/"
    crumbs = way((), title, address, shared)
    meta = page_meta(
        shared, title=full_title(shared, title), description=shared.word("search_description"),
        address=address, crumbs=crumbs,
    )  # fmt: skip
    view = SearchView(
        meta=meta, title=title, breadcrumbs=crumbs, sections=sections,
        choices=_choices(shared), index=f"{address}data/", section=address,
        report=report_href(title, address, shared),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _choices(shared: Shared) -> tuple[Select, ...]:
    facets = (
        Select(name=name, label=shared.word(f"search_{name}"))
        for name in ("type", "body", "year", "status", "topic")
    )
    orders = (
        Option(value=value, title=shared.word(f"search_sort_{value or 'best'}"))
        for value in ("", "new", "old")
    )
    return (*facets, Select(name="sort", label=shared.word("search_sort"), options=tuple(orders)))


def render_not_found(template: Template, shared: Shared, sections: tuple[Link, ...]) -> str:
    """Return the answer to an address that does not exist."""
    title = shared.word("not_found_title")
    meta = page_meta(
        shared, title=full_title(shared, title), description=shared.word("not_found_text"),
        address="/404.html", indexed=False,
    )  # fmt: skip
    view = NotFoundView(meta=meta, title=title, breadcrumbs=(), sections=sections)
    return template.render(frame=shared.frame, page=view)


def render_robots(url: str, indexed: bool) -> str:
    """Return robots.txt: all may be read, or in a preview nothing (RFC 9309)."""
    if not indexed:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {url}/sitemap.xml\n"
