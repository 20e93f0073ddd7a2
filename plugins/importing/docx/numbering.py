"""The numbers that Word counts by itself: what the reader saw before each paragraph."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plugins.importing.docx.parts import switched, value, whole
from plugins.importing.number_formats import written

_LEVELS = 9
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``text`` is a pattern such as «%1.%2.»."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _Number:
    """An instance of a list: which definition it follows, where it begins anew."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """Counts as Word does: instances of one definition count together, unless told not to."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._style_lists: dict[str, str] = {}
        self._numbers: dict[str, _Number] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for child in root if root is not None else ():
            if child.tag == "w.abstractNum":
                self._define(child)
            elif child.tag == "w.num":
                self._numbers[child.get("w.numId", "")] = _number(child)

    def _define(self, element: Element) -> None:
        name = element.get("w.abstractNumId", "")
        self._abstracts[name] = _levels(element)
        if link := value(element, "w.numStyleLink"):
            self._links[name] = link
        if style := value(element, "w.styleLink"):
            self._style_lists[style] = name

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level that belongs to a paragraph style in a list."""
        levels = self._levels_of(number)
        return next((n for n, level in levels.items() if level.style == style), 0)

    def label(self, number: str, place: int) -> str:
        """Count on and return what stands before this paragraph: «1.1.», BULLET or nothing."""
        found = self._numbers.get(number)
        if found is None or not 0 <= place < _LEVELS:
            return ""
        levels = self._levels_of(number)
        level = levels.get(place, Level(format="none"))
        if level.format == "bullet":
            return BULLET
        counts = self._counts.setdefault(self._counted_by(found), [None] * _LEVELS)
        self._count(number, found, place, levels, counts)
        return _shown(level, levels, counts)

    def _count(
        self, number: str, found: _Number, place: int, levels: dict[int, Level],
        counts: list[int | None],
    ) -> None:  # fmt: skip
        start = levels.get(place, Level()).start
        if place in found.starts and (number, place) not in self._begun:
            counts[place], start = None, found.starts[place]
        self._begun.add((number, place))
        for above in range(place):
            if counts[above] is None:
                counts[above] = levels.get(above, Level()).start
        now = counts[place]
        counts[place] = start if now is None else now + 1
        for below in range(place + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart != 0 and (restart < 0 or place < restart):
                counts[below] = None

    def _counted_by(self, found: _Number) -> str:
        link = self._links.get(found.abstract)
        return self._style_lists.get(link, found.abstract) if link else found.abstract

    def _levels_of(self, number: str) -> dict[int, Level]:
        found = self._numbers.get(number)
        if found is None:
            return {}
        return {**self._abstracts.get(self._counted_by(found), {}), **found.levels}


def _levels(parent: Element) -> dict[int, Level]:
    found = ((whole(one.get("w.ilvl"), -1), _level(one)) for one in parent if one.tag == "w.lvl")
    return {place: level for place, level in found if 0 <= place < _LEVELS}


def _level(element: Element) -> Level:
    format_, custom = value(element, "w.numFmt"), value(element, "w.numFmt", "w.format") or ""
    for choice in element.iter("mc.Choice"):
        format_ = value(choice, "w.numFmt") or format_
        custom = value(choice, "w.numFmt", "w.format") or custom
    if format_ == "custom":
        format_ = _custom(custom)
    text = element.find("w.lvlText")
    return Level(
        format=format_ or "decimal",
        text=text.get("w.val", "") if text is not None else "",
        start=max(whole(value(element, "w.start"), 1), 0),
        restart=whole(value(element, "w.lvlRestart"), -1),
        legal=bool(switched(element, "w.isLgl")),
        style=value(element, "w.pStyle") or "",
    )


def _custom(pattern: str) -> str:
    """Return the nearest known format of «001, 002, …» or «а, б, …»."""
    first = pattern.partition(",")[0].strip()
    if re.fullmatch(r"0+1", first):
        return "decimalZero"
    letters = {"а": "ukrainianLower", "А": "ukrainianUpper", "a": "lowerLetter", "A": "upperLetter"}
    return letters.get(first, "decimal")


def _number(element: Element) -> _Number:
    made = _Number(value(element, "w.abstractNumId") or "")
    for override in element.findall("w.lvlOverride"):
        place = whole(override.get("w.ilvl"), -1)
        start = value(override, "w.startOverride")
        if start is not None:
            made.starts[place] = max(whole(start, 1), 0)
        made.levels |= _levels(override)
    return made


def _shown(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    def part(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        asked = levels.get(place, Level())
        count = counts[place]
        format_ = "decimal" if level.legal else asked.format
        return written(asked.start if count is None else count, format_)

    if level.format == "none":
        return re.sub(r"%[1-9]", "", level.text).strip()
    return re.sub(r"%([1-9])", part, level.text).strip()
