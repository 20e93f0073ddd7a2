"""The two halves of a plan: pages here, all else aside where there is a core for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from blinker import Signal

from plugins.incremental.aside import aside
from plugins.incremental.asking import Told, has_errors
from plugins.incremental.console import Console
from plugins.incremental.half import Half, half_of
from plugins.incremental.last_build import LastBuild
from plugins.incremental.rendering import Workshop
from plugins.output import Output, OutputGroup, Register, Site, signals

Check = Callable[[Site], Told]
"""What rules say of the texts."""


def checked_halves(
    site: Site, check: Check, last: LastBuild, workshop: Workshop | None, *, few: bool
) -> tuple[Told, Site, tuple[Half, ...]]:
    """Check the texts and plan both halves; return the site with its register.

    There are no halves when a text has an error. After a change of ``few`` texts, where there is
    a core for it, another process plans what is no page meanwhile, with a register of its own.
    """
    if not few or workshop is None or workshop.jobs == 1 or not last.groups:
        told = check(site)
        return (told, site, ()) if has_errors(told) else (told, *both_halves(site, last, workshop))
    last.misplaced()  # asked for here, for two processes cannot wait for one answer
    quiet = replace(workshop.inner("others"), console=Console(quiet=True))  # here is progress shown
    with aside(partial(_others, site, last, quiet), workshop.jobs) as other:
        told = check(site)
        if has_errors(told):
            return told, site, ()
        known = registered(site)
        pages = half_of(_asked(signals.get_pages, known), last, workshop.inner("pages"))
        return told, known, (pages, other())


def both_halves(
    site: Site, last: LastBuild, workshop: Workshop | None = None
) -> tuple[Site, tuple[Half, ...]]:
    """Return the site with its register, and both halves of its plan."""
    known = registered(site)
    asked = {"pages": signals.get_pages, "others": signals.get_outputs}
    return known, tuple(
        half_of(_asked(signal, known), last, workshop.inner(name) if workshop else None)
        for name, signal in asked.items()
    )


def registered(site: Site) -> Site:
    """Return the site with its register."""
    (register,) = signals.ask(signals.get_register, site)
    assert isinstance(register, Register)
    return replace(site, register=register)


def _others(site: Site, last: LastBuild, workshop: Workshop) -> Half:
    return half_of(_asked(signals.get_outputs, registered(site)), last, workshop)


def _asked(signal: Signal, site: Site) -> Iterator[Output | OutputGroup]:
    for given in signals.ask(signal, site):
        yield from given
