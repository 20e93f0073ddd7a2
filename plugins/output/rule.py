"""Rules: small functions that say what is wrong; each docstring has *Погано / Добре*."""

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from plugins.council.files import ContentFile
from plugins.council.markdown import Body
from plugins.council.problem import Problem, Severity
from plugins.council.text import Text
from plugins.output.site import Site

Rule = Callable[[Site], Iterable[Problem]]
"""A check over all texts, before the register is made."""

PlanRule = Callable[[Site, Container[str]], Iterable[Problem]]
"""A check that also knows every address at which the planned site answers."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SEEN = re.compile(r"[^\n]")

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True)
class Written:
    """A text as an editor wrote it, and what was read from it.

    ``source`` is the whole file as text, NFC and with LF; its body begins on line ``body_line``,
    counted from 1. ``legal`` texts are verbatim: nobody may better their language. The ``text``
    and its ``body`` are ``None`` where the header or the body has an error.
    """

    path: str
    kind: str
    lang: str
    legal: bool
    source: str
    body_line: int
    text: Text | None
    body: Body | None

    @cached_property
    def start(self) -> int:
        """Where the body begins in ``source``."""
        at = 0
        for _ in range(self.body_line - 1):
            at = self.source.find("\n", at) + 1
        return at

    @cached_property
    def shown(self) -> str:
        """The source with blanks for comments, which no reader sees."""
        if "<!--" not in self.source:
            return self.source
        return _COMMENT.sub(lambda found: _SEEN.sub(" ", found[0]), self.source)

    @cached_property
    def lower(self) -> str:
        """What is shown, in small letters: to ask for a word costs a hundredth of a pattern."""
        return self.shown.lower()

    def holds(self, *words: str) -> bool:
        """Whether one of these words, in small letters, stands somewhere in what is shown."""
        lower = self.lower
        return any(word in lower for word in words)

    def line_at(self, offset: int) -> int:
        """Return the line of the character at this offset of ``source``."""
        return self.source.count("\n", 0, offset) + 1

    def problem(
        self, offset: int, message: str, rule: str, severity: Severity = "error"
    ) -> Problem:
        """Return a problem of what stands at this offset of ``source``."""
        return Problem(
            path=self.path, line=self.line_at(offset), message=message, rule=rule,
            field="текст" if offset >= self.start else "шапка", severity=severity,
        )  # fmt: skip


TextRule = Callable[[Written], Iterable[Problem]]
"""A check of one text by itself, a pure function: made once, when the text is read."""

FileRule = Callable[[str, bytes, ContentFile | None], Iterable[Problem]]
"""A check of one file by its path and bytes, as pure; the record is ``None`` of unknown kinds."""

Pardon = Callable[[Problem], bool]
"""Says of a problem whether it counts no longer: somebody named a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the rules page says of a rule: the names of its problems, what it asks, in Ukrainian.

    ``excusable`` ones may be excused by a text's ``allow``.
    """

    names: tuple[str, ...]
    says: str
    excusable: bool


def rule(*names: str, says: str, excusable: bool = False) -> Callable[[Function], Function]:
    """Name the problems that a function yields and say to editors what it asks."""

    def named(function: Function) -> Function:
        function.about = About(names=names, says=says, excusable=excusable)  # type: ignore[attr-defined]  # a mark on a function
        return function

    return named


def near(function: Function) -> Function:
    """Say of a rule over all texts that a text's neighbours suffice to judge it by.

    The check of one saved file is quick where all rules say so (incremental/near.py); a rule that
    does not is asked about the whole archive.
    """
    function.near = True  # type: ignore[attr-defined]  # a mark on a function
    return function


def is_near(function: Callable[..., Any]) -> bool:
    """Return what ``near`` said of a function."""
    return getattr(function, "near", False)


def about(function: Callable[..., Any]) -> About:
    """Return what ``rule`` said of a function."""
    said: About = function.about  # type: ignore[attr-defined]  # as above
    return said
