"""From texts to a plan: read, check, make the register, ask every plugin for its outputs."""

import importlib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from blinker import Signal

from plugins.council.addresses import FACETS, HISTORY, PAST, TOPICS
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.halves import others_of, pages_of, registered
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
    site, found = _read(settings, content, store, console)
    last = last or LastBuild(code_version())
    with others_of(site, last, staging if few else None, settings.jobs) as others:
        problems, pardons = _said(site, found)
        _require_no_errors(problems, pardons)
        try:
            site = registered(site)
            plan = make_plan(site, (pages_of(site, last), others(site)), last)
        except ThemeError as error:
            raise RenderError(str(error)) from None
    problems.extend(_by_rules(signals.get_plan_rules, site, Addresses(plan)))
    return Planned(site=site, plan=plan, warnings=_require_no_errors(problems, pardons))


def checked(
    settings: Settings, content: Difference, store: Store, console: Console, files: frozenset[str]
) -> tuple[Problem, ...]:
    """Return the problems of these ``files`` only; planned is when one may have some with a plan.

    The pictures and documents that a text shows count as its own, and so does what another file
    is told of it: two texts of one address are told at one of them. Raises ContentError,
    RenderError when the theme is wrong.
    """
    site, found_in_files = _read(settings, content, store, console)
    texts = [text for text in site.all_texts if text.path in files]
    files |= {path for text in texts for path in _shown(text) if path in site.files}
    problems, pardons = _said(site, found_in_files)
    own = [problem for problem in problems if _concerns(problem, files)]
    found = _counted(own, pardons)
    broken = any(problem.severity == "error" for problem in _counted(problems, pardons))
    if broken or not any(map(_needs_plan, texts)):
        return found
    try:
        whole = planned(settings, content, store, console).warnings
    except ContentError as error:
        whole = error.problems
    return tuple(problem for problem in whole if _concerns(problem, files))


def _shown(text: Text) -> Iterator[str]:
    yield from (reference.target for reference in text.references)
    yield from (mention.target for mention in text.mentions)


def _concerns(problem: Problem, files: Set[str]) -> bool:
    """Say whether a problem is one of these files, or of another that has what is theirs."""
    return problem.path in files or (
        problem.rule in _OF_TWO and any(path in problem.message for path in files)
    )


_OF_TWO = ("address-twice", "file-name", "session-twice", "bill-and-act")
"""Rules that find two files at odds and tell it at one of them."""


def _needs_plan(text: Text) -> bool:
    """Say whether a text may want an address that is another's, or lead to one that is none's."""
    links = any(reference.kind == "address" for reference in text.references)
    last = text.address.rstrip("/").rpartition("/")[2]
    like_a_list = last.isdigit() or last in _LISTS
    return links or like_a_list or bool(text.aliases) or text.kind in ("pages", "alerts")


_LISTS = frozenset({PAST, HISTORY.rstrip("/"), TOPICS, *FACETS.values()})
"""What lists are called that stand beside texts."""


def _read(
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


def _said(site: Site, found: tuple[Problem, ...]) -> tuple[list[Problem], tuple[Pardon, ...]]:
    """Return what rules say of the texts beside what was ``found``, and what does not count."""
    problems = [*found, *_by_rules(signals.get_rules, site)]
    return problems, tuple(signals.ask(signals.get_pardons, site))


def planned_alone(
    settings: Settings, console: Console, content: Difference, store: Store
) -> Planned:
    """Return the plan of some texts by themselves, unchecked; what reading them says is told."""
    site, found = _read(settings, content, store, console)
    site, last = registered(site), LastBuild(code_version())
    with others_of(site, last, None, settings.jobs) as others:
        plan = make_plan(site, (pages_of(site, last), others(site)), last)
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


def _require_no_errors(found: list[Problem], pardons: tuple[Pardon, ...]) -> tuple[Problem, ...]:
    problems = _counted(found, pardons)
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return problems


def _counted(found: list[Problem], pardons: tuple[Pardon, ...]) -> tuple[Problem, ...]:
    """Return each problem once, in order, without those that somebody excused."""
    return tuple(sorted({one for one in found if not any(pardon(one) for pardon in pardons)}))
