"""The quick inline step reads every text as Python-Markdown's own does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.wikilinks import WikiLinkExtension

from plugins.council.markdown.quick_inlines import register_quick_inlines

_PIECES = [
    "слово", " ", "\n", "  \n", "*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "(", ")",
    "![", "<", ">", "https://a.b", "<https://a.b>", "<a@b.c>", "&amp;", "&", "&#39;", "!", '"т"',
    "[а](б)", "![а](б)", "[^1]", "[а]: б\n\n", "[а]", "[б][а]", "![а]", "![б] [а]",
    "<b>", "</b>", "\n\n",
]  # fmt: skip


def _read(text: str, *, quick: bool) -> str:
    markdown = Markdown(extensions=["tables", "footnotes"])
    if quick:
        register_quick_inlines(markdown)
    return markdown.convert(text)


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_same_html_as_the_slow_step(text: str) -> None:
    """Whatever signs meet in a text, both steps make the same of it."""
    assert _read(text, quick=True) == _read(text, quick=False)


def test_a_pattern_without_a_sign_is_an_error() -> None:
    """A pattern that a new extension brings cannot be lost in silence."""
    markdown = Markdown(extensions=[WikiLinkExtension()])
    register_quick_inlines(markdown)
    with pytest.raises(ValueError, match="without a sign"):
        markdown.convert("a *b*")
