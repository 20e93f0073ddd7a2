"""The acts to which an act is related, as references, events and modifications."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.akoma_ntoso import names
from plugins.akoma_ntoso.act_inputs import Publisher
from plugins.akoma_ntoso.iri import iri
from plugins.council.mentions import BETWEEN_ACTS
from plugins.council.status import CHANGES
from plugins.council.text import Text
from plugins.output import Tie

_OF_OTHERS = (*CHANGES, "implemented_by", "corrected_by")


@dataclass(frozen=True, slots=True)
class Related:
    """An act by its name and the address of its page; ``relation`` is a key of the catalogue.

    ``day`` is that from which it changes this act, where it does.
    """

    eid: str
    relation: str
    href: str
    title: str
    page: str = ""
    day: date | None = None

    @property
    def is_active(self) -> bool:
        """Whether this act says it of the other."""
        return self.relation in BETWEEN_ACTS


def related(ties: Iterable[Tie], publisher: Publisher) -> tuple[Related, ...]:
    """Return the acts with an address, of the archive and outside, in the order of the ties."""
    return tuple(
        _related(f"ref_{number}", tie, publisher) for number, tie in enumerate(_to_acts(ties), 1)
    )


def without_address(ties: Iterable[Tie]) -> Iterator[Tie]:
    """Yield relations to acts that are known by words only."""
    return (tie for tie in ties if tie.text is None and not iri(tie.url))


def _to_acts(ties: Iterable[Tie]) -> Iterator[Tie]:
    between = (tie for tie in ties if tie.name in BETWEEN_ACTS or tie.name in _OF_OTHERS)
    return (tie for tie in between if tie.text is not None or iri(tie.url))


def _related(eid: str, tie: Tie, publisher: Publisher) -> Related:
    note = f" ({tie.note})" if tie.note else ""
    act = tie.text
    if act is None:
        return Related(eid, tie.name, iri(tie.url), tie.words + note)
    return Related(
        eid=eid, relation=tie.name, href=names.work(act, publisher.jurisdiction),
        title=f"{act.title}{note}", page=publisher.url + act.address, day=_day(tie.name, act),
    )  # fmt: skip


def _day(relation: str, act: Text) -> date | None:
    """An act published by mistake and withdrawn changes nothing."""
    return act.effective if relation in CHANGES and not act.withdrawn else None
