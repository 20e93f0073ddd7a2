"""Acts cannot say of one another what cannot be."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from graphlib import CycleError, TopologicalSorter
from weakref import WeakKeyDictionary

from plugins.checks.wanted import in_header
from plugins.council.dates import numeric_date
from plugins.council.mentions import BETWEEN_ACTS, Mention
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site, rule

_ENDS = {"repeals", "suspends", "restores"}
"""Of these one act says at most one of another."""

_CHANGES = {"amends", *_ENDS}
"""What makes no sense of an act that is repealed already."""


@rule("contradiction", says="Акт змінює раніші акти, не пізніші")
def acts_change_earlier_ones(site: Site) -> Iterator[Problem]:
    """An act repeals, changes or implements acts adopted before it, never itself or a later one.

    Погано:  в акті від 01.02.2026 repeals: [{act: …}], де той акт від 05.03.2026
    Добре:   repeals стоїть у пізнішому з двох актів
    """
    for text, said, other in _said_of_acts(site):
        if other is text:
            message = "акт не може стосуватися сам себе. Вилучіть цей рядок."
        elif text.day and other.day and other.day > text.day:
            message = (
                f"{other.path} ухвалено пізніше ({numeric_date(other.day)}). "
                "Зв’язок пишуть у пізнішому з двох актів."
            )
        else:
            continue
        yield in_header(text, said.field, message, "contradiction")


@rule("contradiction", says="Акт каже про інший акт щось одне")
def acts_say_one_thing_of_another(site: Site) -> Iterator[Problem]:
    """An act repeals another, or suspends it, or restores it: not two of these at once.

    Погано:  repeals: [{act: …/1}] і suspends: [{act: …/1}] в одному акті
    Добре:   лише repeals: [{act: …/1}]
    """
    seen: dict[tuple[str, str], str] = {}
    for text, said, other in _said_of_acts(site):
        if said.name not in _ENDS:
            continue
        first = seen.setdefault((text.path, other.path), said.name)
        if first != said.name:
            message = f"про цей самий акт уже сказано «{first}». Лишіть одне з двох."
            yield in_header(text, said.field, message, "contradiction")


@rule("contradiction", says="Акт змінює той акт, який ще діє")
def acts_change_what_is_in_force(site: Site) -> Iterator[Problem]:
    """An act amends, suspends, restores or repeals one that is not repealed yet: else a warning.

    Погано:  акт 1 втратив чинність 02.10.2026, а в акті від 05.11.2026 amends: [{act: …/1}]
    Добре:   amends називає акт, який діє
    """
    said_of = [one for one in _said_of_acts(site) if one[1].name in _CHANGES]
    repealed: dict[str, tuple[date, Text]] = {}
    for text, said, other in said_of:
        if said.name == "repeals" and text.effective and not text.withdrawn:
            this = (text.effective, text)
            first = repealed.setdefault(other.path, this)
            repealed[other.path] = min(first, this, key=lambda one: (one[0], one[1].path))
    for text, said, other in said_of:
        since, by = repealed.get(other.path, (date.max, text))
        if by is not text and text.day is not None and since < text.day:
            message = (
                f"{other.path} втратив чинність {numeric_date(since)} ({by.path}), а цей акт "
                "ухвалено пізніше. Перевірте, чи той акт названо."
            )
            found = in_header(text, said.field, message, "contradiction")
            yield replace(found, severity="warning")


@rule("contradiction", says="Зв’язки актів не йдуть по колу")
def relations_run_in_no_circle(site: Site) -> Iterator[Problem]:
    """Acts of one day do not change one another in a circle.

    Погано:  акт 1 змінює акт 2, а акт 2 – акт 1
    Добре:   зміни вносить один із двох
    """
    earlier: dict[str, set[str]] = {}
    by_path: dict[str, tuple[Text, Mention]] = {}
    for text, said, other in _said_of_acts(site):
        if other.day == text.day and other is not text:
            earlier.setdefault(text.path, set()).add(other.path)
            by_path[text.path] = (text, said)
    if circle := _circle(earlier):
        text, said = by_path[min(circle)]
        message = f"зв’язки йдуть по колу: {' → '.join(circle)}. Приберіть один із них."
        yield in_header(text, said.field, message, "contradiction")


def _circle(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        start = circle.index(min(circle))  # the same words whatever the order of texts
        return [*circle[start:-1], *circle[:start], circle[start]]
    return []


_Said = tuple[Text, Mention, Text]
"""An act, what it says, the act it says it of."""

_said: WeakKeyDictionary[Site, tuple[_Said, ...]] = WeakKeyDictionary()


def _said_of_acts(site: Site) -> tuple[_Said, ...]:
    """Return what acts say of one another; four rules ask for it."""
    if site not in _said:
        _said[site] = tuple(_found(site))
    return _said[site]


def _found(site: Site) -> Iterator[_Said]:
    by_identity = {text.identity: text for text in site.all_texts if text.kind == "acts"}
    for text in by_identity.values():
        for said in text.mentions:
            if said.name in BETWEEN_ACTS and said.target in by_identity:
                yield text, said, by_identity[said.target]
