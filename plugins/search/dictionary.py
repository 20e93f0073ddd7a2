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
    parses = _analyzer().parse(word)
    known = any(parse.is_known for parse in parses)
    found: dict[tuple[str, object], Any] = {}
    for parse in parses:  # two paradigms may have one lemma: Гончаренко he, Гончаренко she
        found.setdefault((parse.normal_form, parse.methods_stack[0][2:3]), parse)
    readings = list(found.values()) if known else list(found.values())[:GUESSES]
    made = [_lexeme(one) for one in readings]
    if not known:
        made.append(Lexeme((fold(word),), (word,)))
    return tuple(dict.fromkeys(made))


@cache
def _analyzer() -> Any:
    import pymorphy3  # a second of loading: an edit that brings no new word does without

    return pymorphy3.MorphAnalyzer(lang="uk")


def _lexeme(parse: Any) -> Lexeme:
    part = str(parse.tag.POS)
    if len(parse.methods_stack) == 1 and parse.is_known:
        _, word, paradigm, index = parse.methods_stack[0]
        start, end = _affixes(paradigm)[index]
        stem = word[len(start) : len(word) - len(end)]
        return _of_paradigm(parse.normal_form, part, stem, paradigm)
    forms = dict.fromkeys(form.word for form in parse.lexeme)
    return Lexeme(_keys(parse.normal_form, part), tuple(forms))


@lru_cache(1 << 15)  # met again in each form of the word
def _of_paradigm(normal: str, part: str, stem: str, paradigm: int) -> Lexeme:
    forms = dict.fromkeys(f"{start}{stem}{end}" for start, end in _affixes(paradigm))
    return Lexeme(_keys(normal, part), tuple(forms))


@lru_cache(4096)
def _affixes(paradigm: int) -> list[tuple[str, str]]:
    """Return prefix and suffix of each form of a paradigm."""
    rows = _analyzer().dictionary.build_paradigm_info(paradigm)
    return [(prefix, suffix) for prefix, _, suffix in rows]


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
