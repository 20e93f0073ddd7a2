"""Pages of a built site as a parser of HTML sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from tests.site.built_site import URL, BuiltSite


@dataclass(frozen=True)
class Page:
    """One page: the address at which it answers and its tree."""

    address: str
    root: HtmlElement

    @property
    def url(self) -> str:
        """The absolute address."""
        return URL + self.address

    @property
    def indexed(self) -> bool:
        """Whether search engines may show it."""
        return self.meta("robots") is None

    @property
    def redirects(self) -> bool:
        """Whether it only leads from an old address to the new one."""
        return any(one.get("http-equiv") == "refresh" for one in self.every("meta"))

    @property
    def title(self) -> str:
        """What stands in ``<title>``."""
        return words(next(self.every("title")))

    @property
    def heading(self) -> str:
        """The words of the first ``<h1>``."""
        return words(next(self.every("h1")))

    def every(self, *tags: str) -> Iterator[HtmlElement]:
        """Yield the elements with these tags in the order of the page, all without tags."""
        return (one for one in self.root.iter(*tags) if isinstance(one.tag, str))

    def meta(self, name: str) -> str | None:
        """Return the content of ``<meta name=…>`` or ``<meta property=…>``."""
        named = (
            one for one in self.every("meta") if name in (one.get("name"), one.get("property"))
        )
        return next((one.get("content") for one in named), None)

    def links(self, rel: str) -> list[HtmlElement]:
        """Return ``<link rel=…>`` elements."""
        return [one for one in self.every("link") if one.get("rel") == rel]

    def absolute(self, reference: str) -> str:
        """Return where a reference on this page leads."""
        return urljoin(self.url, reference)


def words(element: HtmlElement) -> str:
    """Return the text of an element with its white space made single."""
    return " ".join("".join(element.itertext()).split())


def pages_of(site: BuiltSite) -> tuple[Page, ...]:
    """Return all pages of a site, each parsed once."""
    return tuple(_page(site.folder, path) for path in site.pages)


@cache
def _page(folder: Path, path: str) -> Page:
    root = html.document_fromstring((folder / path).read_text("utf-8"))
    return Page("/" + path.removesuffix("index.html"), root)
