"""Finding driver's licences: three letters and six figures beside words that say so."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found
from plugins.checks.personal_numbers import masked

_NEAR = 60  # characters before, and a few after: «ВХЕ 123456, посвідчення водія»
_AFTER = 40
_SAID = pattern(r"посвідченн\w+ водія|водійськ\w+ (?:посвідч|прав)", re.I)
_LICENCE = pattern(
    r"(?<![\w-])(?!МВС|КМУ)[А-ЯІЇЄA-Z]{3}[ \u00a0]?(?:№|N|No|номер)?[ \u00a0]?"
    r"[0-9]{3}[ \u00a0]?[0-9]{3}(?![\w-]|[ \u00a0][0-9]|[.,/][0-9])"
)


def licences(text: str, lower: str) -> Iterator[Found]:
    """Yield the numbers of driver's licences (Cabinet resolution 340 of 08.05.1993)."""
    if "воді" not in lower:  # «водія», «водійське»
        return
    for found in _LICENCE.finditer(text):
        around = text[max(0, found.start() - _NEAR) : found.end() + _AFTER]
        if _SAID.search(around):
            yield Found(found.start(), "номер посвідчення водія", masked(found[0]))
