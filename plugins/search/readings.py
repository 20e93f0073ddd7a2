"""What a form may be, as the dictionary of pymorphy3 has it: loaded when first asked."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from plugins.search.derivation import GERUND, VERB, form_of_gerund, gerunds

SELDOM = ("impr", "voct")  # an order, a call: what a form may be beside another reading


class Reading(NamedTuple):
    """A word of the dictionary: what its forms share, and how they differ."""

    stem: str
    paradigm: int

    @property
    def normal(self) -> str:
        """The form under which dictionaries have it."""
        start, _, end = _affixes(self.paradigm)[0]
        return f"{start}{self.stem}{end}"

    @property
    def part(self) -> str:
        """Its part of speech, as pymorphy3 says it."""
        return str(_affixes(self.paradigm)[0][1].POS)

    @property
    def tag(self) -> str:
        """All that pymorphy3 says of the dictionary form."""
        return str(_affixes(self.paradigm)[0][1])

    @property
    def forms(self) -> dict[str, None]:
        """All of its forms; of a verb its gerunds too."""
        affixes = _affixes(self.paradigm)
        forms = dict.fromkeys(f"{start}{self.stem}{end}" for start, _, end in affixes)
        if self.part == VERB:
            known = analyzer().dictionary.words
            forms |= dict.fromkeys(one for one in gerunds(forms) if one in known)
        return forms


@cache
def analyzer() -> Any:
    """Return the dictionary."""
    import pymorphy3  # a second of loading: an edit that brings no new word does without

    return pymorphy3.MorphAnalyzer(lang="uk")


@lru_cache(1 << 13)
def _affixes(paradigm: int) -> list[tuple[str, Any, str]]:
    """Return prefix, tag and suffix of each form of a paradigm; the first is the dictionary's."""
    rows: list[tuple[str, Any, str]] = analyzer().dictionary.build_paradigm_info(paradigm)
    return rows


def read(word: str) -> dict[Reading, bool]:
    """Return what a form may be, a gerund as its verb, and whether that is seldom meant."""
    found: dict[Reading, bool] = {}
    for reading, tag in _parsed(word):
        verb = _of_verb(reading)
        found[verb] = found.get(verb, True) and any(one in tag for one in SELDOM)
    return found


def of_word(word: str, part: str, mark: str = "") -> Iterator[Reading]:
    """Yield the words of the dictionary with this dictionary form; their tags have the ``mark``."""
    for one in dict.fromkeys(reading for reading, _ in _parsed(word)):
        if one.part == part and one.normal == word and mark in one.tag:
            yield one


def of_words(words: Iterable[str], part: str, mark: str = "") -> Iterator[Reading]:
    """Yield the same of each of some words."""
    return (one for word in dict.fromkeys(words) for one in of_word(word, part, mark))


def _parsed(word: str) -> Iterator[tuple[Reading, str]]:
    """Yield what a form may be, with its tag. Two may have one lemma: Гончаренко he, she."""
    known = analyzer()
    for spelt, places in known.dictionary.words.similar_items(word, known.char_substitutes):
        for paradigm, index in places:
            start, tag, end = _affixes(paradigm)[index]
            yield Reading(spelt[len(start) : len(spelt) - len(end)], paradigm), str(tag)


def _of_verb(reading: Reading) -> Reading:
    """Return the verb of a gerund, of anything else itself."""
    if reading.part != GERUND:
        return reading
    verbs = (one for one, _ in _parsed(form_of_gerund(reading.normal)) if one.part == VERB)
    return next(verbs, reading)
