"""Most texts are asked for stems only: no word of the checklist may lack one."""

import pytest

from plugins.checks.wartime import _DAMAGED, _FORCES, _STEMS, _STRIKE


@pytest.mark.parametrize("words", [_STRIKE, _FORCES, _DAMAGED])
def test_each_word_has_a_stem(words: tuple[str, ...]) -> None:
    """A word added to the checklist without a stem would never be found."""
    assert [word for word in words if not any(stem in word for stem in _STEMS)] == []
