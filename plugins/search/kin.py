"""Which words of the dictionary are made of which, are a pair, or are one word begun otherwise."""

from collections.abc import Iterator
from functools import lru_cache

from plugins.search.aspects import (
    DONE,
    ONGOING,
    PREFIXES,
    imperfectives,
    is_at_once,
    perfectives,
    without_prefix,
)
from plugins.search.derivation import ADJECTIVE, ADVERB, NOUN, VERB, offspring, origins
from plugins.search.euphony import other, usual
from plugins.search.readings import Reading, of_word, of_words

PARTS = (VERB, ADJECTIVE, ADVERB, NOUN)


@lru_cache(1 << 15)
def origins_of(reading: Reading) -> tuple[Reading, ...]:
    """Return what a word is made of, what ends where it goes on, how it usually begins."""
    made = made_of(reading.normal, reading.part, reading.tag)
    return tuple(dict.fromkeys([*made, *_other_aspects(reading), *_usual(reading)]))


def made_of(normal: str, part: str, tag: str) -> Iterator[Reading]:
    """Yield what a word is made of, which the dictionary need not have."""
    for word, wanted, mark in origins(normal, part, tag):
        yield from of_word(word, wanted, mark)


def related(reading: Reading) -> dict[Reading, None]:
    """Return the origins of a word, and the words whose origin it is."""
    words = dict.fromkeys(_offspring(reading))
    made = (one for part in PARTS for one in of_words(words, part) if reading in origins_of(one))
    return dict.fromkeys([*origins_of(reading), *made])


def _offspring(reading: Reading) -> Iterator[str]:
    forms = tuple(reading.forms)
    yield from (*offspring(reading.normal, reading.part, forms), other(reading.normal))
    if reading.part == VERB:
        yield from imperfectives(reading.normal, forms)
        yield from (prefix + reading.normal for prefix in PREFIXES)


def _other_aspects(reading: Reading) -> Iterator[Reading]:
    """Yield the verb of which another one goes on, or is the end and nothing else."""
    if reading.part != VERB:
        return
    normal = reading.normal
    if ONGOING in reading.tag:
        yield from _ended(reading)
    elif not any(of_words((normal, *imperfectives(normal, tuple(reading.forms))), VERB, ONGOING)):
        for one in of_words(without_prefix(normal), VERB, ONGOING):
            if all(is_at_once(ended.normal, one.normal) for ended in _ended(one)):
                yield one


def _usual(reading: Reading) -> Iterator[Reading]:
    for one in of_word(usual(reading.normal), reading.part):
        if one.paradigm == reading.paradigm:
            yield one


def _ended(reading: Reading) -> Iterator[Reading]:
    """Yield the verbs that end what goes on in this one: of «надавати» «надати»."""
    for one in of_words(perfectives(reading.normal), VERB, DONE):
        if reading.normal in imperfectives(one.normal, tuple(one.forms)):
            yield one
