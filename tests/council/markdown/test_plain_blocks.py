"""Plain blocks are read as Python-Markdown's own processors, asked in turn, read them."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.council.markdown.plain_blocks import PlainBlocks
from plugins.council.markdown.points import PointsAsTyped

_PIECES = [
    "слово", " ", "    ", "\n", "\n\n", "# ", "##", "===", "---", "***", "___", "- ", "* ", "+ ",
    "1. ", "1.", "2) ", "> ", ": ", ":", "|", "|-|", "[а]: б", "[^1]: в", "[^1]", "*[а]: б", "*[",
    "    [а]: б", "\n    ", "• ", "а)", "**", "**а**",
]  # fmt: skip


def _read(text: str, *, legal: bool, plain: bool) -> str:
    markdown = Markdown(
        extensions=["tables", "def_list", "abbr", "sane_lists", "footnotes"],
        output_format="html",
    )
    blocks = markdown.parser.blockprocessors
    blocks.deregister("code")
    if legal:
        blocks.deregister("olist")
        blocks.register(PointsAsTyped(markdown.parser), "points", 12)
    if plain:
        numbered = blocks["points" if legal else "olist"]
        blocks.register(PlainBlocks(numbered, blocks["paragraph"]), "plain", 110)
    return markdown.convert(text)


@pytest.mark.parametrize("legal", [True, False])
@given(text=st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_same_html_as_asking_every_kind(legal: bool, text: str) -> None:
    """Whatever lines meet in a text, the short way makes the same of them."""
    assert _read(text, legal=legal, plain=True) == _read(text, legal=legal, plain=False)


@pytest.mark.parametrize(
    ("block", "plain"),
    [
        ("Слово — не список", True),
        ("1. Перше\nі далі", True),
        ("Слово\n# Заголовок", False),
        ("Слово\n---", False),
        ("- пункт", False),
        ("а | б\n--|--", False),
        ("", False),
    ],
)
def test_block_with_a_sign_goes_the_long_way(block: str, plain: bool) -> None:
    """Only a block of which no line begins with a sign of another kind is taken."""
    blocks = Markdown().parser.blockprocessors
    taken = PlainBlocks(blocks["olist"], blocks["paragraph"]).test(Element("div"), block)
    assert taken is plain
