from typing import Any

import pytest

from plugins.council.bodies import acts_now, code_of, history_note
from plugins.council.vocabulary import Entry


def body(**details: Any) -> Entry:
    """Return a body of these properties."""
    return Entry(slug="rada", names={"uk": "Рада"}, details=details)


@pytest.mark.parametrize(
    ("told", "expected"), [(True, True), (False, False), (None, None), ("так", None)]
)
def test_only_a_plain_yes_or_no_is_taken(told: object, expected: bool | None) -> None:
    """What is not confirmed is unknown, not a guess."""
    assert acts_now(body(acts_now=told)) is expected
    assert acts_now(body()) is None


def test_note_stands_on_acts_of_a_body_that_acts_no_longer() -> None:
    """While it acts, or while nobody knows, its acts carry no note."""
    words = {"uk": "Повноваження здійснює інший орган.", "en": "Another body has its powers."}
    assert history_note(body(acts_now=False, history=words), "en") == words["en"]
    assert history_note(body(acts_now=True, history=words)) == ""
    assert history_note(body(history=words)) == ""
    assert history_note(body(acts_now=False)) == ""


def test_a_code_is_what_somebody_wrote() -> None:
    """An empty or absent one is unknown."""
    assert code_of(body(edrpou="00000000"), "edrpou") == "00000000"
    assert code_of(body(edrpou=None), "edrpou") is code_of(body(), "katottg") is None
    assert code_of(body(edrpou=""), "edrpou") is None
