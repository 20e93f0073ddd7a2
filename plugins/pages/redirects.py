"""Addresses that lead to others: old ones, short ones; pages, and maps for servers."""

from collections.abc import Iterator

from plugins.council.short_addresses import short_addresses, short_folders
from plugins.council.text import Text
from plugins.output import Output, Site, Template, page_path
from plugins.pages.shared import AllShared, Shared
from plugins.pages.view import RedirectView

Pairs = tuple[tuple[str, str], ...]
"""From where, to where."""


def redirect_outputs(site: Site, all_shared: AllShared) -> Iterator[Output]:
    """Yield a page at each old address, and the same map for servers that can redirect."""
    template = {lang: site.theme.template("redirect.html", lang) for lang in all_shared}
    pairs = sorted((a, text) for text in site.register.texts for a in text.aliases)
    for alias, text in pairs:
        inputs = (template[text.lang], all_shared[text.lang], text)
        yield Output(path=page_path(alias), inputs=inputs, render=render_redirect)
    moved = tuple((alias, text.address) for alias, text in pairs)
    short = tuple(short_folders(site.vocabulary))
    yield Output(path="_redirects", inputs=(moved, short), render=render_redirects)
    yield Output(path="redirects.map", inputs=(moved, short), render=render_nginx_map)


def short_outputs(template: Template, shared: Shared, act: Text) -> Iterator[Output]:
    """Yield the page at each short address of an act; it stands in the act's own group."""
    for address in short_addresses(act, shared.vocabulary):
        inputs = (template, shared, act)
        yield Output(path=page_path(address), inputs=inputs, render=render_redirect)


def render_redirect(template: Template, shared: Shared, text: Text) -> str:
    """Return the page that leads from another address to a text."""
    view = RedirectView(
        lang=shared.lang, title=text.title, url=text.address,
        canonical="" if shared.is_preview else shared.absolute(text.address),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def render_redirects(moved: Pairs, short: Pairs) -> str:
    """Return the map of addresses as Netlify, Cloudflare and GitLab Pages read it.

    ``short`` are folders: one line for all acts of a body and a kind.
    """
    lines = [f"{old} {new} 301\n" for old, new in moved]
    return "".join([*lines, *(f"{old}* {new}:splat 301\n" for old, new in short)])


def render_nginx_map(moved: Pairs, short: Pairs) -> str:
    """Return the same for nginx: ``map $uri $moved { include redirects.map; }``."""
    lines = [f'"{old}" "{new}";\n' for old, new in moved]
    return "".join([*lines, *(f'"~^{old}(?<act>.+)$" "{new}$act";\n' for old, new in short)])
