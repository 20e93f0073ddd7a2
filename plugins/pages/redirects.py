"""Addresses that lead to others: old ones, short ones; pages, and maps for servers."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from plugins.council.header import Lang
from plugins.council.moved import is_page, read_moved
from plugins.council.short_addresses import short_addresses, short_folders
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
from plugins.pages.shared import AllShared, Shared
from plugins.pages.view import RedirectView

Pairs = tuple[tuple[str, str], ...]
"""From where, to where."""


def redirect_outputs(site: Site, all_shared: AllShared) -> Iterator[Output | OutputGroup]:
    """Yield a page at each old address, and the same map for servers that can redirect.

    The pages of one kind, year and language are a group: years of an old site are planned at once,
    and not again.
    """
    template = {lang: site.theme.template("redirect.html", lang) for lang in all_shared}
    moved = [text for text in site.register.texts if text.aliases]
    for (kind, year, lang), texts in _groups(moved).items():
        known = Gathered(digest_of([text.digest for text in texts]), partial(_themselves, texts))
        name = f"old-addresses-{kind}-{year}-{lang}"
        inputs = (template[lang], all_shared[lang], known)
        yield OutputGroup(name=name, inputs=inputs, expand=_pages_of_texts)
    listed = site.vocabulary.moved
    yield OutputGroup(
        name="old-addresses-listed",
        inputs=(template["uk"], all_shared["uk"], listed),
        expand=_pages_of_list,
    )
    short = tuple(short_folders(site.vocabulary))
    pairs = Gathered(digest_of([text.digest for text in moved]), partial(_pairs, tuple(moved)))
    yield Output(path="_redirects", inputs=(pairs, listed, short), render=render_redirects)
    yield Output(path="redirects.map", inputs=(pairs, listed, short), render=render_nginx_map)


def _groups(texts: list[Text]) -> dict[tuple[str, int, Lang], tuple[Text, ...]]:
    groups: defaultdict[tuple[str, int, Lang], list[Text]] = defaultdict(list)
    for text in texts:
        year = text.day.year if text.day is not None else 0
        groups[text.kind, year, text.lang].append(text)
    return {group: tuple(some) for group, some in groups.items()}


def _themselves(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    return texts


def _pairs(texts: tuple[Text, ...]) -> Pairs:
    return tuple(sorted((alias, text.address) for text in texts for alias in text.aliases))


def _pages_of_texts(template: Template, shared: Shared, texts: Gathered[Text]) -> Iterator[Output]:
    for text in texts.gather():
        for alias in text.aliases:
            inputs = (template, shared, text)
            yield Output(path=page_path(alias), inputs=inputs, render=render_redirect)


def _pages_of_list(template: Template, shared: Shared, listed: str) -> Iterator[Output]:
    for old, new in read_moved(listed):
        if is_page(old):
            inputs = (template, shared, new)
            yield Output(path=page_path(old), inputs=inputs, render=render_moved)


def short_outputs(template: Template, shared: Shared, act: Text) -> Iterator[Output]:
    """Yield the page at each short address of an act; it stands in the act's own group."""
    for address in short_addresses(act, shared.vocabulary):
        inputs = (template, shared, act)
        yield Output(path=page_path(address), inputs=inputs, render=render_redirect)


def render_redirect(template: Template, shared: Shared, text: Text) -> str:
    """Return the page that leads from another address to a text."""
    return _page(template, shared, text.title, text.address)


def render_moved(template: Template, shared: Shared, new: str) -> str:
    """Return the page that leads from an old address to a list."""
    return _page(template, shared, shared.frame.site_name, new)


def _page(template: Template, shared: Shared, title: str, url: str) -> str:
    view = RedirectView(
        lang=shared.lang, title=title, url=url,
        canonical="" if shared.is_preview else shared.absolute(url),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def render_redirects(moved: Gathered[tuple[str, str]], listed: str, short: Pairs) -> str:
    """Return the map of addresses as Netlify, Cloudflare and GitLab Pages read it.

    ``short`` are folders: one line for all acts of a body and a kind.
    """
    pairs = (*moved.gather(), *read_moved(listed))
    lines = [f"{quote(old)} {new} 301\n" for old, new in pairs]
    return "".join([*lines, *(f"{old}* {new}:splat 301\n" for old, new in short)])


def render_nginx_map(moved: Gathered[tuple[str, str]], listed: str, short: Pairs) -> str:
    """Return the same for nginx: ``map $uri $moved { include redirects.map; }``."""
    pairs = (*moved.gather(), *read_moved(listed))
    lines = [f'"{old}" "{new}";\n' for old, new in pairs]
    return "".join([*lines, *(f'"~^{old}(?<act>.+)$" "{new}$act";\n' for old, new in short)])
