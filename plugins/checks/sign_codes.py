"""Signs written by their codes: «&#8470;» is «№», «&#0;» and «&rlm;» are nothing that is seen."""

from collections.abc import Iterator
from html import unescape

from plugins.checks.characters import is_unseen
from plugins.checks.markup import without_code
from plugins.checks.pattern import pattern
from plugins.council.control import first_control
from plugins.council.problem import Problem
from plugins.output import Written, rule

_CODE = pattern(
    "&(?:#(?:[0-9]{1,19}|[xX][0-9a-fA-F]{1,19})(?![0-9a-fA-F]);?"  # longer: limits.py
    "|[A-Za-z]{2,24};)"
)
_USUAL = frozenset("\n\t\xad")  # a soft hyphen typed so is meant, and shown


@rule("invisible", says="Код у тексті («&#8470;») означає знак, який видно")
def codes_are_of_signs(written: Written) -> Iterator[Problem]:
    """No code stands for a control character, half of a sign, what is not seen, or no sign at all.

    Погано:  Міська&#0; рада, Міська&#x202E; рада, Міська&rlm; рада
    Добре:   Рішення &#8470; 5
    """
    if "&" not in written.source:
        return
    told: set[str] = set()
    for found in _CODE.finditer(without_code(written.shown), written.start):
        sign = unescape(found[0])  # as HTML says: nothing for a control, «\ufffd» for no sign
        if found[0] in told or sign in _USUAL or (sign and not _is_hidden(sign)):
            continue
        told.add(found[0])
        message = f"«{found[0]}» – код без видимого знака. Вилучіть його або наберіть сам знак."
        yield written.problem(found.start(), message, "invisible")


def _is_hidden(sign: str) -> bool:
    return first_control(sign) is not None or is_unseen(sign)
