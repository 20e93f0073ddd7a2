"""From texts to a plan: read, check, make the register, ask every plugin for its outputs."""

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from blinker import Signal

from plugins.council.problem import Problem
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.halves import Told, both_halves, checked_halves, has_errors
from plugins.incremental.last_build import LastBuild, last_build
from plugins.incremental.misplaced import Misplaced
from plugins.incremental.next_change import next_change
from plugins.incremental.plan import Addresses, Plan, make_plan
from plugins.incremental.reading import read_content
from plugins.incremental.report import Report
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.version import code_version
from plugins.incremental.whole_site import whole_site
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
        made = planned(settings, content, store, console, last, staging)
        changes = write_plan(
            made.plan, last, settings.output, staging, store, settings.jobs, console
        )
    signals.built.send(made.site, changes=changes, output=settings.output)
    return Report(changes=changes, next_change=next_change(made.site), warnings=made.warnings)


def planned(
    settings: Settings,
    content: Difference,
    store: Store,
    console: Console,
    last: LastBuild | None = None,
    staging: Path | None = None,
) -> Planned:
    """Read and check the texts, make the register and the plan, whole without a ``last`` build.

    With a folder for ``staging`` and little to do, all but the pages is planned and rendered by
    another process meanwhile. Raises ContentError with all problems when a text is wrong,
    RenderError when the theme is.
    """
    few = len(content.stale) < FEW
    site, found = read_site(settings, content, store, console)
    last = last or LastBuild(code_version())
    check = partial(checked_texts, found=found)
    try:
        told, site, halves = checked_halves(
            site, check, last, staging if few else None, settings.jobs
        )
        if not halves:
            raise ContentError(told)
        plan = make_plan(site, halves, last)
    except ThemeError as error:
        raise RenderError(str(error)) from None
    late = (*told, *_by_rules(signals.get_plan_rules, site, Addresses(plan)))
    return Planned(site=site, plan=plan, warnings=_require_no_errors(late, _pardons(site)))


def read_site(
    settings: Settings, content: Difference, store: Store, console: Console
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site without its register, and what was found as its files were read."""
    _load(settings.plugins)
    read = read_content(content, store, settings.jobs, console)
    try:
        site = whole_site(settings, store, read, console)
    except ContentError as error:
        raise ContentError(tuple(sorted({*read.problems, *error.problems}))) from None
    return site, read.problems


def checked_texts(site: Site, found: Told) -> Told:
    """Return what rules say of the texts beside what was ``found`` as they were read."""
    return _counted((*found, *_by_rules(signals.get_rules, site)), _pardons(site))


def _pardons(site: Site) -> tuple[Pardon, ...]:
    return tuple(signals.ask(signals.get_pardons, site))


def planned_alone(
    settings: Settings, console: Console, content: Difference, store: Store
) -> Planned:
    """Return the plan of some texts by themselves, unchecked; what reading them says is told."""
    site, found = read_site(settings, content, store, console)
    last = LastBuild(code_version())
    site, halves = both_halves(site, last)
    plan = make_plan(site, halves, last)
    return Planned(site=site, plan=plan, warnings=found)


def _load(plugins: tuple[str, ...]) -> None:
    """Register the plugins, again where Pelican has.

    One that does not load is an error here: Pelican logs it and publishes a site without it.
    """
    for plugin in plugins:
        importlib.import_module(plugin).register()


def _by_rules(signal: Signal, *arguments: object) -> Iterator[Problem]:
    for rules in signals.ask(signal):
        for rule in rules:
            yield from rule(*arguments)


def _require_no_errors(found: Iterable[Problem], pardons: tuple[Pardon, ...]) -> Told:
    problems = _counted(found, pardons)
    if has_errors(problems):
        raise ContentError(problems)
    return problems


def _counted(found: Iterable[Problem], pardons: tuple[Pardon, ...]) -> Told:
    """Return each problem once, in order, without those that somebody excused."""
    return tuple(sorted({one for one in found if not any(pardon(one) for pardon in pardons)}))
