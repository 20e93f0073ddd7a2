"""A text as its reader sees it: numbers are found also where markup takes them apart.

Lines stay where they are, so that what is found can be told by its line.
"""

import re
from html import unescape

from plugins.checks.pattern import pattern
from plugins.council.control import is_usual

_ODD_DIGITS = pattern("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19\U0001d7ce-\U0001d7ff]")
# What stands between two figures of one number, or says that a text is not what is seen of it:
# each begins with few signs and is asked for only where its word is, every text pays for them.
_APART = pattern(
    r"[0-9](?:(?:(?:[*_`~\\]|<[^<>\n]*>)+[ \u00a0()-]{0,2}|\]\([^)\n]*\)|[ \t\\]*\n)[*_`~\[]*[0-9]"
    r"|[OОoо][0-9OОoо ])"
)
# A pattern that begins with one certain sign is searched for much faster than one of a set.
_BOLD_SERIES = {sign: pattern(rf"[{sign}][А-ЯІЇЄA-Z]{{2}}[*_`]+ ?(?:№ ?)?[0-9]") for sign in "*_`"}
_SIGNS = ("&#", "&commat", "(at)", "[at]", "(ат)", "(собака)", " собака ")
_ENTITY = pattern(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.I)
_MAY_BE_REACHED = pattern(r"\]\((?:tel|mailto|sms):")
_REACHED = pattern(r"\]\(<?(?:tel|mailto|sms):([^)\n]*)\)", re.I)
_LINK = pattern(r"!?\[([^\[\]\n]*)\](?:\([^)\n]*\))?")
_TAG = pattern(r"<!--[^\n]*?-->|</?[a-z][^<>\n]*>", re.I)
_MARK = pattern(r"[*`~\\]+|(?<=[0-9])_+(?=[0-9])|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_AT = pattern(
    r"[ \u00a0]?(?:[(\[](?:at|ат|собака)[)\]]|(?<= )собака(?= )|@)[ \u00a0]?(?=\w[\w-]*\\?\.\w)",
    re.I,
)
_ZERO = pattern(r"(?<=[0-9])[OОoо](?=[0-9 \-)])|(?<![^\W_])[OО](?=[0-9][0-9OОoо])")
# «О50 123 45 67»
_LETTER_ZERO = tuple(pattern(f"{zero}[35-9][0-9][ ()-]{{0,2}}[0-9]") for zero in "ОO")
_SERIES = pattern(r"(?<=[А-ЯІЇЄA-Z]{2})([ \t]*)\n(?=[0-9]{6})")
_BREAK = pattern(r"(?<=[0-9])([ \t]*)\n(?=[0-9])")


def ascii_digits(text: str) -> str:
    """Write digits of other scripts and widths («３１８», «٣١٨») as ours, sign for sign."""
    if is_usual(text):
        return text
    return _ODD_DIGITS.sub(lambda found: str(int(found[0])), text)


def as_seen(text: str) -> tuple[str, str] | None:
    """Return what a reader sees of a Markdown text, ``None`` when numbers in it stand plain.

    The second text is as long as the first and keeps the breaks of lines that the first joins.
    """
    if not _is_taken_apart(text):
        return None
    seen = _ENTITY.sub(_entity, text)
    seen = _AT.sub("@", _REACHED.sub(r"] \1 ", seen))  # before «[at]» is taken for a link
    seen = _TAG.sub("", _LINK.sub(r"\1", seen))
    seen = _AT.sub("@", _MARK.sub("", seen))
    lines = _ZERO.sub("0", seen)
    return _BREAK.sub(r"\1 ", _SERIES.sub(r"\1 ", lines)), lines


def _is_taken_apart(text: str) -> bool:
    return bool(
        _APART.search(text)
        or any(sign in text for sign in _SIGNS)
        or _MAY_BE_REACHED.search(text)
        or any(sign in text and bold.search(text) for sign, bold in _BOLD_SERIES.items())
        or ("@ " in text or " @" in text)
        or ("@" in text and any(sign in text for sign in ("\\", "@*", "@_", "@`", "*@", "`@")))
        or any(zero.search(text) for zero in _LETTER_ZERO)
        or ("аспорт" in text and _SERIES.search(text))
    )


def _entity(found: re.Match[str]) -> str:
    sign = unescape(found[0])
    return found[0] if "\n" in sign or "<" in sign else sign
