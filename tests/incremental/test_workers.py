import os

import pytest

from plugins.incremental.workers import FEW, each


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, FEW - 1, FEW, FEW * 5])
def test_results_come_in_order_whatever_the_number_of_processes(jobs: int, count: int) -> None:
    """One process or several, few items or many: the same results in the same order."""
    offset = 7  # a closure: workers inherit it, nothing is pickled but items and results
    assert list(each(lambda n: n * n + offset, range(count), jobs)) == [
        n * n + offset for n in range(count)
    ]


def test_many_items_are_shared_by_processes_and_few_are_not() -> None:
    """A fork pays only for many jobs."""
    own = os.getpid()
    assert set(each(lambda _: os.getpid(), range(FEW - 1), 2)) == {own}
    assert own not in set(each(lambda _: os.getpid(), range(FEW), 2))


@pytest.mark.parametrize("count", [1, FEW])
def test_error_of_a_job_reaches_the_caller(count: int) -> None:
    """What goes wrong in a worker is not lost there."""
    with pytest.raises(ZeroDivisionError):
        list(each(lambda n: 1 // n, range(count), 2))


def test_killed_worker_does_not_hang_the_build() -> None:
    """A worker that the system kills ends the build with an error."""

    def last_breath(number: int) -> int:
        if number == FEW // 2:
            os._exit(9)
        return number

    with pytest.raises(OSError, match="worker"):
        list(each(last_breath, range(FEW), 2))
