"""Many small jobs on all cores: forked workers that inherit what the parent has read."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

FEW = 64  # below this many jobs a fork costs more than it saves
FEW_LONG = 4  # … when each takes a tenth of a second and more

_job: Callable[[Any], Any]


def each(
    job: Callable[[In], Out], items: Sequence[In], jobs: int, few: int = FEW, at_once: int = 64
) -> Iterator[Out]:
    """Yield ``job(item)`` for every item, in order; ``jobs`` processes when there are many.

    A worker takes up to ``at_once`` items at a time: many when each is a matter of milliseconds.
    Workers are forked, so ``job`` may be any callable over what the parent holds; only items
    and results are sent between processes. Raises OSError when a worker dies: memory ran out.
    """
    if jobs == 1 or len(items) < few:
        yield from map(job, items)
        return
    global _job
    _job = job  # inherited by the workers, so that no job is ever pickled
    chunk = max(1, min(at_once, len(items) // (jobs * 8)))
    gc.freeze()  # a worker that looked for garbage would copy every page of memory it inherited
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
        try:
            yield from pool.map(_run, items, chunksize=chunk)
        except BrokenProcessPool:
            raise OSError("a worker was killed, perhaps for want of memory; try JOBS=1") from None


def _run(item: Any) -> Any:
    return _job(item)
