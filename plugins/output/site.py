"""The site as plugins see it: settings, vocabulary, texts, files, the time. Nothing else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.council.files import ContentFile
from plugins.council.ledger import Ledger
from plugins.council.markdown import Body
from plugins.council.preview import Preview
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
from plugins.output.history import History
from plugins.output.register import Register
from plugins.output.templates import Theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LazyBody:
    """The body of a text, known by its digest and read only when a page is rendered.

    ``text`` gives it in plain words, ``Body.text``, without reading the rest.
    """

    digest: str
    read: Callable[[], Body]
    text: Callable[[], str]


@dataclass(frozen=True, slots=True)
class LazyFile:
    """The bytes of a content file, known by their digest and read only when needed."""

    digest: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Gathered(Generic[T]):
    """The records of a group, known by one digest and gathered only when it is expanded."""

    digest: str
    gather: Callable[[], tuple[T, ...]]


@dataclass(frozen=True, eq=False, kw_only=True)  # equal to itself alone: rules remember by it
class Site:
    """All that a build is a function of: (content, its history, settings, time, ledger).

    ``url`` is the address of this build without a slash at the end, ``public_url`` that at which
    residents find the site, whatever is built; ``indexed`` whether search engines are welcome;
    ``pictures`` is a folder for encoded pictures, kept between builds;
    ``all_texts`` holds the unfinished and scheduled ones too, the ``register``
    only what is public at ``now``; an error keeps the texts at the paths ``faulty`` out of both
    while rules are asked. ``extract`` gives by name and path what a plugin's Extract made
    of a text or file; ``cache`` is a folder for what plugins keep between builds of this output:
    it is emptied when the code changes and may be deleted at any time;
    ``search_engine`` and ``web_editor`` are the settings of those names; in a ``preview`` the
    register holds unfinished and scheduled texts too, marked. ``each(job, items)`` yields
    ``job(item)`` of each item in order, on all cores: for what a plugin must make anew of all texts
    while it plans.
    """

    url: str
    public_url: str
    indexed: bool
    now: datetime
    vocabulary: Vocabulary
    theme: Theme
    pictures: Path
    all_texts: tuple[Text, ...]
    files: Mapping[str, ContentFile]
    ledger: Ledger
    register: Register
    body: Callable[[Text], LazyBody]
    content: Callable[[ContentFile], LazyFile]
    extract: Callable[[str, str], str]
    cache: Path
    search_engine: str
    web_editor: Mapping[str, Any] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    each: Callable[..., Iterable[Any]] = map
    preview: Preview | None = None
    history: History = field(default_factory=History)

    @cached_property
    def all_by_path(self) -> Mapping[str, Text]:
        """All texts by path: many rules look others up, each build asks all rules."""
        return {text.path: text for text in self.all_texts}

    @cached_property
    def all_by_identity(self) -> Mapping[str, Text]:
        """All texts by identity, the last where two share one."""
        return {text.identity: text for text in self.all_texts}
