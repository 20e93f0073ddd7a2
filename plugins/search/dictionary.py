"""What forms a Ukrainian word has, by the dictionary of pymorphy3: loaded when first asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from plugins.search.folding import fold

GUESSES = 4  # readings of a word that the dictionary has not: a surname, a new word


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One reading of a word: the folded ``keys`` it is found by, and all its ``forms``."""

    keys: tuple[str, ...]
    forms: tuple[str, ...]


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
    analyzer = _analyzer()
    spellings = analyzer.dictionary.words.similar_items(word, analyzer.char_substitutes)
    known = dict.fromkeys(
        # two paradigms may have one lemma: Гончаренко he, Гончаренко she
        (_stem(spelt, *place), place[0])
        for spelt, places in spellings
        for place in places
    )
    if not known:
        return _guessed(word)
    return tuple(dict.fromkeys(_of_paradigm(*reading) for reading in known))


def _guessed(word: str) -> tuple[Lexeme, ...]:
    """Return what a word that the dictionary has not may be by its ending, and the word itself."""
    found: dict[tuple[str, object], Lexeme] = {}
    for parse in _analyzer().parse(word):
        reading = (parse.normal_form, parse.methods_stack[0][2:3])
        if reading not in found and len(found) < GUESSES:
            forms = dict.fromkeys(form.word for form in parse.lexeme)
            found[reading] = Lexeme(_keys(parse.normal_form, str(parse.tag.POS)), tuple(forms))
    return tuple(dict.fromkeys((*found.values(), Lexeme((fold(word),), (word,)))))


@cache
def _analyzer() -> Any:
    import pymorphy3  # a second of loading: an edit that brings no new word does without

    return pymorphy3.MorphAnalyzer(lang="uk")


def _stem(word: str, paradigm: int, index: int) -> str:
    """Return what a form shares with the others: the word without its prefix and suffix."""
    start, _, end = _affixes(paradigm)[index]
    return word[len(start) : len(word) - len(end)]


@lru_cache(1 << 17)  # met again in each form of the word
def _of_paradigm(stem: str, paradigm: int) -> Lexeme:
    affixes = _affixes(paradigm)
    forms = dict.fromkeys(f"{start}{stem}{end}" for start, _, end in affixes)
    first, tag, last = affixes[0]
    return Lexeme(_keys(f"{first}{stem}{last}", str(tag.POS)), tuple(forms))


@lru_cache(1 << 13)
def _affixes(paradigm: int) -> list[tuple[str, Any, str]]:
    """Return prefix, tag and suffix of each form of a paradigm; the first is the dictionary's."""
    rows: list[tuple[str, Any, str]] = _analyzer().dictionary.build_paradigm_info(paradigm)
    return rows


def _keys(normal: str, part: str) -> tuple[str, ...]:
    others = _known(_candidates(normal, part), _ORIGIN.get(part, ""))
    return tuple(dict.fromkeys(map(fold, (normal, *others))))


_ORIGIN = {"GRND": "VERB", "ADJF": "VERB", "ADVB": "ADJF"}
"""What a participle, a gerund and an adverb come from."""

_ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "GRND": (
        ("вшись", ("тися",)), ("вши", ("ти",)), ("ши", ("ти",)),
        ("ючись", ("тися", "ватися")), ("ячись", ("итися", "тися")), ("учись", ("тися",)),
        ("ючи", ("ти", "вати")), ("ячи", ("ити", "іти", "ти")), ("учи", ("ти",)),
    ),
    "ADJF": (
        ("блений", ("бити",)), ("плений", ("пити",)), ("млений", ("мити",)),
        ("влений", ("вити",)), ("щений", ("стити", "тити")), ("джений", ("дити",)),
        ("чений", ("чити", "тити")), ("ний", ("ти",)), ("тий", ("ти",)),
        ("ований", ("увати",)), ("йований", ("ювати",)), ("ений", ("ити", "ти", "іти")),
        ("єний", ("їти", "їти")),
        ("ючий", ("ти", "вати")), ("ячий", ("ити", "іти")), ("лий", ("ти",)),
    ),
    "ADVB": (("ьо", ("ій",)), ("о", ("ий", "ій")), ("е", ("ий",))),
}  # fmt: skip


def _candidates(word: str, part: str) -> Iterator[str]:
    for ending, origins in _ENDINGS.get(part, ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from (word[: -len(ending)] + origin for origin in origins)


def _known(words: Iterator[str], part: str) -> Iterator[str]:
    """Yield those of the candidates that the dictionary has as that part of speech."""
    analyzer = _analyzer() if part else None
    for word in words:
        if analyzer and analyzer.word_is_known(word):
            for parse in analyzer.parse(word):
                if str(parse.tag.POS) == part and parse.normal_form == word:
                    yield word
