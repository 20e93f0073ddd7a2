"""One small job done by a forked process while this one goes on."""

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

Found = TypeVar("Found")


@contextmanager
def aside(job: Callable[[], Found], jobs: int) -> Iterator[Callable[[], Found]]:
    """Begin ``job`` and give the function that waits for what it finds.

    With ``jobs`` = 1 it is done when it is asked for, and so it is when the process that did it
    has failed or died. It pays for some tenths of a second: to look at 60,000 files.
    """
    if jobs == 1:
        yield cache(job)
        return
    source, sink = os.pipe()
    gc.freeze()  # both processes would look for garbage among all texts, and copy what they look at
    process = os.fork()
    if not process:
        os.close(source)
        _work(job, sink)
    os.close(sink)
    with os.fdopen(source, "rb") as pipe:
        try:
            yield cache(lambda: _found(pipe.read(), job))
        finally:
            pipe.close()  # whoever was not waited for meets a broken pipe
            os.waitpid(process, 0)
            gc.unfreeze()


def _work(job: Callable[[], Found], sink: int) -> None:
    """Do the job and end this process at once: what it inherited is not its own to close."""
    try:
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(pickle.dumps(job()))
    finally:
        os._exit(0)


def _found(answer: bytes, job: Callable[[], Found]) -> Found:
    """Return what the process found; without an answer the job is done here, where it may fail."""
    try:
        found: Found = pickle.loads(answer)
    except (EOFError, pickle.UnpicklingError):  # it died before it could tell
        return job()
    return found
