"""The two halves of a plan: pages here, all else aside where there is a core for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from blinker import Signal

from plugins.incremental.aside import aside
from plugins.incremental.half import Half, half_of
from plugins.incremental.last_build import LastBuild
from plugins.incremental.rendering import render, stale_paths
from plugins.output import Output, OutputGroup, Register, Site, signals


def registered(site: Site) -> Site:
    """Return the site with its register."""
    (register,) = signals.ask(signals.get_register, site)
    assert isinstance(register, Register)
    return replace(site, register=register)


def pages_of(site: Site, last: LastBuild) -> Half:
    """Return the half that people read."""
    return half_of(_asked(signals.get_pages, site), last)


@contextmanager
def others_of(
    site: Site, last: LastBuild, staging: Path | None, jobs: int
) -> Iterator[Callable[[Site], Half]]:
    """Give the function from the site with its register to what is no page: data, feeds, search.

    After one edit that is half of the work, and where there is a core for it, it begins at once
    aside, with a register of its own.
    """
    if staging is None or jobs == 1 or not last.groups:
        yield lambda known: half_of(_asked(signals.get_outputs, known), last)
        return
    last.misplaced()  # asked for here, for two processes cannot wait for one answer
    with aside(partial(_rendered_aside, site, last, staging, jobs), jobs) as half:
        yield lambda _: half()


def _rendered_aside(site: Site, last: LastBuild, staging: Path, jobs: int) -> Half:
    half = half_of(_asked(signals.get_outputs, registered(site)), last)
    lying = last.lying(last.rows_at(half.paths))
    stale = stale_paths(half.keys, lying)
    rendered = render(stale, half.outputs, lying, last.encodings, staging / "aside", jobs)
    return replace(half, outputs={}, rendered=tuple(rendered))


def _asked(signal: Signal, site: Site) -> Iterator[Output | OutputGroup]:
    for given in signals.ask(signal, site):
        yield from given
