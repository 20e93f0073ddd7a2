"""A limit of time for reading one file: a hostile one may ask for for ever."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from plugins.importing.refusal import Refusal


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise Refusal when the block takes longer; elsewhere than in a main thread, wait."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able:
        yield
        return

    def late(_: int, __: FrameType | None) -> NoReturn:
        raise Refusal(f"файл не прочитано за {seconds} секунд. Розділіть його або збережіть знову.")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
