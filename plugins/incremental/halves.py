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
from plugins.incremental.rendering import Workshop, render, stale_paths
from plugins.output import Output, OutputGroup, Register, Site, signals

Check = Callable[[Site], Told]
"""What rules say of the texts."""


def checked_halves(
    site: Site, check: Check, last: LastBuild, workshop: Workshop | None, *, few: bool
) -> tuple[Told, Site, tuple[Half, ...]]:
    """Check the texts and plan both halves; return the site with its register.

    There are no halves when a text has an error. After a change of ``few`` texts, where there is
    a core for it, another process checks the texts and plans what is no page, with a register of
    its own: that is half of the work.
    """
    if not few or workshop is None or workshop.jobs == 1 or not last.groups:
        told = check(site)
        return (told, site, ()) if has_errors(told) else (told, *both_halves(site, last, workshop))
    last.misplaced()  # asked for here, for two processes cannot wait for one answer
    stumbled: Exception | None = None
    with aside(partial(_checked_aside, site, check, last, workshop), workshop.jobs) as other:
        try:
            known = registered(site)
            pages = half_of(_asked(signals.get_pages, known), last, workshop.inner("pages"))
        except Exception as error:  # noqa: BLE001  # perhaps over a fault that a rule names better
            stumbled = error
        told, others = other()
    if others is None:
        return told, site, ()
    if stumbled is not None:
        raise stumbled
    return told, known, (pages, others)


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


def _checked_aside(
    site: Site, check: Check, last: LastBuild, workshop: Workshop
) -> tuple[Told, Half | None]:
    told = check(site)
    if has_errors(told):
        return told, None
    workshop = replace(workshop, console=Console(quiet=True))  # the other one shows its progress
    others = workshop.inner("others")
    half = half_of(_asked(signals.get_outputs, registered(site)), last, others)
    lying = last.lying(last.rows_at(half.outputs))
    stale = stale_paths({path: half.keys[path] for path in half.outputs}, lying)
    made = render(stale, half.outputs, lying, last.encodings, workshop.inner("aside"))
    return told, replace(half, outputs={}, rendered=(*half.rendered, *made))


def _asked(signal: Signal, site: Site) -> Iterator[Output | OutputGroup]:
    for given in signals.ask(signal, site):
        yield from given
