"""The rules asked of the texts: what every check and every build begins with, before any plan."""

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from blinker import Signal

from plugins.council.problem import Problem
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError
from plugins.incremental.reading import read_content
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.whole_site import whole_site
from plugins.output import Pardon, Site, signals

_OF_REPOSITORY = "personal-data"  # the rule whose problems harm before anything is published
Told = tuple[Problem, ...]
"""What is wrong with texts, each once and in order."""


def read_site(
    settings: Settings, content: Difference, store: Store, console: Console
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site without its register, and what was found as its files were read."""
    load_plugins(settings.plugins)
    read = read_content(content, store, settings.jobs, console)
    try:
        site = whole_site(settings, store, read, console)
    except ContentError as error:
        raise ContentError(tuple(sorted({*read.problems, *error.problems}))) from None
    return site, read.problems


def checked_texts(site: Site, found: Told) -> Told:
    """Return what rules say of the texts beside what was ``found`` as they were read."""
    told = counted((*found, *by_rules(signals.get_rules, site)), pardons_of(site))
    return _softened(told, site) if has_errors(told) and site.preview is None else told


def _softened(told: Told, site: Site) -> Told:
    """Make warnings of what is wrong with unfinished texts: nothing of them goes out.

    But whoever sees the repository sees them, so personal data stay an error.
    """
    unfinished = {text.path for text in site.all_texts if text.state == "unfinished"}
    return tuple(
        sorted(
            replace(one, severity="warning")
            if one.severity == "error" and one.path in unfinished and one.rule != _OF_REPOSITORY
            else one
            for one in told
        )
    )


def pardons_of(site: Site) -> tuple[Pardon, ...]:
    """Return what says of a problem that it does not count."""
    return tuple(signals.ask(signals.get_pardons, site))


def load_plugins(plugins: tuple[str, ...]) -> None:
    """Register the plugins, again where Pelican has.

    One that does not load is an error here: Pelican logs it and publishes a site without it.
    """
    for plugin in plugins:
        importlib.import_module(plugin).register()


def by_rules(signal: Signal, *arguments: object) -> Iterator[Problem]:
    """Yield what the rules of a signal say."""
    for rules in signals.ask(signal):
        for rule in rules:
            yield from rule(*arguments)


def counted(found: Iterable[Problem], pardons: tuple[Pardon, ...]) -> Told:
    """Return each problem once, in order, without those that somebody excused."""
    return tuple(sorted({one for one in found if not any(pardon(one) for pardon in pardons)}))


def has_errors(told: Told) -> bool:
    """Say whether one of the problems forbids to build the site."""
    return any(problem.severity == "error" for problem in told)
