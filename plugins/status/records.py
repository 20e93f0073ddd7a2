"""What the report is made of: sections, and in them things to look at."""

from dataclasses import dataclass
from datetime import datetime

from plugins.council.link_report import LinkReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look at: a file of ``content/`` or an address, what it is called, what to know.

    ``group`` is the heading below which it stands in its section.
    """

    where: str
    title: str
    words: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading, without words where a section needs none."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one sort, the most urgent first; its words are ``status_<name>``."""

    name: str
    items: tuple[Item, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The items by their groups, in the order in which groups first come."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.group, []).append(item)
        return tuple(Group(name, tuple(items)) for name, items in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The whole report, of ``moment``; ``links`` is the last walk along outside links."""

    moment: datetime
    sections: tuple[Section, ...]
    links: LinkReport | None = None
