"""What every page of one language shows, known by one digest."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from plugins.council.addresses import SEARCH
from plugins.council.header import Lang
from plugins.council.vocabulary import Vocabulary, said
from plugins.output import Site, Theme
from plugins.output.digest import digest_of
from plugins.pages.assets import Assets
from plugins.pages.view import Fragments, Frame, Link, LinkGroup

HOMES: Mapping[Lang, str] = {"uk": "/", "en": "/en/"}

AllShared = Mapping[Lang, "Shared"]
"""What pages share, by language."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The frame, the vocabulary and the site's address; ``digest`` covers them all.

    ``is_preview`` when the pages are for colleagues: then nothing is offered to programs.
    An input of every page: a new menu entry or topic's name renders all pages anew, a new text
    none but its own and its lists.
    """

    frame: Frame
    vocabulary: Vocabulary
    url: str
    indexed: bool
    words: Mapping[str, str]
    is_preview: bool
    digest: str

    @property
    def lang(self) -> Lang:
        """The language of these pages."""
        return self.frame.lang

    @property
    def mail(self) -> str:
        """The address to which readers report mistakes."""
        return str(self.vocabulary.site.get("report_errors_to") or self.frame.email)

    def word(self, key: str, **parts: object) -> str:
        """Return an interface string with its parts put in."""
        return self.words[key].format(**parts) if parts else self.words[key]

    def absolute(self, address: str) -> str:
        """Return an address with the site's own in front."""
        return self.url + address


def shared(site: Site, lang: Lang, assets: Assets, answered: Collection[str]) -> Shared:
    """Return what all pages of a language share.

    ``answered`` are the addresses of this build: a menu entry is shown once its page is there,
    in its own language where it has one.
    """
    data = site.vocabulary.site
    frame = Frame(
        lang=lang,
        site_name=_said(data, "name", lang),
        site_motto=_said(data, "motto", lang),
        home=HOMES[lang],
        search=f"/{SEARCH}/",
        emblem=None,
        menu=links(data.get("menu", ()), lang, answered),
        footer=_groups(data.get("footer", ()), lang, answered),
        address=_said(data, "address", lang),
        phone=_said(data, "phone", lang),
        phone_href=phone_href(_said(data, "phone", lang)),
        email=_said(data, "email", lang),
        stylesheets=(assets.style.address,),
        scripts=(assets.script.address,),
        page_scripts={name: one.address for name, one in assets.page_scripts.items()},
        search_script=assets.search.address,
        fonts=tuple(font.address for font in assets.fonts),
        icon=assets.icon.address if assets.icon else "",
        fragments=None,
        preview=_preview(site),
    )
    frame = replace(frame, fragments=_fragments(frame, site.theme))
    vocabulary = replace(site.vocabulary, moved="")  # no page shows it
    words, preview = site.theme.words(lang), site.preview is not None
    parts = (frame, vocabulary, site.url, site.indexed, words, preview)
    return Shared(*parts, digest_of(*parts))


def _preview(site: Site) -> str:
    """Return what a preview says of itself on every page, in Ukrainian whatever the page's is."""
    preview, words = site.preview, site.theme.words("uk")
    if preview is None:
        return ""
    named = {"preview_branch": preview.branch, "preview_commit": preview.commit}
    known = [words[key].format(name=name) for key, name in named.items() if name]
    return words["preview"].format(of=f": {', '.join(known)}" if known else "")


def _fragments(frame: Frame, theme: Theme) -> Fragments:
    """Render what no page changes, once a build and not on every page."""

    def part(name: str) -> Markup:
        return Markup(theme.template(f"partials/{name}.html", frame.lang).render(frame=frame))

    return Fragments(
        assets=part("assets"), find=part("find"), alerts=part("alerts"), footer=part("footer")
    )


def phone_href(phone: str) -> str:
    """Return «+38 (0626) 48-55-11» as a ``tel:`` address (RFC 3966)."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"tel:{'+' if phone.lstrip().startswith('+') else ''}{digits}" if digits else ""


def links(
    entries: Iterable[Mapping[str, Any]], lang: Lang, answered: Collection[str]
) -> tuple[Link, ...]:
    """Return the entries of a menu whose pages are there, in their own language if possible."""
    found = []
    for entry in entries:
        url = str(entry["url"])
        own = f"/en{url}" if lang == "en" else url
        if own in answered:
            found.append(Link(title=said(entry["title"], lang), url=own))
        elif url in answered or not url.startswith("/"):
            found.append(Link(title=said(entry["title"], lang), url=url))
    return tuple(found)


def _groups(
    entries: Iterable[Mapping[str, Any]], lang: Lang, answered: Collection[str]
) -> tuple[LinkGroup, ...]:
    groups = (
        LinkGroup(title=said(entry["title"], lang), links=links(entry["links"], lang, answered))
        for entry in entries
    )
    return tuple(group for group in groups if group.links)


def _said(data: Mapping[str, Any], key: str, lang: Lang) -> str:
    value = data.get(key) or ""
    return said(value, lang) if isinstance(value, Mapping) else str(value)
