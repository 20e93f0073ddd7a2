"""What rules say of some files, without a plan where none of them needs one."""

from collections.abc import Iterator, Set

from plugins.council.addresses import FACETS, HISTORY, PAST, TOPICS
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError
from plugins.incremental.halves import has_errors
from plugins.incremental.planning import checked_texts, planned, read_site
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store

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
    site, found = read_site(settings, content, store, console)
    texts = [text for text in site.all_texts if text.path in files]
    files |= {path for text in texts for path in _shown(text) if path in site.files}
    told = checked_texts(site, found)
    if not has_errors(told) and any(map(_needs_plan, texts)):
        try:
            told = planned(settings, content, store, console).warnings
        except ContentError as error:
            told = error.problems
    return tuple(problem for problem in told if _concerns(problem, files))


def _shown(text: Text) -> Iterator[str]:
    yield from (reference.target for reference in text.references)
    yield from (mention.target for mention in text.mentions)


def _concerns(problem: Problem, files: Set[str]) -> bool:
    """Say whether a problem is one of these files, or of another that has what is theirs."""
    return problem.path in files or (
        problem.rule in _OF_TWO and any(path in problem.message for path in files)
    )


def _needs_plan(text: Text) -> bool:
    """Say whether a text may want an address that is another's, or lead to one that is none's."""
    links = any(reference.kind == "address" for reference in text.references)
    last = text.address.rstrip("/").rpartition("/")[2]
    like_a_list = last.isdigit() or last in _LISTS
    return links or like_a_list or bool(text.aliases) or text.kind in ("pages", "alerts")
