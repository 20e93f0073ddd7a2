"""Bodies over time: who issued an act, and whether that body acts now.

All of it is data (``content/data/bodies.yaml``), since powers pass from one body to another by
decrees and laws: a page says only what somebody has confirmed there.
"""

from collections.abc import Mapping

from plugins.council.text import Text
from plugins.council.vocabulary import Entry, Vocabulary


def acts_now(body: Entry) -> bool | None:
    """Return whether a body acts now, ``None`` when nobody has confirmed either."""
    told = body.details.get("acts_now")
    return told if isinstance(told, bool) else None


def history_note(body: Entry, lang: str = "uk") -> str:
    """Return what a reader of its acts must know of a body that acts no longer (режим історії).

    Its own words (``history``), else nothing but the fact; empty while it acts or is not known.
    """
    return body.detail("history", lang, "") if acts_now(body) is False else ""


def code_of(body: Entry, key: str) -> str | None:
    """Return a body's code in a state register (``edrpou``, ``katottg``), ``None`` when unknown."""
    code = body.details.get(key)
    return code if isinstance(code, str) and code else None


def council_of(body: Entry) -> str:
    """Return the key of the council whose standing commission a body is, empty when it is none."""
    return str(body.details.get("commission_of") or "")


def commissions(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the keys of all standing commissions (law 280/97-ВР art. 47)."""
    return frozenset(slug for slug, body in vocabulary.bodies.items() if council_of(body))


def commissions_by_name(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the keys of commissions by all that a mandate may call them: key, name, short name."""
    return {
        called: slug
        for slug in sorted(commissions(vocabulary))
        for body in (vocabulary.bodies[slug],)
        for called in (slug, body.name(), body.detail("short"))
    }


def is_sitting(text: Text, vocabulary: Vocabulary) -> bool:
    """Whether a session is the sitting of a commission, which people call a sitting alone."""
    body = vocabulary.bodies.get(text.body) if text.kind == "sessions" else None
    return body is not None and council_of(body) != ""
