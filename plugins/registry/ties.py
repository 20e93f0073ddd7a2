"""Relations: declared once, on either side, shown on both."""

from collections.abc import Mapping

from plugins.council.mentions import Mention
from plugins.council.text import Text
from plugins.output import Tie

INVERSE = {
    "amends": "amended_by",
    "repeals": "repealed_by",
    "suspends": "suspended_by",
    "restores": "restored_by",
    "implements": "implemented_by",
    "corrects": "corrected_by",
    "about": "reported_in",
    "agenda": "considered_at",
    "minutes": "minutes_of",
    "report": "report_of",
    "adopted_from": "became",
    "unit": "people",
    "provider": "provides",
    "parent": "parts",
}
"""Name of a relation → its name seen from the other side; names are keys of the catalogue."""


BELONGING = {
    ("people", "unit"): "unit",
    ("services", "unit"): "provider",
    ("units", "parent"): "parent",
    ("sessions", "minutes"): "minutes",
    ("consultations", "report"): "report",
}
"""(kind of text, key of its header) → name of the relation."""


class _Ties:
    """Collects relations by path; the same thing said twice stands once."""

    def __init__(self) -> None:
        self._found: dict[str, dict[tuple[str, str], Tie]] = {}

    def external(self, text: Text, said: Mention) -> None:
        tie = Tie(name=said.name, words=said.target, url=said.url, note=said.note)
        self._add(text, tie.words, tie)

    def both(self, one: Text, other: Text, name: str, note: str = "", place: str = "") -> None:
        """Say it on both sides; ``place`` is where in ``one`` it is said."""
        self._add(one, other.path, Tie(name=name, text=other, note=note))
        self._add(other, one.path, Tie(name=INVERSE[name], text=one, note=note, url=place))

    def _add(self, text: Text, other: str, tie: Tie) -> None:
        self._found.setdefault(text.path, {}).setdefault((tie.name, other), tie)

    def by_path(self) -> dict[str, tuple[Tie, ...]]:
        return {path: tuple(ties.values()) for path, ties in self._found.items()}


def ties_of(
    texts: tuple[Text, ...], by_path: Mapping[str, Text], by_identity: Mapping[str, Text]
) -> dict[str, tuple[Tie, ...]]:
    """Return the relations of every text, by its path.

    A relation to a text that is not public now stays unsaid until it is.
    """
    ties = _Ties()
    for text in texts:
        for said in text.mentions:
            if said.sort == "external":
                ties.external(text, said)
            elif said.sort == "act" and (act := by_identity.get(said.target)):
                _between(text, act, said, ties)
            elif (name := BELONGING.get((text.kind, said.name))) and said.target in by_path:
                ties.both(text, by_path[said.target], name)
    return ties.by_path()


def _between(text: Text, act: Text, said: Mention, ties: _Ties) -> None:
    """Tie a text to the act or bill that it names; a bill and its act, whichever says so."""
    if said.name == "outcome":
        ties.both(act, text, "adopted_from")
    elif said.name == "agenda":
        ties.both(text, act, "agenda", said.note, said.url)
    else:
        ties.both(text, act, said.name, said.note)


def translations_of(texts: tuple[Text, ...], by_path: Mapping[str, Text]) -> dict[str, Text]:
    """Return the other-language text of each text that has one, by path."""
    found = {}
    for text in texts:
        for said in text.mentions:
            original = by_path.get(said.target) if said.name == "translation_of" else None
            if original is not None:
                found[text.path] = original
                found[original.path] = text
    return found
