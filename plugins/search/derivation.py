"""Which words are made of which: participles of verbs; adverbs, degrees, qualities of
adjectives; «депутатка» of «депутат».

Candidates only: the dictionary says which of them there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

VERB, GERUND, ADJECTIVE, ADVERB, NOUN = "VERB", "GRND", "ADJF", "ADVB", "NOUN"
LIVING = "anim"

Endings = tuple[tuple[str, tuple[str, ...]], ...]

_VERBS_OF_PARTICIPLES: Endings = (
    ("блений", ("бити",)), ("плений", ("пити",)), ("млений", ("мити",)), ("влений", ("вити",)),
    ("щений", ("стити", "тити")), ("джений", ("дити",)), ("чений", ("чити", "тити")),
    ("жений", ("зити", "гти")), ("шений", ("сити",)), ("ний", ("ти",)), ("тий", ("ти",)),
    ("ований", ("увати",)), ("йований", ("ювати",)), ("ьований", ("ювати",)),
    ("нений", ("нути",)), ("ений", ("ити", "ти", "іти")), ("єний", ("їти",)),
    ("ючий", ("ти", "вати")), ("ячий", ("ити", "іти")), ("лий", ("ти",)),
)  # fmt: skip
_ADJECTIVES_OF_ADVERBS: Endings = (("ьо", ("ій",)), ("о", ("ий", "ій")), ("е", ("ий",)))
_ADJECTIVES_OF_DEGREES: Endings = (
    ("іший", ("ий", "ій")), ("жчий", ("гий", "зький")), ("щий", ("стий", "ський")),
    ("ший", ("ий", "кий", "окий", "екий")),
)  # fmt: skip
_ADJECTIVES_OF_QUALITIES: Endings = (("ість", ("ий", "ій")), ("їсть", ("їй",)))
_ADVERBS_OF_DEGREES: Endings = (("іше", ("о", "е")), ("ше", ("о", "ко", "око", "еко")))
_MEN: Endings = (
    ("ниця", ("ник",)), ("вчиня", ("вець",)), ("чиня", ("ець",)), ("киня", ("",)),
    ("иня", ("", "ець")), ("нка", ("нець", "нин")), ("ька", ("ь",)), ("ка", ("", "ець")),
    ("еса", ("",)), ("иця", ("", "ець")),
)  # fmt: skip
_MOST = "най"


class Candidate(NamedTuple):
    """The dictionary form of a word, its part of speech, and what its tag must say."""

    word: str
    part: str
    mark: str = ""


def origins(word: str, part: str, tag: str) -> Iterator[Candidate]:
    """Yield what a word may be made of."""
    if part == ADVERB:
        yield from _some(_with_other_ending(word, _ADJECTIVES_OF_ADVERBS), ADJECTIVE)
        less = word.removeprefix(_MOST)
        yield from _some(_with_other_ending(less, _ADVERBS_OF_DEGREES), ADVERB)
    elif part == NOUN:
        yield from _some(_with_other_ending(word, _ADJECTIVES_OF_QUALITIES), ADJECTIVE)
        if _is_woman(tag):
            yield from _some(_with_other_ending(word, _MEN), NOUN, LIVING)
    elif part == ADJECTIVE and ("pssv" in tag or "actv" in tag):
        yield from _some(_with_other_ending(word, _VERBS_OF_PARTICIPLES), VERB)
    elif part == ADJECTIVE and word.endswith("ий"):
        more = word.removeprefix(_MOST)
        yield from _some(_with_other_ending(more, _ADJECTIVES_OF_DEGREES), ADJECTIVE)


def _some(words: Iterable[str], part: str, mark: str = "") -> Iterator[Candidate]:
    return (Candidate(word, part, mark) for word in words)


def _is_woman(tag: str) -> bool:
    return LIVING in tag and "femn" in tag


def _with_other_ending(word: str, endings: Endings) -> Iterator[str]:
    for ending, others in endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from (word[: -len(ending)] + other for other in others)


def offspring(word: str, part: str, forms: Sequence[str]) -> Iterator[str]:
    """Yield dictionary forms of words that may be made of a word with all its forms."""
    if part == VERB and word.endswith("ти"):
        yield from _participles(word[:-2], forms)
    elif part == NOUN:
        yield from _with_ending_before(word, _MEN)
    elif part == ADVERB:
        yield from _degrees(word, _ADVERBS_OF_DEGREES)
    elif part == ADJECTIVE:
        yield from _with_ending_before(word, (*_ADJECTIVES_OF_ADVERBS, *_ADJECTIVES_OF_QUALITIES))
        yield from _degrees(word, _ADJECTIVES_OF_DEGREES)


def _degrees(word: str, endings: Endings) -> Iterator[str]:
    for degree in _with_ending_before(word, endings):
        yield from (degree, f"{_MOST}{degree}")


def _with_ending_before(word: str, endings: Endings) -> Iterator[str]:
    for ending, others in endings:
        yield from (word.removesuffix(one) + ending for one in others if word.endswith(one))


def _participles(stem: str, forms: Iterable[str]) -> Iterator[str]:
    yield from (stem + ending for ending in ("ний", "тий", "лий"))
    if stem.endswith(("ува", "юва")):
        yield from (stem[:-3] + ending for ending in ("ований", "ьований", "йований"))
    for form in forms:
        if form.endswith("у"):  # люблю, оснащу: the consonant has already changed
            yield f"{form[:-1]}ений"
        elif form.endswith("ю"):
            yield from (f"{form[:-1]}ений", f"{form[:-1]}єний")
        elif form.endswith(("уть", "ють", "ять", "ать")):
            yield f"{form[:-2]}чий"


def gerunds(forms: Iterable[str]) -> Iterator[str]:
    """Yield what may be the gerunds of a verb: «читав», «читають» give «читавши», «читаючи»."""
    for form in forms:
        if form.endswith("ться"):
            yield f"{form[:-4]}чись"
        elif form.endswith("ть"):
            yield f"{form[:-2]}чи"
        elif form.endswith("ся"):
            yield f"{form[:-2]}шись"
        elif form[-1] not in "аеєиіїоуюяь":
            yield f"{form}ши"


def form_of_gerund(gerund: str) -> str:
    """Return the form of the verb that a gerund is made of: «читавши», «читаючи» of the above."""
    for ending, other in (("шись", "ся"), ("ши", ""), ("чись", "ться"), ("чи", "ть")):
        if gerund.endswith(ending):
            return gerund[: -len(ending)] + other
    return gerund
