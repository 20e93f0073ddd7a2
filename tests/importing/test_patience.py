import time

import pytest

from plugins.importing.patience import within
from plugins.importing.refusal import Refusal


def test_a_file_without_an_end_is_refused() -> None:
    """A file without an end is refused."""
    with pytest.raises(Refusal, match="не прочитано за 1 секунд"), within(1):
        while True:
            time.sleep(0.01)


def test_what_is_done_in_time_is_left_alone() -> None:
    """What is done in time is left alone."""
    with within(1):
        pass
    time.sleep(1.1)
