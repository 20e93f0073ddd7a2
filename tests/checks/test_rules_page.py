from pathlib import Path

from plugins.checks.catalogue import entries
from plugins.checks.rules_page import rules_page

PAGE = Path(__file__).parents[2] / "docs/rules.md"


def test_the_page_is_current() -> None:
    """docs/rules.md says what the rules say; `make rules` writes it anew."""
    assert PAGE.read_text("utf-8") == rules_page()


def test_every_rule_has_an_example_of_each_side() -> None:
    """A rule without «Погано» and «Добре» cannot be acted on."""
    poor = [
        one.about
        for one in entries()
        if "Погано:" not in one.example or "Добре:" not in one.example
    ]
    assert poor == []
