"""A limit of time and memory for reading one file: whatever lies in it, the build goes on.

Time is the processor's, so a busy machine refuses no text that a free one takes.
"""

import marshal
import os
import resource
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, TypeVar

SECONDS = 5.0  # of the processor, for a text; a text of 1 MB takes half a second
MEMORY = 1_500_000_000  # bytes that reading one file may take beside what the process has

_OUT_OF_MEMORY = 3  # exit code of a child

Result = TypeVar("Result")


class TimeUpError(BaseException):
    """Reading takes longer than any text or file needs; passes every ``except Exception``."""


class NoMemoryError(Exception):
    """Reading takes more memory than any text or file needs."""


def within(seconds: float, job: Callable[[], Result]) -> Result:
    """Return what ``job`` does, in this process. Raises TimeUpError.

    Meant for work in Python: between two of its instructions the clock is looked at.
    """
    if threading.current_thread() is not threading.main_thread():
        return apart(seconds, job)  # only the main thread is told of the time
    before = signal.signal(signal.SIGPROF, _time_is_up)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        return job()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _time_is_up(number: int, frame: FrameType | None) -> NoReturn:
    raise TimeUpError


def apart(seconds: float, job: Callable[[], Result]) -> Result:
    """Return what ``job`` does in a process of its own, which the system ends when time is up.

    For what may run in C for minutes, or fill the memory. The result is made of plain values.
    Raises TimeUpError, NoMemoryError; OSError when the process died of something else.
    """
    source, sink = os.pipe()
    process = os.fork()
    if not process:
        os.close(source)
        _work(seconds, job, sink)
    os.close(sink)
    with os.fdopen(source, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
        raise TimeUpError
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == _OUT_OF_MEMORY:
        raise NoMemoryError
    if status:
        raise OSError("a process that read a file has died")
    result: Result = marshal.loads(answer)
    return result


def _work(seconds: float, job: Callable[[], Any], sink: int) -> NoReturn:
    """Do the job and end this process at once: what it inherited is not its own to close."""
    code = 1
    try:
        _limit(seconds)
        answer = marshal.dumps(job())
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(answer)
        code = 0
    except MemoryError:
        code = _OUT_OF_MEMORY
    finally:
        os._exit(code)


def _limit(seconds: float) -> None:
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # to be killed, not asked
    signal.setitimer(signal.ITIMER_PROF, seconds)
    taken = Path("/proc/self/statm")
    if taken.is_file():  # Linux; elsewhere time alone is limited
        pages = int(taken.read_text().split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
