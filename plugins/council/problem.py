"""What is wrong with a text, in words that an editor can act on."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


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
        """Return ``path:line: field: message (rule)``, the form editors and tools know."""
        return f"{self.path}:{self.line}: {self.field}: {self.message} ({self.rule})"
