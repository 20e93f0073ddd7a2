"""What rules say of some files, without a plan where none of them needs one."""

from collections.abc import Iterable, Set
from itertools import chain

from plugins.council.addresses import FACETS, HISTORY, PAST, TOPICS
from plugins.council.own_links import address_in_site
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.incremental.asking import Told, checked_texts, has_errors, load_plugins, read_site
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError
from plugins.incremental.near import named, near_content
from plugins.incremental.reading import read_stale
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.whole_site import near_site
from plugins.output import is_near, signals

_OF_TWO = ("address-twice", "file-name", "session-twice", "bill-and-act")
"""Rules that find two files at odds and tell it at one of them."""

_LISTS = frozenset({PAST, HISTORY.rstrip("/"), TOPICS, *FACETS.values()})
"""What lists are called that stand beside texts."""


def checked(
    settings: Settings, content: Difference, store: Store, console: Console, files: frozenset[str]
) -> tuple[Problem, ...]:
    """Return the problems of these ``files`` only; planned is when one may have some with a plan.

    The pictures and documents that a text shows count as its own, and so does what another file
    is told of it: two texts of one address are told at one of them. Raises ContentError,
    RenderError when the theme is wrong.
    """
    told = _checked_near(settings, content, store, console, files)
    return told if told is not None else _checked(settings, content, store, console, files)


def _checked_near(
    settings: Settings, content: Difference, store: Store, console: Console, files: frozenset[str]
) -> Told | None:
    """Return what neighbours suffice to say, ``None`` where the archive may know better.

    Rules of the site that find something among a few texts would word it otherwise, knowing all;
    whose phone it is only all units can tell.
    """
    load_plugins(settings.plugins)
    if not all(map(is_near, chain(*signals.ask(signals.get_rules)))):
        return None  # a rule of somebody's own plugin
    read_stale(content, store, settings.jobs, console)
    near = near_content(store, content.place, files)
    own = [text for text in near.texts if text.path in files] if near else []
    if near is None or any(_needs_plan(text, settings.public_url) for text in own):
        return None
    told = _of(files, checked_texts(near_site(settings, store, near), near.problems), near.texts)
    sure = all(one in near.problems and one.rule != "personal-data" for one in told)
    return told if sure else None


def _checked(
    settings: Settings, content: Difference, store: Store, console: Console, files: frozenset[str]
) -> Told:
    site, found = read_site(settings, content, store, console)
    texts = [text for text in site.all_texts if text.path in files]
    told = checked_texts(site, found)
    if not has_errors(told) and any(_needs_plan(text, settings.public_url) for text in texts):
        from plugins.incremental.planning import planned  # slow to load

        try:
            told = planned(settings, content, store, console).warnings
        except ContentError as error:
            told = error.problems
    return _of(files, told, site.all_texts)


def _of(files: Set[str], told: Told, texts: Iterable[Text]) -> Told:
    """Return what is told of the files and of the pictures and documents that they show."""
    shown = {path for text in texts if text.path in files for path in named(text)}
    ours = files | {path for path in shown if not path.endswith(".md")}
    return tuple(problem for problem in told if _concerns(problem, ours))


def _concerns(problem: Problem, files: Set[str]) -> bool:
    """Say whether a problem is one of these files, or of another that has what is theirs."""
    return problem.path in files or (
        problem.rule in _OF_TWO and any(path in problem.message for path in files)
    )


def _needs_plan(text: Text, public_url: str) -> bool:
    """Say whether a text may want an address that is another's, or lead to one that is none's."""
    links = any(address_in_site(reference, public_url) for reference in text.references)
    last = text.address.rstrip("/").rpartition("/")[2]
    # An act or a bill, whose number may be «2026», lies deeper than any list.
    like_a_list = text.kind not in ("acts", "bills") and (last.isdigit() or last in _LISTS)
    return links or like_a_list or bool(text.aliases) or text.kind in ("pages", "alerts")
