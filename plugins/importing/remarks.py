"""What in the words themselves an editor should look at."""

import re
from collections.abc import Iterator

from plugins.council.quantities import plural

_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[А-Яа-яІіЇїЄєҐґ])[^\W\d_]+\b")
_SHOWN = 5


def remarks_of(text: str) -> Iterator[str]:
    """Yield remarks on a text as it was read: invisible signs, letters of another alphabet."""
    soft = sum(text.count(sign) for sign in "\u00ad\u200b\u2060\ufeff")
    if soft:
        signs = plural(soft, "невидимий знак", "невидимі знаки", "невидимих знаків")
        yield f"вилучено {signs} (м’які переноси тощо)."
    if hard := text.count("\u00a0"):
        spaces = plural(hard, "нерозривний пробіл", "нерозривні пробіли", "нерозривних пробілів")
        yield f"{spaces} у тексті: лишилися, як були."
    mixed = list(dict.fromkeys(_MIXED.findall(text)))
    if mixed:
        shown = ", ".join(f"«{word}»" for word in mixed[:_SHOWN])
        more = f" та ще {len(mixed) - _SHOWN}" if len(mixed) > _SHOWN else ""
        yield f"латинські літери всередині українських слів: {shown}{more}. Наберіть їх наново."
