"""The register: all public texts, who is related to whom, and the lists they stand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.council.discussion import Stage
from plugins.council.header import Lang
from plugins.council.status import IN_FORCE, Standing
from plugins.council.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One relation as a page shows it: ``name`` is a key of the catalogue («repealed_by»).

    The other side is a text of the archive (``url`` may name a place in it), or an external act
    by its words and web address.
    """

    name: str
    text: Text | None = None
    words: str = ""
    url: str = ""
    note: str = ""

    @property
    def digest(self) -> str:
        """What a relation is known by, put together by hand: every build asks every one."""
        text = self.text.digest if self.text else ""
        return f"{self.name}|{text}|{self.words}|{self.url}|{self.note}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Texts that stand together in a list, newest first.

    ``address`` answers with the newest 20, years and months stand below it. ``name``,
    ``short`` (for breadcrumbs) and ``lead`` are words of ``lang``. ``section`` names the kind
    («news»), or «topic»; ``parent`` is the address of the list above. ``choices`` are the facets
    that a list is chosen by, as pairs: ``(("body", "mva"), ("kind", "nakaz"))``.
    """

    address: str
    lang: Lang
    section: str
    name: str
    lead: str
    texts: tuple[Text, ...]
    short: str
    parent: str = ""
    past: bool = False  # a list of what has expired
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def is_choice(self) -> bool:
        """Whether it is one of the many lists by which acts are chosen, beside those of bodies."""
        return bool(self.choices) and self.choices[0][0] != "body"

    @property
    def has_feeds(self) -> bool:
        """Whether one may subscribe to it: what a choice holds, the feeds of its body tell too."""
        return bool(self.texts) and not self.past and not self.is_choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What is true of the texts together. ``texts`` are public now, in order of their paths.

    ``by_path`` and ``by_identity`` find a text, ``by_kind`` the originals of a kind, those in
    Ukrainian; ``ties`` gives a text's relations by its path; ``neighbours`` the newer and older
    text of its section; ``shown`` says what a card of a text is known by, with how an act stands
    and where a discussion is, ``known`` what it is with its body and relations too; ``expired``
    holds paths, ``standings`` the acts that are not simply in force, by path, ``stages`` where
    bills and consultations stand.
    """

    texts: tuple[Text, ...] = ()
    by_path: Mapping[str, Text] = field(default_factory=dict)
    by_identity: Mapping[str, Text] = field(default_factory=dict)
    by_kind: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    ties: Mapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[Text | None, Text | None]] = field(default_factory=dict)
    translations: Mapping[str, Text] = field(default_factory=dict)
    collections: tuple[Collection, ...] = ()
    expired: frozenset[str] = frozenset()
    shown: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)

    def of_kind(self, kind: str) -> tuple[Text, ...]:
        """Return the texts of a kind in Ukrainian, without translations."""
        return self.by_kind.get(kind, ())

    def standing(self, act: Text) -> Standing:
        """Return how an act stands at the moment of the build."""
        return self.standings.get(act.path, IN_FORCE)
