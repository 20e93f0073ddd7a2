import os
from pathlib import Path

import pytest

from plugins.incremental.aside import aside


def test_job_is_done_by_a_process_of_its_own() -> None:
    """What it finds is the same whoever does it; it is done once however often one asks."""
    with aside(lambda: frozenset({f"{os.getpid()}", "шлях"}), 2) as found:
        (process,) = found() - {"шлях"}
        assert found() == {process, "шлях"}
    assert process != f"{os.getpid()}"


def test_one_job_at_a_time_means_here() -> None:
    """With JOBS=1 nothing is forked, and nothing is done that nobody asks for."""
    with aside(lambda: frozenset({f"{os.getpid()}"}), 1) as found:
        assert found() == {f"{os.getpid()}"}


def test_what_a_dead_process_did_not_tell_is_found_here() -> None:
    """Memory ran out, somebody killed it: the answer comes all the same."""
    parent = os.getpid()

    def job() -> frozenset[str]:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return frozenset({"here"})

    with aside(job, 2) as found:
        assert found() == {"here"}


def test_nobody_is_left_behind(tmp_path: Path, forked: list[int]) -> None:
    """A build that fails before it asks leaves no process, however much that one has to tell."""
    with pytest.raises(ValueError, match="a text is wrong"):  # noqa: SIM117  # the order matters
        with aside(lambda: frozenset(f"{tmp_path}/{n}" for n in range(100_000)), 2):
            raise ValueError("a text is wrong")
    assert forked
    assert not [process for process in forked if Path(f"/proc/{process}").exists()]
