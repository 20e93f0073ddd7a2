"""Short addresses of acts, for paper: what identity says, in as few signs as can be typed.

``miska-rada/rishennia/2021/5-viii-194`` answers at ``/a/mr/r/2021/5-viii-194/``: codes of the body
and of the kind are data (``code`` in bodies.yaml and act-kinds.yaml), the rest is the identity's
own. No title, no state: paper printed in any year leads to the same act (adr/0008).
"""

import re
from collections.abc import Iterator, Mapping

from plugins.council.addresses import SECTIONS
from plugins.council.text import Text
from plugins.council.vocabulary import Entry, Vocabulary

FOLDER = "a"
ACTS = f"/{SECTIONS['acts']}/"

_ACT = re.compile(f"{ACTS}([^/]+)/([^/]+)/([0-9]{{4}})/([^/]+)/")


def short_address(address: str, words: Vocabulary) -> str:
    """Return the short form of an act's permanent address, empty for any other address."""
    parts = _ACT.fullmatch(address)
    if parts is None:
        return ""
    body, kind, year, number = parts.groups()
    folder = _folder(body, kind, words)
    return f"{folder}{year}/{number}/"


def short_addresses(act: Text, words: Vocabulary) -> tuple[str, ...]:
    """Return all short addresses at which an act answers, its own first.

    Those of its former addresses too: their paper is not collected when a number is put right.
    """
    known = (short_address(address, words) for address in (act.address, *act.aliases))
    return tuple(dict.fromkeys(one for one in known if one))


def short_folders(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the folders of short addresses with what they stand for, for servers that redirect."""
    for body in words.bodies:
        for kind in words.act_kinds:
            yield _folder(body, kind, words), f"{ACTS}{body}/{kind}/"


def _folder(body: str, kind: str, words: Vocabulary) -> str:
    return f"/{FOLDER}/{_code(body, words.bodies)}/{_code(kind, words.act_kinds)}/"


def _code(slug: str, entries: Mapping[str, Entry]) -> str:
    """Return the code of a body or a kind, its slug while it has none."""
    entry = entries.get(slug)
    return str(entry.details.get("code") or slug) if entry else slug
