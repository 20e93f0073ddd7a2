"""Small functions that make words and addresses of pages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.json_ld import json_ld
from plugins.pages.meta import LONGEST, _shortened
from plugins.pages.page_inputs import ancestors
from plugins.pages.shared import phone_href

NAMES = {"/dokumenty/": "Документи", "/dokumenty/miska-rada/": "Рада", "/": "Головна", "/en/": "E"}


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("/dokumenty/miska-rada/rishennia/2021/5/", ["/dokumenty/", "/dokumenty/miska-rada/"]),
        ("/dokumenty/miska-rada/", ["/dokumenty/"]),
        ("/dokumenty/", []),
        ("/kontakty/", []),
    ],
)
def test_way_leads_through_pages_that_are_there(address: str, above: list[str]) -> None:
    """Breadcrumbs name the pages above that exist, the nearest last, and no page itself."""
    links = ancestors(address, NAMES)
    assert [link.url for link in links] == above
    assert [link.title for link in links] == [NAMES[one] for one in above]


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("+38 (0626) 48-55-11", "tel:+380626485511"),
        ("(0626) 48-55-11", "tel:0626485511"),
        (" +38\u00a0050 000 00 00", "tel:+380500000000"),
        ("102", "tel:102"),
        ("немає", ""),
        ("", ""),
    ],
)
def test_phone_becomes_an_address_to_call(phone: str, href: str) -> None:
    """Digits and the leading plus stay (RFC 3966); words without digits are no link."""
    assert phone_href(phone) == href


@given(st.text("аб ,.–:", max_size=3 * LONGEST))
def test_description_is_cut_at_a_word(words: str) -> None:
    """A description is the text's beginning, never much longer than shown, whole words only."""
    cut = _shortened(words)
    assert len(cut) <= LONGEST + 1
    if len(words) <= LONGEST:
        assert cut == words
    else:
        assert cut.endswith("…")
        assert words.startswith(cut[:-1])
        assert not cut[:-1].endswith((",", ";", ":", "–", " "))


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), min_size=1))
def test_json_ld_is_json_that_cannot_close_its_script(node: dict[str, str]) -> None:
    """Whatever stands in a title, the graph reads back the same and holds no «<»."""
    node["name"] = "</script><script>alert(1)</script><!-- & -->"
    text = str(json_ld([node]))
    assert not {"<", ">", "&"} & set(text)
    assert json.loads(text)["@graph"] == [node]


def test_json_ld_leaves_out_what_is_unknown() -> None:
    """An empty property says nothing and is not said; a zero is."""
    graph = json.loads(json_ld([{"a": "", "b": None, "c": [], "d": {}, "e": 0, "f": "x"}]))
    assert graph["@graph"] == [{"e": 0, "f": "x"}]
