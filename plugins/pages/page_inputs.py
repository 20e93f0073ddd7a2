"""What the page of one text is made from: the text, its body, and whom it meets on the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.output import Editions, LazyBody, Site, Tie
from plugins.output.digest import digest_of
from plugins.pages.view import Link

Names = Mapping[str, str]
"""What stands at an address, in a word or two, for breadcrumbs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInputs:
    """Everything a text's page may show beside what all pages share; its digest is the page's key.

    ``targets`` maps the content paths that the body links to onto addresses (empty while the
    text is not public); ``files`` holds the pictures and attachments of header and body;
    ``above`` are the pages above this one, the nearest last. All of it is in ``known_by``.
    """

    text: Text
    body: LazyBody
    expired: bool
    standing: Standing
    stage: Stage | None
    newer: Text | None
    older: Text | None
    translation: Text | None
    ties: tuple[Tie, ...]
    owner: Text | None
    head: Text | None
    editions: Editions
    targets: Mapping[str, str]
    files: Mapping[str, ContentFile]
    above: "Above"
    digest: str


@dataclass(frozen=True, slots=True)
class Above:
    """The pages above an address that there are, the nearest last; the home page is not one."""

    links: tuple[Link, ...]
    digest: str


AboveOf = Callable[[str], Above]
"""From an address to the pages above it."""

_NOBODY = (None, None)


def known_by(text: Text, site: Site, above: AboveOf) -> str:
    """Return what the page of a text is known by: every field of its PageInputs stands in it.

    Asked of every text in every build, so nothing is made for it that most texts have not.
    """
    register, path = site.register, text.path
    newer, older = register.neighbours.get(path, _NOBODY)
    known = (
        f"{register.known[path]}|{newer.digest if newer else ''}|"
        f"{older.digest if older else ''}|{above(text.address).digest}"
    )
    if path in register.expired:
        known += "|expired"
    if path in register.translations:
        known += f"|translation={register.translations[path].digest}"
    known += site.history.known_by(text)
    if text.references or text.mentions:
        known += _pointed_at(text, site)
    return known


def _pointed_at(text: Text, site: Site) -> str:
    """Return what lies now where body and header point; the paths are in the text's digests."""
    files, by_path = site.files, site.register.by_path
    known = [""]
    for reference in text.references:
        file = files.get(reference.target)
        known.append(file.digest if file else _address(reference.target, site))
    for mention in text.mentions:
        if mention.sort in ("picture", "file"):
            known.append(files[mention.target].digest)
        elif mention.field in ("owner", "head"):
            other = by_path.get(mention.target)
            known.append(other.digest if other else "")
    return "|".join(known)


def page_inputs(text: Text, site: Site, above: AboveOf) -> PageInputs:
    """Gather what the page of a text is made from."""
    register = site.register
    newer, older = register.neighbours.get(text.path, _NOBODY)
    return PageInputs(
        text=text,
        body=site.body(text),
        expired=text.path in register.expired,
        standing=register.standing(text),
        stage=register.stages.get(text.path),
        newer=newer,
        older=older,
        translation=register.translations.get(text.path),
        ties=register.ties.get(text.path, ()),
        owner=_owner(text, site),
        head=_head(text, site),
        editions=site.history.editions(text),
        targets=_targets(text, site),
        files=_files(text, site),
        above=above(text.address),
        digest=known_by(text, site, above),
    )


def _linked(text: Text) -> list[str]:
    return sorted({reference.target for reference in text.references})


def _targets(text: Text, site: Site) -> dict[str, str]:
    return {path: _address(path, site) for path in _linked(text) if path.endswith(".md")}


def _files(text: Text, site: Site) -> dict[str, ContentFile]:
    paths = (*_linked(text), *text.files)
    return {path: site.files[path] for path in paths if path in site.files}


def _owner(text: Text, site: Site) -> Text | None:
    return _mentioned("owner", text, site)


def _head(text: Text, site: Site) -> Text | None:
    return _mentioned("head", text, site)


def _mentioned(field: str, text: Text, site: Site) -> Text | None:
    """Return the text that the header names under this key, if it is public."""
    paths = (one.target for one in text.mentions if one.field == field)
    return site.register.by_path.get(next(paths, ""))


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


def ancestors_of(names: Names) -> AboveOf:
    """Return a function from an address to the pages above; texts share folders."""

    @cache
    def of_folder(folder: str) -> Above:
        links = ancestors(f"{folder}/-/", names)
        return Above(links, digest_of(links))

    def above(address: str) -> Above:
        return of_folder(address[: address.rindex("/", 0, -1)])

    return above
