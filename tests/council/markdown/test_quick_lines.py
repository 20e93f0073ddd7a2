"""The quick steps over lines leave every text as Python-Markdown's own do."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.council.markdown.quick_lines import register_quick_lines

_PIECES = [
    "слово", " ", "   ", "\n", "\n\n", "\n \n", "\t", "\r", "\r\n", "\x02", "\x03", "```", "~~~",
    "```\nа\n```\n", "<", ">", "<div>", "</div>", "<b>", "<!-- а -->", "&", "&amp;", "&#38", "&а;",
]  # fmt: skip


def _lines(text: str, *, quick: bool) -> tuple[list[str], list[str]]:
    """Return the lines after all steps, and what they have put aside."""
    markdown = Markdown(extensions=["fenced_code"])
    if quick:
        register_quick_lines(markdown)
    lines = text.split("\n")
    for step in markdown.preprocessors:
        lines = step.run(lines)
    return lines, [str(piece) for piece in markdown.htmlStash.rawHtmlBlocks]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_same_lines_as_the_slow_steps(text: str) -> None:
    """Whatever signs meet in a text, the same lines come of it and the same pieces go aside."""
    assert _lines(text, quick=True) == _lines(text, quick=False)
