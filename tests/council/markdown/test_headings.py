import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown import read_body


def levels(source: str) -> list[int]:
    """Return the levels of a body's headings in order."""
    return [heading.level for heading in read_body(source, legal=False)[0].outline]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## А\n#### Б", [2, 3]),
        ("# А\n## Б\n# В", [2, 3, 2]),
        ("### А\n## Б", [2, 2]),
        ("## А\n#### Б\n### В", [2, 3, 3]),
        ("А\n=\n\nБ\n-", [2, 3]),
        ("<h1>А</h1>\n\n<h4>Б</h4>", [2, 3]),
        ("#\n\n## А", [2]),
    ],
)
def test_headings_stand_under_the_title(source: str, expected: list[int]) -> None:
    """The title is the only h1, no level is skipped, empty headings vanish."""
    assert levels(source) == expected


def test_headings_have_stable_addresses() -> None:
    """An id is the transliterated text; a second heading of the same text gets «-2»."""
    body, _ = read_body("## Права й обов’язки\n\n## Права й обов’язки\n\n## !", legal=False)
    assert [heading.id for heading in body.outline] == [
        "prava-y-oboviazky",
        "prava-y-oboviazky-2",
        "zaholovok",
    ]
    assert body.fragments == tuple(sorted(heading.id for heading in body.outline))


@given(st.lists(st.integers(1, 6)))
def test_no_level_is_ever_skipped(typed: list[int]) -> None:
    """Whatever levels an editor types, each heading is at most one deeper than the one before."""
    given_levels = levels("\n\n".join("#" * level + " А" for level in typed))
    steps = zip([1, *given_levels], given_levels, strict=False)
    assert all(2 <= after <= before + 1 for before, after in steps)
    assert len(given_levels) == len(typed)
