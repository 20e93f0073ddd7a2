"""What a build tells of itself."""

from dataclasses import dataclass
from datetime import datetime

from plugins.council.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a build did, by path: ``rendered`` counts also outputs whose bytes stayed."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    rendered: int = 0
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did; ``next_change`` is when a rebuild would change something by itself.

    ``warnings`` are the problems that did not forbid it; of a build with nothing to do, none.
    """

    changes: Changes
    next_change: datetime | None
    warnings: tuple[Problem, ...] = ()
