import os

import pytest


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Keep the numbers of the processes that this one forks."""
    fork, found = os.fork, list[int]()

    def forking() -> int:
        if process := fork():
            found.append(process)
        return process

    monkeypatch.setattr(os, "fork", forking)
    return found
