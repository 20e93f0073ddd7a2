"""Cards of texts as they lie in the store: what every build asks of each text of the archive.

A list without names, in the order of ``Text``'s fields: a build reads 20,000 of them after one
edit, so only what JSON cannot hold is made anew, and dates of which it has many once.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from plugins.council.discussion import Discussion, Ending
from plugins.council.markdown import Reference
from plugins.council.mentions import Mention
from plugins.council.sessions import Convening
from plugins.council.text import Details, Text
from plugins.incremental.headers import stored_moment

_STORED = Text._fields[1:-1]  # all but ``path`` and ``read``
_PLACES = {name: place for place, name in enumerate(_STORED)}
_MOMENTS = tuple(
    _PLACES[name]
    for name in (
        "moment", "day", "publish_at", "expires_at", "effective", "effective_from", "published",
        "updated",
    )
)  # fmt: skip
_ORDER, _TOPICS, _ALIASES = _PLACES["order"], _PLACES["topics"], _PLACES["aliases"]
_DISCUSSION, _CONVENING = _PLACES["discussion"], _PLACES["convening"]
_MENTIONS, _REFERENCES = _PLACES["mentions"], _PLACES["references"]

_stored_moment = lru_cache(10_000)(stored_moment)


def dump_card(text: Text) -> str:
    """Return the card of a text as JSON."""
    return to_json([*_stored(text)]).decode()


def _stored(text: Text) -> Iterator[Any]:
    for name in _STORED:
        match getattr(text, name):
            case date() as moment:
                yield moment.isoformat()
            case Discussion() | Convening() as record:
                yield astuple(record)
            case value:
                yield value[0] if name == "order" else value  # its path is the text's own


def load_text(path: str, card: str, read: Callable[[], Details]) -> Text:
    """Return the text of a card; ``read`` gives the details when they are asked for."""
    fields = json.loads(card)
    for place in _MOMENTS:
        if fields[place]:
            fields[place] = _stored_moment(fields[place])
    fields[_ORDER] = (fields[_ORDER], path)
    fields[_TOPICS] = tuple(fields[_TOPICS])
    fields[_ALIASES] = tuple(fields[_ALIASES])
    if fields[_DISCUSSION]:
        fields[_DISCUSSION] = _discussion(*fields[_DISCUSSION])
    if fields[_CONVENING]:
        fields[_CONVENING] = _convening(*fields[_CONVENING])
    fields[_MENTIONS] = tuple(map(Mention._make, fields[_MENTIONS]))
    fields[_REFERENCES] = tuple(map(Reference._make, fields[_REFERENCES]))
    return Text._make((path, *fields, read))


def _discussion(
    consider_on: str | None, comments_until: str | None, ending: Ending | None, regulatory: bool
) -> Discussion:
    return Discussion(
        date.fromisoformat(consider_on) if consider_on else None,
        stored_moment(comments_until) if comments_until else None,
        ending,
        regulatory,
    )


def _convening(
    announced: str | None, exceptional: bool, last: str, video: bool, since: str | None,
    decided: list[str],
) -> Convening:  # fmt: skip
    return Convening(
        date.fromisoformat(announced) if announced else None,
        exceptional,
        date.fromisoformat(last),
        video,
        date.fromisoformat(since) if since else None,
        tuple(decided),
    )
