"""The view of the page «Стан оприлюднення»."""

from dataclasses import dataclass

from plugins.pages.view.pages import PageView
from plugins.pages.view.parts import Link, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One row: a text (or words without an address) that is not as a rule asks."""

    about: Link
    when: When | None
    days: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRule:
    """One rule: what it asks, by what act, how the texts stand.

    ``suspended`` says that it does not bind now; ``years`` lead to the data of long lists;
    ``newest`` is said when not all ``breaches`` are shown.
    """

    id: str
    title: str
    source: str
    suspended: str
    verdict: str
    years: tuple[Link, ...]
    newest: str
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView(PageView):
    """How publication stands before the law: template publication. ``data`` is its JSON."""

    lead: str
    regimes: tuple[str, ...]
    rules: tuple[LawRule, ...]
    data: str
