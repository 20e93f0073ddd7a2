"""Lists as editors type them: right under the line that leads in, with bullets out of Word."""

import re

from markdown.preprocessors import Preprocessor

from plugins.council.markdown.points import split_line

_ITEM = re.compile(r"[ ]{0,3}(?:[-*+•]|\d+\.)[ ]+\S")
_START = re.compile(r"[ ]{0,3}(?:[-*+•]|1\.)[ ]+\S")
_WORD_BULLET = re.compile(r"^([ ]*)•[ ]*(?=\S)")


class ListsAfterText(Preprocessor):
    """Lets a list begin without an empty line before it; ``• `` is a bullet like ``- ``."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with an empty one before each list that follows text directly."""
        result: list[str] = []
        in_list = False
        for line in lines:
            if "•" in line:
                line = _WORD_BULLET.sub(r"\1- ", line)
            if not line.strip():
                in_list = False
                result.append(line)
                continue
            if not in_list and result and result[-1].strip() and _START.match(line):
                result.append("")
            in_list = in_list or bool(_ITEM.match(line))
            result.append(line)
        return result


_LEGAL_ITEM = re.compile(r"[ ]{0,3}[-*+][ ]+\S")


class PointsApart(Preprocessor):
    """The same for legal text, where every numbered line begins a point, wherever it stands."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with an empty one before each point and list, points unindented."""
        result: list[str] = []
        in_list = False
        for line in lines:
            if not line:
                in_list = False
                result.append(line)
                continue
            is_point = "|" not in line and split_line(line) is not None
            begins = is_point or (not in_list and _LEGAL_ITEM.match(line))
            if begins and result and result[-1].strip():
                result.append("")
            in_list = bool(line.strip()) and not is_point and bool(in_list or begins)
            result.append(line.strip() if is_point else line)
        return result
