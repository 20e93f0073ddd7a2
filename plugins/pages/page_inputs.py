"""What the page of one text is made from: the text, its body, and whom it meets on the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.council.files import ContentFile
from plugins.council.header import Bill, Unit
from plugins.council.text import Text
from plugins.output import LazyBody, Site, Tie
from plugins.pages.view import Link

Names = Mapping[str, str]
"""What stands at an address, in a word or two, for breadcrumbs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInputs:
    """Everything a text's page may show beside what all pages share; its digest is the page's key.

    ``targets`` maps the content paths that the body links to onto addresses (empty while the
    text is not public); ``files`` holds the pictures and attachments of header and body.
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
    above: tuple[Link, ...]


def page_inputs(text: Text, site: Site, names: Names) -> PageInputs:
    """Gather what the page of a text is made from."""
    register = site.register
    newer, older = register.neighbours.get(text.path, (None, None))
    linked = {reference.target for reference in text.references}
    header = text.header
    head = header.head if isinstance(header, Unit) else None
    return PageInputs(
        text=text,
        body=site.body(text),
        expired=text.path in register.expired,
        newer=newer,
        older=older,
        translation=register.translations.get(text.path),
        ties=register.ties.get(text.path, ()),
        owner=register.by_path.get(f"units/{header.owner}.md"),
        head=register.by_path.get(head or ""),
        targets={path: _address(path, site) for path in linked if path.endswith(".md")},
        files={path: site.files[path] for path in linked | named_files(text) if path in site.files},
        above=ancestors(text.address, names),
    )


def _address(path: str, site: Site) -> str:
    text = site.register.by_path.get(path)
    return text.address if text else ""


def named_files(text: Text) -> set[str]:
    """Return the paths of pictures and files that a header names."""
    header = text.header
    named = {item.file for item in header.gallery}
    named |= {item.file for item in header.attachments}
    named |= {header.image or "", str(getattr(header, "signature", None) or "")}
    if isinstance(header, Bill):
        named |= {header.explanatory_note or "", (header.outcome and header.outcome.report) or ""}
    return named - {""}


def ancestors(address: str, names: Names) -> tuple[Link, ...]:
    """Return the pages above this address that there are, the nearest last.

    ``/dokumenty/miska-rada/rishennia/2021/5/`` has «Документи», «Міська рада», «Рішення», «2021».
    The home pages are not among them.
    """
    parts = address.strip("/").split("/")
    above = ("/" + "/".join(parts[:count]) + "/" for count in range(1, len(parts)))
    return tuple(Link(title=names[one], url=one) for one in above if one in names)
