import re
import time
from collections.abc import Callable

import pytest

from plugins.incremental import time_limit
from plugins.incremental.time_limit import NoMemoryError, TimeUpError, apart, within

Limited = Callable[[float, Callable[[], object]], object]


def forever() -> None:
    """Work without end, in Python, and swallow every exception on the way."""
    while True:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001  # as a library might
            continue


def forever_in_c() -> object:
    """Work without end inside one instruction of Python."""
    return sum(range(10**15))


@pytest.mark.parametrize("limited", [within, apart])
def test_what_ends_in_time_gives_its_result(limited: Limited) -> None:
    """A job within the limit gives what it gives without one."""
    assert limited(5.0, lambda: ("а", 1, ("б",))) == ("а", 1, ("б",))


@pytest.mark.parametrize("limited", [within, apart])
def test_work_without_end_ends(limited: Limited) -> None:
    """A job that never ends is ended, whatever it catches."""
    started = time.process_time()
    with pytest.raises(TimeUpError):
        limited(0.2, forever)
    assert time.process_time() - started < 5


def test_a_pattern_that_backtracks_ends() -> None:
    """So is a regular expression that tries all ways, inside this process."""
    with pytest.raises(TimeUpError):
        within(0.2, lambda: re.fullmatch(r"(a|a)*b", "a" * 60))


def test_work_in_c_ends_apart() -> None:
    """One long instruction cannot be interrupted, but its process can be ended."""
    with pytest.raises(TimeUpError):
        apart(0.2, forever_in_c)


def test_memory_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job that fills the memory is told so, and this process keeps its own."""
    monkeypatch.setattr(time_limit, "MEMORY", 100_000_000)
    with pytest.raises(NoMemoryError):
        apart(5.0, lambda: len(b"a" * 500_000_000))


def test_the_clock_stops_after_the_job() -> None:
    """Nothing is left that would strike later work."""
    within(0.2, lambda: None)
    started = time.process_time()
    while time.process_time() - started < 0.4:
        pass
