"""How plugins give the engine what they have: connect a function of the module to a signal.

The order of receivers is not defined, so nothing may depend on it: the engine sorts what it
gets. Receivers are held weakly: connect functions of a module, never ones made in ``register()``.
"""

from collections.abc import Callable, Iterator
from typing import Any

from blinker import Signal

get_extracts = Signal("() -> Iterable[Extract]: what to keep of each text as it is read")
get_text_rules = Signal("() -> Iterable[TextRule]: what a text must say by itself")
get_file_rules = Signal("() -> Iterable[FileRule]: what a file must be")
get_rules = Signal("() -> Iterable[Rule]: what texts must say, taken together")
get_plan_rules = Signal("() -> Iterable[PlanRule]: what must be true of the planned addresses")
get_pardons = Signal("(site) -> Pardon: which problems do not count, for a named reason")
get_register = Signal("(site) -> Register: the site's records, once they know each other")
get_pages = Signal("(site) -> Iterable[Output | OutputGroup]: the pages and their assets")
get_outputs = Signal("(site) -> Iterable[Output | OutputGroup]: what else is published")
get_derived_outputs = Signal("(site, page_lists) -> Iterable[Output]: made from the pages of all")
built = Signal("(site, changes, output): after the output folder holds the new site")


def ask(signal: Signal, *arguments: Any) -> Iterator[Any]:
    """Yield the answer of every receiver, sorted by the receiver's module and name."""
    receivers: list[Callable[..., Any]] = list(signal.receivers_for(None))
    for receiver in sorted(receivers, key=lambda r: (r.__module__, r.__qualname__)):
        yield receiver(*arguments)
