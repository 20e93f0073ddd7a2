"""Many small jobs on all cores: forked workers that inherit what the parent has read."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

FEW = 64  # below this many jobs a fork costs more than it saves

_job: Callable[[Any], Any]


def each(job: Callable[[In], Out], items: Sequence[In], jobs: int) -> Iterator[Out]:
    """Yield ``job(item)`` for every item, in order; ``jobs`` processes when there are many.

    Workers are forked, so ``job`` may be any callable over what the parent holds; only items
    and results are sent between processes.
    """
    if jobs == 1 or len(items) < FEW:
        yield from map(job, items)
        return
    global _job
    _job = job  # inherited by the workers, so that no job is ever pickled
    context = multiprocessing.get_context("fork")
    chunk = max(1, min(64, len(items) // (jobs * 8)))
    with context.Pool(jobs) as pool:
        yield from pool.imap(_run, items, chunksize=chunk)


def _run(item: Any) -> Any:
    return _job(item)
