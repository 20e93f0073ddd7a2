"""Regular expressions that are made when first asked: most texts need few of them."""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Answer as the expression does, and next time without being asked."""
        answer = getattr(self._made, name)
        self.__dict__[name] = answer
        return answer


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression; making one of Cyrillic words takes a millisecond."""
    return cast("re.Pattern[str]", _Late(source, flags))
