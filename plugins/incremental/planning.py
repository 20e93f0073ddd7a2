"""From texts to a plan: read, check, make the register, ask every plugin for its outputs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from plugins.council.problem import Problem
from plugins.incremental.asking import (
    Told,
    by_rules,
    checked_texts,
    counted,
    has_errors,
    pardons_of,
    read_site,
)
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.halves import both_halves, checked_halves
from plugins.incremental.last_build import LastBuild, last_build
from plugins.incremental.misplaced import Misplaced
from plugins.incremental.next_change import next_change
from plugins.incremental.plan import Addresses, Plan, make_plan
from plugins.incremental.rendering import Workshop
from plugins.incremental.report import Report
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.version import code_version
from plugins.incremental.workers import FEW
from plugins.incremental.writing import staging_beside, write_plan
from plugins.output import Pardon, Site, ThemeError, signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A site, its plan, and the problems that do not forbid to build it."""

    site: Site
    plan: Plan
    warnings: tuple[Problem, ...]


def build_planned(
    settings: Settings, content: Difference, store: Store, console: Console,
    misplaced: Misplaced,
) -> Report:  # fmt: skip
    """Plan the site and bring the output folder to the plan. Raises as ``build`` does.

    ``misplaced`` gives the files that do not lie as the last build wrote them.
    """
    last = last_build(store, code_version(), settings.encodings, misplaced)
    with staging_beside(settings.output) as staging:
        workshop = Workshop(staging, settings.jobs, console, store.reading)
        made = planned(settings, content, store, console, last, workshop)
        changes = write_plan(made.plan, last, settings.output, store, workshop)
    signals.built.send(made.site, changes=changes, output=settings.output)
    return Report(changes=changes, next_change=next_change(made.site), warnings=made.warnings)


def planned(
    settings: Settings,
    content: Difference,
    store: Store,
    console: Console,
    last: LastBuild | None = None,
    workshop: Workshop | None = None,
) -> Planned:
    """Read and check the texts, make the register and the plan, whole without a ``last`` build.

    With a ``workshop`` much of the plan comes rendered: of many groups all, and with little to do
    all but the pages, by another process meanwhile. Raises ContentError with all problems when a
    text is wrong, RenderError when the theme is.
    """
    few = len(content.stale) < FEW
    site, found = read_site(settings, content, store, console)
    last = last or LastBuild(code_version())
    check = partial(checked_texts, found=found)
    try:
        told, site, halves = checked_halves(site, check, last, workshop, few=few)
        if not halves:
            raise ContentError(told)
        plan = make_plan(site, halves, last)
    except ThemeError as error:
        raise RenderError(str(error)) from None
    late = (*told, *by_rules(signals.get_plan_rules, site, Addresses(plan)))
    return Planned(site=site, plan=plan, warnings=_require_no_errors(late, pardons_of(site)))


def planned_alone(
    settings: Settings, console: Console, content: Difference, store: Store
) -> Planned:
    """Return the plan of some texts by themselves, unchecked; what reading them says is told."""
    site, found = read_site(settings, content, store, console)
    last = LastBuild(code_version())
    site, halves = both_halves(site, last)
    plan = make_plan(site, halves, last)
    return Planned(site=site, plan=plan, warnings=found)


def _require_no_errors(found: Iterable[Problem], pardons: tuple[Pardon, ...]) -> Told:
    problems = counted(found, pardons)
    if has_errors(problems):
        raise ContentError(problems)
    return problems
