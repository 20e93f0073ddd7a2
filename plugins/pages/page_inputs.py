"""What the page of one text is made from: the text, its body, and whom it meets on the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.council.files import ContentFile
from plugins.council.header import Unit
from plugins.council.text import Text
from plugins.output import LazyBody, Site, Tie
from plugins.output.digest import digest_of
from plugins.pages.view import Link

Names = Mapping[str, str]
"""What stands at an address, in a word or two, for breadcrumbs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInputs:
    """Everything a text's page may show beside what all pages share; its digest is the page's key.

    ``targets`` maps the content paths that the body links to onto addresses (empty while the
    text is not public); ``files`` holds the pictures and attachments of header and body;
    ``above`` are the pages above this one, the nearest last.
    """

    text: Text
    body: LazyBody
    expired: bool
    newer: Text | None
    older: Text | None
    translation: Text | None
    ties: tuple[Tie, ...]
    owner: Text | None
    head: Text | None
    targets: Mapping[str, str]
    files: Mapping[str, ContentFile]
    above: "Above"

    @property
    def digest(self) -> str:
        """What the fields are known by. Put together by hand: every build asks every text."""
        texts = (
            self.text,
            self.body,
            self.newer,
            self.older,
            self.translation,
            self.owner,
            self.head,
        )
        known = "|".join("-" if one is None else one.digest for one in texts)
        ties = "|".join(tie.digest for tie in self.ties)
        targets = "|".join(f"{path}={address}" for path, address in self.targets.items())
        files = "|".join(f"{path}={file.digest}" for path, file in self.files.items())
        return f"{known}|{self.expired}|{self.above.digest}|{ties}|{targets}|{files}"


@dataclass(frozen=True, slots=True)
class Above:
    """The pages above an address that there are, the nearest last; the home page is not one."""

    links: tuple[Link, ...]
    digest: str


def page_inputs(text: Text, site: Site, above: Callable[[str], Above]) -> PageInputs:
    """Gather what the page of a text is made from."""
    register = site.register
    newer, older = register.neighbours.get(text.path, (None, None))
    header = text.header
    linked = sorted({reference.target for reference in text.references})
    head = header.head if isinstance(header, Unit) else None
    return PageInputs(
        text=text,
        body=site.body(text),
        expired=text.path in register.expired,
        newer=newer,
        older=older,
        translation=register.translations.get(text.path),
        ties=register.ties.get(text.path, ()),
        owner=register.by_path.get(f"units/{header.owner}.md") if header.owner else None,
        head=register.by_path.get(head) if head else None,
        targets={path: _address(path, site) for path in linked if path.endswith(".md")},
        files={path: site.files[path] for path in (*linked, *text.files) if path in site.files},
        above=above(text.address.rstrip("/").rpartition("/")[0]),
    )


def _address(path: str, site: Site) -> str:
    text = site.register.by_path.get(path)
    return text.address if text else ""


def ancestors(address: str, names: Names) -> tuple[Link, ...]:
    """Return the pages above this address that there are, the nearest last.

    ``/dokumenty/miska-rada/rishennia/2021/5/`` has «Документи», «Міська рада», «Рішення», «2021».
    The home pages are not among them.
    """
    parts = address.strip("/").split("/")
    above = ("/" + "/".join(parts[:count]) + "/" for count in range(1, len(parts)))
    return tuple(Link(title=names[one], url=one) for one in above if one in names)


def ancestors_of(names: Names) -> Callable[[str], Above]:
    """Return a function from a folder of addresses to the pages above; texts share folders."""

    @cache
    def above(folder: str) -> Above:
        links = ancestors(f"{folder}/-/", names)
        return Above(links, digest_of(links))

    return above
