"""What is wrong with a body, before one knows in which file it stands."""

from dataclasses import dataclass

from plugins.council.problem import Severity


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of a text's body: ``line`` counts from 1 in the file, the rest as in Problem."""

    line: int
    message: str
    rule: str
    severity: Severity = "error"
