"""The Markdown of a body, asked on which line something stands."""

from bisect import bisect_right
from itertools import accumulate


class Source:
    """A body's text and the line of the file on which it begins, counted from 1."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._begun = 0
        self._starts: list[int] = []

    def line_of(self, *wanted: str) -> int:
        """Return the line of the first of these strings that is found.

        Meant to be asked in the order of the text: the search goes on from the last find.
        """
        for start in (self._begun, 0):
            for text in filter(None, wanted):
                if (at := self.text.find(text, start)) >= 0:
                    self._begun = at + len(text)
                    return self.line_at(at)
        return self.first_line

    def line_at(self, offset: int) -> int:
        """Return the line of the character at this offset."""
        if not self._starts:
            lengths = (len(line) + 1 for line in self.text.split("\n"))
            self._starts = list(accumulate(lengths, initial=0))
        return self.first_line + bisect_right(self._starts, offset) - 1
