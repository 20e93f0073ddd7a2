"""Rules: small functions that say what is wrong; each docstring has *Погано / Добре*."""

from collections.abc import Callable, Container, Iterable

from plugins.council.problem import Problem
from plugins.output.site import Site

Rule = Callable[[Site], Iterable[Problem]]
"""A check over all texts, before the register is made."""

PlanRule = Callable[[Site, Container[str]], Iterable[Problem]]
"""A check that also knows every address at which the planned site answers."""
