"""What forms a Ukrainian word has, and by which keys it is found."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from plugins.search.folding import fold
from plugins.search.kin import made_of, origins_of, related
from plugins.search.readings import Reading, analyzer, read

CLOSED = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
GUESSES = 4  # readings of a word that the dictionary has not: a surname, a new word


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One reading of a word: the folded ``keys`` it is found by, and all its ``forms``.

    The first key is its own, others are of words that it is made of; ``related`` are those and
    what is made of it: a query may ask for a form of them that stands nowhere. A pronoun or a
    preposition is of a ``closed`` class: what else the word may be, it seldom is. Nor is it
    often an order or a call: ``seldom``.
    """

    keys: tuple[str, ...]
    forms: tuple[str, ...]
    related: tuple["Lexeme", ...] = ()
    closed: bool = False
    seldom: bool = False


def lexemes_of(word: str) -> tuple[Lexeme, ...]:
    """Return the readings of a plain word; none of what is not Ukrainian."""
    if not _CYRILLIC.fullmatch(word):
        return ()
    found = _found(word)
    if found or "'" not in word:
        return found
    return _found(word.replace("'", ""))


_CYRILLIC = re.compile("[Ѐ-ԯ']+")


def _found(word: str) -> tuple[Lexeme, ...]:
    known = read(word)
    if not known:
        return _guessed(word)
    return tuple([
        replace(_lexeme(one), seldom=True) if seldom else _lexeme(one)
        for one, seldom in known.items()
    ])  # fmt: skip


def _guessed(word: str) -> tuple[Lexeme, ...]:
    """Return what a word that the dictionary has not may be by its ending, and the word itself.

    No guess has a form that is a word of the dictionary: who asks for «треба» means no «треби».
    """
    known = analyzer().dictionary.words
    found: dict[tuple[str, object], Lexeme] = {}
    for parse in analyzer().parse(word):
        reading = (parse.normal_form, parse.methods_stack[0][2:3])
        if reading not in found and len(found) < GUESSES:
            forms = dict.fromkeys(form.word for form in parse.lexeme if form.word not in known)
            part, tag = str(parse.tag.POS), str(parse.tag)
            others = [one.normal for one in made_of(parse.normal_form, part, tag)]
            found[reading] = Lexeme(
                _folded(parse.normal_form, *others), tuple({word: None} | forms)
            )
    return tuple(dict.fromkeys((*found.values(), Lexeme((fold(word),), (word,)))))


@lru_cache(1 << 17)  # met again in each form of the word
def _lexeme(reading: Reading) -> Lexeme:
    own = _alone(reading)
    return replace(own, related=tuple(map(_alone, related(reading))))


@lru_cache(1 << 17)
def _alone(reading: Reading) -> Lexeme:
    keys = _folded(*[one.normal for one in (reading, *origins_of(reading))])
    return Lexeme(keys, tuple(reading.forms), closed=reading.part in CLOSED)


def _folded(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, words)))
