"""What the file of one act is made from, and what all files share."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from plugins.council.files import ContentFile
from plugins.council.header import Lang
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.output import LazyBody, Site, Tie
from plugins.output.digest import digest_of

WORDS = (
    "fact_status", "status_since", "status_upcoming", "status_in_force", "status_amended",
    "status_suspended", "status_restored", "status_repealed", "status_never_in_force",
    "effect_unknown", "withdrawn", "fact_published", "fact_effective_from", "tie_amends",
    "tie_repeals", "tie_suspends", "tie_restores", "tie_implements", "tie_corrects",
    "tie_suspended_by", "tie_restored_by", "role_author", "role_editor",
)  # fmt: skip
"""Keys of the catalogue that a file may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """What the files of one language share; all of it is in ``digest``.

    ``jurisdiction`` is the place in an address of Akoma Ntoso («ua-kramatorsk»).
    """

    url: str
    jurisdiction: str
    words: Mapping[str, str]
    bodies: Mapping[str, Entry]
    kinds: Mapping[str, Entry]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActInputs:
    """Everything of its own that an act's file may say; all of it is in ``digest``.

    ``targets`` and ``files`` are what the body links to, by path in content/; what is not public
    is not there.
    """

    text: Text
    body: LazyBody
    standing: Standing
    ties: tuple[Tie, ...]
    targets: Mapping[str, Text]
    files: Mapping[str, ContentFile]
    digest: str


def publisher_of(site: Site, lang: Lang) -> Publisher:
    """Return what the files of one language share."""
    words, vocabulary = site.theme.words(lang), site.vocabulary
    jurisdiction = quote(str(vocabulary.site.get("jurisdiction") or "ua"))
    said = {key: words[key] for key in WORDS}
    bodies, kinds = vocabulary.bodies, vocabulary.act_kinds
    return Publisher(
        url=site.url, jurisdiction=jurisdiction, words=said, bodies=bodies, kinds=kinds,
        digest=digest_of(site.url, jurisdiction, said, bodies, kinds),
    )  # fmt: skip


def known_by(act: Text, site: Site) -> str:
    """Return what the file of an act is known by: every field of its ActInputs stands in it.

    Asked of every act in every build, so nothing is made for it that most acts have not.
    """
    known = site.register.known[act.path]
    if act.references:
        known += "".join(f"|{_pointed_at(one.target, site)}" for one in act.references)
    return known


def _pointed_at(path: str, site: Site) -> str:
    file, text = site.files.get(path), site.register.by_path.get(path)
    return file.digest if file else text.digest if text else ""


def act_inputs(act: Text, site: Site) -> ActInputs:
    """Gather what the file of an act is made from."""
    by_path, files = site.register.by_path, site.files
    linked = sorted({one.target for one in act.references})
    return ActInputs(
        text=act,
        body=site.body(act),
        standing=site.register.standing(act),
        ties=site.register.ties.get(act.path, ()),
        targets={path: by_path[path] for path in linked if path in by_path},
        files={path: files[path] for path in linked if path in files},
        digest=known_by(act, site),
    )
