"""Headers of plain lines, read at once: ``key: value``, ``key: "value"``, ``key: [a, b]``.

Such are most, and YAML's reader makes an object of every sign in them. A line that may mean
anything else leaves the whole header to it.
"""

import re
import unicodedata
from typing import Any

from plugins.council.header_yaml import NULLS, Place, Plain

_LINE = re.compile(
    r"(?P<key>[a-z][a-z_]{,40}):(?: (?:"
    r"(?P<plain>[^\W_](?:[\w .,/()«»№’–—+-]|:(?=\d))*(?<! ))"
    r'|"(?P<quoted>[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*)"'
    r"|\[(?P<items>(?:[a-z0-9][a-z0-9./_-]*(?:, ?[a-z0-9][a-z0-9./_-]*)*)?)\]"
    r"))?"
)


def read_plain(source: str) -> tuple[dict[str, Any], dict[Place, int]] | None:
    """Return what ``read_yaml`` returns, or ``None`` where it has to be asked."""
    values: dict[str, Any] = {}
    places: dict[Place, int] = {(): 2}
    for number, line in enumerate(source.split("\n"), 2):
        found = _LINE.fullmatch(line)
        if found is None or (key := found["key"]) in values:
            return None
        places[key,] = number
        if found["quoted"] is not None:
            values[key] = unicodedata.normalize("NFC", found["quoted"])
        elif found["items"] is None:
            values[key] = _plain(found["plain"] or "")
        else:
            items = found["items"].split(",") if found["items"] else []
            values[key] = [_plain(item.strip()) for item in items]
            places |= {(key, place): number for place in range(len(items))}
    return values, places


def _plain(typed: str) -> Plain | None:
    return None if typed in NULLS else Plain(typed)
