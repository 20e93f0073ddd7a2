"""What is wrong with a text, in words that an editor can act on."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from plugins.council.quantities import plural

Severity = Literal["error", "warning", "note"]
"""An error stops the site, a warning does not, a note is advice on the language."""


_GRAVE: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """One fault of one file.

    ``path`` is relative to the content folder (whoever shows it puts the folder's name before),
    ``line`` counts from 1, ``field`` is the header key or «текст» for the body,
    ``message`` says in Ukrainian what is wrong and how to write it,
    ``rule`` is the rule's short Latin name, by which ``allow:`` may excuse it.
    """

    path: str
    line: int
    field: str
    message: str
    rule: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return ``path:line: field: message (rule)``, the form editors and tools know.

        Signs of a name that turn a line round or break it are shown as «\ufffd».
        """
        path = self.path if self.path.isprintable() else _printable(self.path)
        return f"{path}:{self.line}: {self.field}: {self.message} ({self.rule})"


def _printable(path: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path)


MOST = 20
"""Problems of one file that are told: who mends them sees the rest."""

_LONG_QUOTE = re.compile("«([^»]{80})[^»]{40,}»")


def few(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems of one file as a person can read them: not hundreds, no long quotes."""
    told = tuple(
        replace(one, message=_LONG_QUOTE.sub(r"«\1…»", one.message))
        if len(one.message) > 200
        else one
        for one in problems
    )
    if len(told) <= MOST:
        return told
    ranked = sorted(told, key=lambda one: (_GRAVE.index(one.severity), one))
    first, rest = ranked[:MOST], ranked[MOST]
    if left := len(told) - MOST - 1:
        words = plural(left, "зауваження", "зауваження", "зауважень")
        rest = replace(rest, message=f"{rest.message} І ще {words} у цьому файлі.")
    return (*first, rest)
