"""Most texts are asked for stems only: nothing that is looked for may lack one."""

import pytest

from plugins.checks.language import _OFFICIAL_STEMS, _OFFICIALESE
from plugins.checks.wartime import (
    _DAMAGED,
    _FORCES,
    _MAY_BE_PLACE,
    _PLACE_ON_MAP,
    _STEMS,
    _STRIKE,
)


@pytest.mark.parametrize("words", [_STRIKE, _FORCES, _DAMAGED])
def test_each_word_has_a_stem(words: tuple[str, ...]) -> None:
    """A word added to the checklist without a stem would never be found."""
    assert [word for word in words if not any(stem in word for stem in _STEMS)] == []


def test_each_phrase_of_papers_has_a_stem() -> None:
    """As above."""
    lost = [one for one in _OFFICIALESE if not any(stem in one for stem in _OFFICIAL_STEMS)]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("48.7389, 37.5848", True),
        ("(48.738, 37.584)", True),
        ("тел. 148.738, 37.584", False),
        ("12.05.2024, 37.5 млн грн, 48.7 %", False),
    ],
)
def test_whatever_may_be_a_place_is_looked_at(text: str, is_place: bool) -> None:
    """The quick search says yes wherever the whole one does."""
    assert (_PLACE_ON_MAP.search(text) is not None) == is_place
    assert (_MAY_BE_PLACE.search(text) is not None) == is_place
