"""A text comes back from its card as it was read."""

from pathlib import Path

import pytest

from plugins.council.text_reading import read_text
from plugins.incremental.cards import dump_card, load_text

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = sorted(str(file.relative_to(CONTENT)) for file in CONTENT.rglob("*.md"))


@pytest.mark.parametrize("path", TEXTS)
def test_a_card_holds_all_but_the_details(path: str) -> None:
    """Every kind of text, with dates, hours, relations, discussions and sessions."""
    text = read_text(path, (CONTENT / path).read_bytes()).text
    if text is None:
        pytest.fail(f"{path} is a sample and has an error")
    again = load_text(path, dump_card(text), text.read)
    assert again == text
    assert [type(one) for one in again] == [type(one) for one in text]
    assert [type(one) for one in again.mentions] == [type(one) for one in text.mentions]
