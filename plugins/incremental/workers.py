"""Many small jobs on all cores: forked workers that inherit what the parent has read."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

FEW = 64  # below this many jobs a fork costs more than it saves

_job: Callable[[object], object]


def each(job: Callable[[In], Out], items: Sequence[In], jobs: int) -> Iterator[Out]:
    """Yield ``job(item)`` for every item, in order; ``jobs`` processes when there are many.

    Workers are forked, so ``job`` may be any callable over what the parent holds; only items
    and results are sent between processes.
    """
    if jobs == 1 or len(items) < FEW:
        yield from map(job, items)
        return
    global _job
    _job = job  # type: ignore[assignment]  # one job a pool; its item type is the caller's
    context = multiprocessing.get_context("fork")
    with context.Pool(jobs) as pool:
        yield from pool.imap(_run, items, chunksize=max(1, min(64, len(items) // (jobs * 8))))  # type: ignore[misc]


def _run(item: object) -> object:
    return _job(item)
