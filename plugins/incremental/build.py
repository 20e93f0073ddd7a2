"""One build: read, check, plan, write. The site is a function of (content, settings, time, ledger).

Whether the output folder is empty or a year old makes no difference to what it holds
afterwards, only to how long it takes. What plans and writes is imported only when there is
something to do: schema, Markdown and templates take longer to load than an idle build takes.
"""

from functools import partial
from typing import TYPE_CHECKING

from plugins.council.problem import Problem
from plugins.incremental.aside import aside
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference, difference
from plugins.incremental.errors import ContentError
from plugins.incremental.folders import exclusive, require_own, require_there
from plugins.incremental.misplaced import misplaced
from plugins.incremental.report import Report
from plugins.incremental.scan import scan
from plugins.incremental.settings import Settings
from plugins.incremental.settled import inputs_digest, settle, settled
from plugins.incremental.store import Store, with_store
from plugins.incremental.twins import require_known
from plugins.incremental.version import code_version

if TYPE_CHECKING:
    from plugins.incremental.plan import Plan
    from plugins.incremental.planning import Planned
    from plugins.output import Site


def build(settings: Settings, console: Console) -> Report:
    """Build the site.

    Raises ContentError naming all faults of all texts at once, FolderError when a folder is
    not ours or another build is at work, RenderError when a page cannot be made.
    """
    require_there(settings.content)
    require_known(settings.encodings)
    with exclusive(settings.state):
        return with_store(settings.state, lambda store: _build(settings, store, console))


def check(
    settings: Settings, console: Console, files: frozenset[str] | None = None
) -> tuple[Problem, ...]:
    """Return all problems of the content, or of some ``files``, without building anything.

    A check keeps what it read in a state of its own: it neither waits for a build nor hinders one.
    """
    settings = settings.for_check

    def job(store: Store) -> tuple[Problem, ...]:
        content = _difference(settings, store)
        if files is None:
            from plugins.incremental.planning import planned

            return planned(settings, content, store, console).warnings
        from plugins.incremental.checking import checked

        return checked(settings, content, store, console, files)

    require_there(settings.content)
    try:
        with exclusive(settings.state):
            found = with_store(settings.state, job)
    except ContentError as error:
        found = tuple(one for one in error.problems if files is None or _told(one, files))
    return found


def _told(problem: Problem, files: frozenset[str]) -> bool:
    """Say whether a check of some files tells it: of them, or of data that all texts need."""
    return problem.path in files or problem.path.startswith("data/")


def planned_site(settings: Settings, console: Console) -> "tuple[Site, Plan]":
    """Return the site and its plan, without writing anything. Raises as ``build`` does."""
    made = planned_content(settings, console)
    return made.site, made.plan


def planned_content(settings: Settings, console: Console) -> "Planned":
    """Return the site, its plan and what checks warn of, without writing anything."""
    require_there(settings.content)
    from plugins.incremental.planning import planned

    def job(store: Store) -> "Planned":
        return planned(settings, _difference(settings, store), store, console)

    with exclusive(settings.state):
        return with_store(settings.state, job)


def _build(settings: Settings, store: Store, console: Console) -> Report:
    if not store.trusted:
        require_own(settings.output)
    looking = partial(misplaced, store, settings.output, settings.encodings)
    with aside(looking, settings.jobs if store.trusted else 1) as moved:
        inputs = inputs_digest(settings)
        content = _difference(settings, store)
        report = settled(inputs, content, settings, store, moved)
        if report is None:
            from plugins.incremental.planning import build_planned

            report = build_planned(settings, content, store, console, moved)
            settle(inputs, settings.now, report.next_change, store)
    return report


def _difference(settings: Settings, store: Store) -> Difference:
    store.keep_only(f"{code_version()} {' '.join(settings.plugins)}")
    return difference(settings.content, scan(settings.content), store.stamps())
