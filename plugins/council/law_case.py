"""What is held against the law, and what a check of it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.council.law_data import Law, Rule, Section
from plugins.council.text import Text


class Breach(NamedTuple):
    """A text that is not as a rule asks, or a ``section`` that is not there.

    ``days`` counts what the rule counts (working days, for its months calendar days), ``None``
    when a date is unknown; ``note`` says that the rule does not bind in the regime of the time;
    ``items`` are the numbers of questions of an agenda.
    """

    rule: Rule
    text: Text | None
    days: int | None
    note: bool
    section: Section | None = None
    items: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year of the text, 0 without one."""
        return self.text.day.year if self.text and self.text.day else 0

    @property
    def digest(self) -> str:
        """What a breach is known by beside the law, which says the rule's version by the text."""
        # A file may be renamed and its act stay as it is; the data name the file.
        about = f"{self.text.path} {self.text.digest}" if self.text else self.section
        return f"{self.rule.id} {about} {self.days} {self.note} {self.items}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is held against the law on the day ``today`` in Kyiv: texts that are public.

    ``voted`` are the questions with votes by name, by the path of a session; ``commissions`` the
    bodies whose sittings are no sessions of a council.
    """

    law: Law
    acts: tuple[Text, ...]
    bills: tuple[Text, ...]
    sessions: tuple[Text, ...]
    voted: Mapping[str, frozenset[str]]
    commissions: frozenset[str]
    sections: frozenset[str]
    today: date


Check = Callable[[Rule, Case], Iterator[Breach]]
