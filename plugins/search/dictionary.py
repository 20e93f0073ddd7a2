"""What forms a Ukrainian word has, by the dictionary of pymorphy3: loaded when first asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from plugins.search.derivation import (
    ADJECTIVE,
    ADVERB,
    GERUND,
    NOUN,
    VERB,
    form_of_gerund,
    gerunds,
    offspring,
    origins,
)
from plugins.search.folding import fold

CLOSED = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
GUESSES = 4  # readings of a word that the dictionary has not: a surname, a new word


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One reading of a word: the folded ``keys`` it is found by, and all its ``forms``.

    The first key is its own, others are of words that it is made of; ``related`` are those and
    what is made of it: a query may ask for a form of them that stands nowhere. A pronoun or a
    preposition is of a ``closed`` class: what else the word may be, it seldom is.
    """

    keys: tuple[str, ...]
    forms: tuple[str, ...]
    related: tuple["Lexeme", ...] = ()
    closed: bool = False


def lexemes_of(word: str) -> tuple[Lexeme, ...]:
    """Return the readings of a plain word; none of what is not Ukrainian."""
    if not _CYRILLIC.fullmatch(word):
        return ()
    read = _read(word)
    if read or "'" not in word:
        return read
    return _read(word.replace("'", ""))


_CYRILLIC = re.compile("[Ѐ-ԯ']+")


def _read(word: str) -> tuple[Lexeme, ...]:
    known = dict.fromkeys(map(_of_verb, _readings(word)))
    return tuple(dict.fromkeys(map(_lexeme, known))) if known else _guessed(word)


def _guessed(word: str) -> tuple[Lexeme, ...]:
    """Return what a word that the dictionary has not may be by its ending, and the word itself."""
    found: dict[tuple[str, object], Lexeme] = {}
    for parse in _analyzer().parse(word):
        reading = (parse.normal_form, parse.methods_stack[0][2:3])
        if reading not in found and len(found) < GUESSES:
            forms = dict.fromkeys(form.word for form in parse.lexeme)
            part, tag = str(parse.tag.POS), str(parse.tag)
            others = [one.normal for one in _origins(parse.normal_form, part, tag)]
            found[reading] = Lexeme(_folded(parse.normal_form, *others), tuple(forms))
    return tuple(dict.fromkeys((*found.values(), Lexeme((fold(word),), (word,)))))


class _Reading(NamedTuple):
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
    def forms(self) -> dict[str, None]:
        """All of its forms; of a verb its gerunds too."""
        affixes = _affixes(self.paradigm)
        forms = dict.fromkeys(f"{start}{self.stem}{end}" for start, _, end in affixes)
        if self.part == VERB:
            known = _analyzer().dictionary.words
            forms |= dict.fromkeys(one for one in gerunds(forms) if one in known)
        return forms


@cache
def _analyzer() -> Any:
    import pymorphy3  # a second of loading: an edit that brings no new word does without

    return pymorphy3.MorphAnalyzer(lang="uk")


@lru_cache(1 << 13)
def _affixes(paradigm: int) -> list[tuple[str, Any, str]]:
    """Return prefix, tag and suffix of each form of a paradigm; the first is the dictionary's."""
    rows: list[tuple[str, Any, str]] = _analyzer().dictionary.build_paradigm_info(paradigm)
    return rows


def _readings(word: str) -> Iterator[_Reading]:
    """Yield what a form may be. Two may have one lemma: Гончаренко he, Гончаренко she."""
    analyzer = _analyzer()
    for spelt, places in analyzer.dictionary.words.similar_items(word, analyzer.char_substitutes):
        for paradigm, index in places:
            start, _, end = _affixes(paradigm)[index]
            yield _Reading(spelt[len(start) : len(spelt) - len(end)], paradigm)


def _of_verb(reading: _Reading) -> _Reading:
    """Return the verb of a gerund, of anything else itself."""
    if reading.part != GERUND:
        return reading
    verbs = (one for one in _readings(form_of_gerund(reading.normal)) if one.part == VERB)
    return next(verbs, reading)


@lru_cache(1 << 17)  # met again in each form of the word
def _lexeme(reading: _Reading) -> Lexeme:
    own = _alone(reading)
    return Lexeme(own.keys, own.forms, tuple(map(_alone, _related(reading))), own.closed)


@lru_cache(1 << 17)
def _alone(reading: _Reading) -> Lexeme:
    others = [one.normal for one in _origins_of(reading)]
    keys = _folded(reading.normal, *others)
    return Lexeme(keys, tuple(reading.forms), closed=reading.part in CLOSED)


def _related(reading: _Reading) -> dict[_Reading, None]:
    """Return what a word is made of and what is made of it."""
    related = dict.fromkeys(_origins_of(reading))
    if reading.part in (VERB, ADJECTIVE):
        for word in dict.fromkeys(offspring(reading.normal, reading.part, tuple(reading.forms))):
            for one in _readings(word):
                if one.part in (ADJECTIVE, ADVERB, NOUN) and reading in _origins_of(one):
                    related[one] = None
    return related


@lru_cache(1 << 15)
def _origins_of(reading: _Reading) -> tuple[_Reading, ...]:
    tag = str(_affixes(reading.paradigm)[0][1])
    return tuple(_origins(reading.normal, reading.part, tag))


def _origins(normal: str, part: str, tag: str) -> Iterator[_Reading]:
    for word, wanted in origins(normal, part, tag):
        for one in dict.fromkeys(_readings(word)):
            if one.part == wanted and one.normal == word:
                yield one


def _folded(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, words)))
