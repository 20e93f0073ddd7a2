"""Relations of a text as lists of links: «Змінює», «Скасовано актом», «Про цей документ пишуть»."""

from plugins.council.bodies import is_sitting
from plugins.output import Tie
from plugins.pages.cards import line
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.view import Link, LinkGroup

_ELSEWHERE = ("people", "agenda", "minutes")
"""People stand among a unit's contacts; minutes, bills and acts in what a session shows first."""


def related(inputs: PageInputs, shared: Shared) -> tuple[LinkGroup, ...]:
    """Return a group for each kind of relation, in the order they were declared."""
    groups: dict[str, list[Link]] = {}
    for tie in sorted(inputs.ties, key=_order):
        if tie.name not in _ELSEWHERE:
            groups.setdefault(_name(tie, shared), []).append(_link(tie, shared))
    return tuple(
        LinkGroup(title=shared.word(f"tie_{name}"), links=tuple(links))
        for name, links in groups.items()
    )


def _order(tie: Tie) -> tuple[str, tuple[float, str]]:
    return tie.name, tie.text.order if tie.text else (0.0, tie.words)


def _name(tie: Tie, shared: Shared) -> str:
    """A commission considers at a sitting, a council at a session."""
    sitting = tie.text is not None and is_sitting(tie.text, shared.vocabulary)
    return "considered_at_sitting" if tie.name == "considered_at" and sitting else tie.name


def _link(tie: Tie, shared: Shared) -> Link:
    note = tie.note
    if tie.name == "considered_at":
        note = shared.word("question_number", item=note)
    note = f" ({note})" if note else ""
    if tie.text is None:
        return Link(title=tie.words + note, url=tie.url)
    number = line(tie.text, shared)
    title = f"{number}. {tie.text.title}" if number else tie.text.title
    return Link(title=title + note, url=tie.text.address + tie.url)
