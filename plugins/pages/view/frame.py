"""What a page says of itself, and what every page shows around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from plugins.council.header import Lang
from plugins.pages.view.parts import Feed, Link, LinkGroup, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the page says of itself to search engines and social networks.

    ``title`` is the whole ``<title>``; ``canonical`` and ``image`` addresses are absolute;
    ``json_ld`` is ready JSON, safe inside ``<script type="application/ld+json">``; ``eli`` are
    properties of an act in the words of the European Legislation Identifier, with their values.
    """

    title: str
    description: str
    canonical: str
    json_ld: Markup
    og_type: Literal["website", "article"] = "website"
    image: str = ""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    published: str = ""
    modified: str = ""
    indexed: bool = True
    eli: tuple[tuple[str, str], ...] = ()
    alternates: tuple[Link, ...] = ()
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of one language shows: header, menu, footer, assets, words.

    ``emblem`` is the slot for the official symbol, empty until the council gives its file;
    ``page_scripts`` are scripts by name, for the template that needs one; ``preview`` is what a
    preview says of itself.
    """

    lang: Lang
    site_name: str
    site_motto: str
    home: str
    search: str
    emblem: Picture | None
    menu: tuple[Link, ...]
    footer: tuple[LinkGroup, ...]
    address: str
    phone: str
    phone_href: str
    email: str
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    page_scripts: Mapping[str, str]
    search_script: str
    fonts: tuple[str, ...]
    icon: str
    fragments: "Fragments | None"
    preview: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragments:
    """Parts of the frame that are the same on every page, rendered once a build."""

    assets: Markup
    find: Markup
    alerts: Markup
    footer: Markup
