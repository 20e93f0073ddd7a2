"""What texts and files must be: known words, links that lead somewhere, nothing that harms.

The schema (plugins/council/header.py) says what a header must hold; ``catalogue.py`` lists all
rules, docs/rules.md shows them to editors.
"""

from collections.abc import Iterable

from plugins.checks.catalogue import FILE_RULES, PLAN_RULES, SITE_RULES, TEXT_RULES
from plugins.checks.excuses import excused
from plugins.checks.personal_data import contacts_of_offices
from plugins.council.problem import Problem
from plugins.output import FileRule, Pardon, PlanRule, Rule, Site, TextRule, signals


def text_rules() -> Iterable[TextRule]:
    """Return the rules of one text, for when it is read."""
    return TEXT_RULES


def file_rules() -> Iterable[FileRule]:
    """Return the rules of one file, for when it is read."""
    return FILE_RULES


def rules() -> Iterable[Rule]:
    """Return the rules over all texts."""
    return SITE_RULES


def plan_rules() -> Iterable[PlanRule]:
    """Return the rules over the planned site."""
    return PLAN_RULES


def pardons(site: Site) -> Pardon:
    """Return what says of a problem that it does not count."""
    each = (excused(site), contacts_of_offices(site))

    def pardoned(problem: Problem) -> bool:
        return any(one(problem) for one in each)

    return pardoned


def register() -> None:
    """Give the engine the rules."""
    signals.get_text_rules.connect(text_rules)
    signals.get_file_rules.connect(file_rules)
    signals.get_rules.connect(rules)
    signals.get_plan_rules.connect(plan_rules)
    signals.get_pardons.connect(pardons)
