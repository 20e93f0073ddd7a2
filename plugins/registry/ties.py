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
    "unit": "provides",
    "parent": "parts",
}
"""Name of a relation → its name seen from the other side; names are keys of the catalogue."""

BETWEEN_ACTS = ("amends", "repeals", "suspends", "restores", "implements", "corrects")

Ties = dict[str, tuple[Tie, ...]]


def ties_of(texts: tuple[Text, ...], by_path: Mapping[str, Text],
            by_identity: Mapping[str, Text]) -> Ties:  # fmt: skip
    """Return the relations of every text, by its path.

    A relation to a text that is not public now stays unsaid until it is.
    """
    found: dict[str, dict[tuple[str, str], Tie]] = {}

    def tie(from_: Text, to: Text, name: str, note: str = "") -> None:
        """Say it on both sides; the same thing said twice stands once."""
        found.setdefault(from_.path, {}).setdefault((name, to.path), Tie(name=name, text=to, note=note))
        other = INVERSE[name]
        found.setdefault(to.path, {}).setdefault((other, from_.path), Tie(name=other, text=from_, note=note))

    for text in texts:
        for name, relation in _relations(text):
            if relation.act is None:
                external = Tie(name=name, words=relation.external or "", url=relation.url or "", note=relation.note)
                found.setdefault(text.path, {})[(name, external.words)] = external
            elif (other := by_identity.get(relation.act)) is not None:
                tie(text, other, name, relation.note)
        for act in _about(text):
            if (other := by_identity.get(act)) is not None:
                tie(text, other, "about")
        for act_side, bill_side in _adoptions(text, by_identity):
            tie(act_side, bill_side, "adopted_from")
        for name, path in _belongings(text):
            if (other := by_path.get(path)) is not None:
                tie(text, other, name)
    return {path: tuple(ties.values()) for path, ties in found.items()}


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
        case Bill(outcome=outcome) if outcome and outcome.act in by_identity:
            yield by_identity[outcome.act], text


def _belongings(text: Text) -> Iterator[tuple[str, str]]:
    match text.header:
        case Person(unit=str(path)) | Service(unit=str(path)):
            yield "unit", path
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
