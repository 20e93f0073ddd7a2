"""The shape of site.yaml is told in words, never by a traceback."""

from typing import Any

import pytest

from plugins.council.site_data import fault_of

LINK = {"title": {"uk": "Новини"}, "url": "/novyny/"}


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"name": "Рада", "menu": [LINK]},
        {"footer": [{"title": "Про сайт", "links": [LINK]}]},
        {"tasks": [{"title": "Портал", "url": "https://rada.example/"}]},
    ],
)
def test_right_shapes_have_no_fault(tree: dict[str, Any]) -> None:
    """Names in one language or several, links inside the site and outside."""
    assert fault_of(tree) is None


@pytest.mark.parametrize(
    ("tree", "place"),
    [
        ({"menu": [{"title": "Новини"}]}, "menu → 0 → url"),
        ({"menu": "/novyny/"}, "menu"),
        ({"menu": [{"title": "Х", "url": "javascript:alert(1)"}]}, "menu → 0 → url"),
        ({"menu": [{"title": "Х", "url": "novyny"}]}, "menu → 0 → url"),
        ({"footer": [{"title": "Х", "links": [{"url": "/a/"}]}]}, "footer → 0 → links → 0 → title"),
        ({"name": ["Рада"]}, "name"),
    ],
)
def test_wrong_shapes_name_the_place(tree: dict[str, Any], place: str) -> None:
    """A missing address, a script for an address, a list where a word belongs."""
    fault = fault_of(tree)
    assert fault is not None
    assert fault[1].startswith(f"«{place}» записано не так.")
