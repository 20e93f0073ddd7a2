"""Python-Markdown's steps over the lines of a text, taken only when they can find something.

Each of them joins the lines, searches the whole text and splits it again; most texts hold
neither tabs nor code nor HTML, and to ask for a sign costs a hundredth of a search.
"""

from markdown import Markdown
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.util import ETX, STX

_UNUSUAL = ("\t", "\n ", "\r", STX, ETX)


class QuickWhitespace(NormalizeWhitespace):
    """Makes blanks and line ends alike where they are not alike already."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with two empty ones at the end."""
        text = "\n".join(lines)
        if any(sign in text for sign in _UNUSUAL):
            return super().run(lines)
        return [*lines, "", ""]


class OnlyWith(Preprocessor):
    """Takes a step where one of its signs stands."""

    def __init__(self, step: Preprocessor, signs: tuple[str, ...]) -> None:
        super().__init__(step.md)
        self._step = step
        self._signs = signs

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as the step leaves them."""
        text = "\n".join(lines)
        return self._step.run(lines) if any(sign in text for sign in self._signs) else lines


def register_quick_lines(markdown: Markdown) -> None:
    """Put the quick steps in the places of Python-Markdown's."""
    steps = markdown.preprocessors
    steps.register(QuickWhitespace(markdown), "normalize_whitespace", 30)
    steps.register(OnlyWith(steps["fenced_code_block"], ("`", "~")), "fenced_code_block", 25)
    steps.register(OnlyWith(steps["html_block"], ("<", "&")), "html_block", 20)
