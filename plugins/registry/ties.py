"""Relations: declared once, on either side, shown on both."""

from collections.abc import Iterator, Mapping

from plugins.council.header import Act, Bill, Person, Relation, Reported, Service, Unit
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
    "adopted_from": "became",
    "unit": "people",
    "provider": "provides",
    "parent": "parts",
}
"""Name of a relation → its name seen from the other side; names are keys of the catalogue."""

BETWEEN_ACTS = ("amends", "repeals", "suspends", "restores", "implements", "corrects")


class _Ties:
    """Collects relations by path; the same thing said twice stands once."""

    def __init__(self) -> None:
        self._found: dict[str, dict[tuple[str, str], Tie]] = {}

    def external(self, text: Text, name: str, relation: Relation) -> None:
        tie = Tie(
            name=name, words=relation.external or "", url=relation.url or "", note=relation.note
        )
        self._add(text, tie.words, tie)

    def both(self, one: Text, other: Text | None, name: str, note: str = "") -> None:
        """Say it on both sides, unless the other text is not public now."""
        if other is not None:
            self._add(one, other.path, Tie(name=name, text=other, note=note))
            self._add(other, one.path, Tie(name=INVERSE[name], text=one, note=note))

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
        for name, relation in _relations(text):
            if relation.act is None:
                ties.external(text, name, relation)
            else:
                ties.both(text, by_identity.get(relation.act), name, relation.note)
        for identity in _about(text):
            ties.both(text, by_identity.get(identity), "about")
        for act, bill in _adoptions(text, by_identity):
            ties.both(act, bill, "adopted_from")
        for name, path in _belongings(text):
            ties.both(text, by_path.get(path), name)
    return ties.by_path()


def _relations(text: Text) -> Iterator[tuple[str, Relation]]:
    if isinstance(text.header, Act):
        for name in BETWEEN_ACTS:
            for relation in getattr(text.header, name):
                yield name, relation


def _about(text: Text) -> tuple[str, ...]:
    return text.header.about if isinstance(text.header, Reported) else ()


def _adoptions(text: Text, by_identity: Mapping[str, Text]) -> Iterator[tuple[Text, Text]]:
    """Yield (act, bill), whichever of the two says so."""
    match text.header:
        case Act(adopted_from=str(bill)) if bill in by_identity:
            yield text, by_identity[bill]
        case Bill(outcome=outcome) if outcome and (act := by_identity.get(outcome.act or "")):
            yield act, text


def _belongings(text: Text) -> Iterator[tuple[str, str]]:
    match text.header:
        case Person(unit=str(path)):
            yield "unit", path
        case Service(unit=str(path)):
            yield "provider", path
        case Unit(parent=str(path)):
            yield "parent", path


def translations_of(texts: tuple[Text, ...], by_path: Mapping[str, Text]) -> dict[str, Text]:
    """Return the other-language text of each text that has one, by path."""
    found = {}
    for text in texts:
        original = by_path.get(text.header.translation_of or "")
        if original is not None:
            found[text.path] = original
            found[original.path] = text
    return found
