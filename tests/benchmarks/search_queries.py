"""Queries of each class over a corpus, with the texts that each of them must find."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.document import Document
from tests.benchmarks.search_corpus import Words

FREQUENT = 40  # words of which queries of frequent words are put together
RELEVANT = 10  # texts at most: with more of them any ten would do …
RARE = 250  # … so in a great corpus a 250th of it: no word is in fewer
_WORD = re.compile("[а-яіїєґ']+")
_KEYS = ("йцукенгшщзхїфівапролджєячсмитьбюґ", "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\")
_QWERTY = dict(zip(*_KEYS, strict=True))
_RUSSIAN = {"і": "ы", "є": "э", "ї": "ъ"}
_LOOKALIKES = str.maketrans({"V": "V", "I": "І", "X": "Х"})
_ALPHABET = "абвгдеєжзиіїйклмнопрстуфхцчшщьюя"
MONTHS = (
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
    "жовтня", "листопада", "грудня",
)  # fmt: skip


@dataclass(frozen=True)
class Query:
    """What is typed, of which class, and the addresses that must be found."""

    sort: str
    typed: str
    relevant: frozenset[str]


class Corpus:
    """Texts with what stands in them."""

    def __init__(self, texts: Sequence[Document], words: Words) -> None:
        self.texts = texts
        self.forms: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for word in set(_WORD.findall(f"{text.title} {text.text}".lower())):
                self.forms[word].add(text.address)
        self.lexemes: Mapping[str, list[tuple[str, ...]]] = _by_form(words)

    def of_word(self, form: str) -> frozenset[str]:
        """Return the texts in which some form of a word stands, whichever it is."""
        others = (other for lexeme in self.lexemes[form] for other in lexeme)
        return frozenset(one for other in others for one in self.forms.get(other, ()))


def _by_form(words: Words) -> Mapping[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for lexeme in words.lexemes:
        for form in lexeme:
            found[form].append(lexeme)
    return found


def make_queries(corpus: Corpus, each: int, seed: int = 4) -> Iterator[Query]:
    """Yield ``each`` queries of every class."""
    rng = Random(seed)
    for make in (_inflected, _typo, _layout, _russian, _apostrophe):
        found = make(rng, corpus)
        yield from (query for query, _ in zip(found, range(each), strict=False))
    acts = [text for text in corpus.texts if text.number]
    for text in rng.sample(acts, each):
        only = frozenset({text.address})
        yield Query("number", rng.choice(_spellings(text.number)), only)
    for text in rng.sample(list(corpus.texts), each):
        at = rng.randint(0, max(0, len(text.title.split()) - 3))
        yield _phrase("title phrase", text.title.split()[at : at + 3], corpus)
    for text in rng.sample(list(corpus.texts), each):
        sentence = rng.choice(text.text.strip(".\n").split(". ")).split()
        at = rng.randint(0, len(sentence) - 4)
        yield _phrase("text phrase", sentence[at : at + 4], corpus)
    yield from (query for query, _ in zip(_frequent(rng, corpus), range(each), strict=False))
    days = defaultdict(set)
    for text in corpus.texts:
        days[text.moment].add(text.address)
    for day in rng.sample(sorted(days), min(each, len(days))):
        spelt = (f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day:%d.%m.%Y}")
        yield Query("date", rng.choice(spelt), frozenset(days[day]))


def _words(rng: Random, corpus: Corpus) -> Iterator[tuple[str, tuple[str, ...], frozenset[str]]]:
    """Yield a form, its lexeme and the few texts in which some form of it stands."""
    forms = sorted(form for form in corpus.forms if len(form) > 4 and form in corpus.lexemes)
    rng.shuffle(forms)
    for form in forms:
        for lexeme in corpus.lexemes[form]:
            texts = frozenset(one for other in lexeme for one in corpus.forms.get(other, ()))
            if len(texts) <= max(RELEVANT, len(corpus.texts) // RARE):
                yield form, lexeme, texts


def _inflected(rng: Random, corpus: Corpus) -> Iterator[Query]:
    for _, lexeme, texts in _words(rng, corpus):
        absent = [form for form in lexeme if form not in corpus.forms and len(form) > 3]
        if absent:
            yield Query("inflection", rng.choice(absent), texts)


def _typo(rng: Random, corpus: Corpus) -> Iterator[Query]:
    for form, _, texts in _words(rng, corpus):
        at = rng.randrange(len(form))
        letter = rng.choice(_ALPHABET)
        typed = rng.choice((
            form[:at] + form[at + 1 :], form[:at] + letter + form[at:],
            form[:at] + letter + form[at + 1 :],
            form[:at] + form[at : at + 2][::-1] + form[at + 2 :],
        ))  # fmt: skip
        if typed not in corpus.forms and typed not in corpus.lexemes:
            yield Query("typo", typed, texts)


def _layout(rng: Random, corpus: Corpus) -> Iterator[Query]:
    for form, _, texts in _words(rng, corpus):
        if "'" not in form:
            yield Query("layout", "".join(_QWERTY[letter] for letter in form), texts)


def _russian(rng: Random, corpus: Corpus) -> Iterator[Query]:
    for form, _, texts in _words(rng, corpus):
        typed = "".join(_RUSSIAN.get(letter, letter) for letter in form)
        if typed != form:
            yield Query("russian", typed, texts)


def _apostrophe(rng: Random, corpus: Corpus) -> Iterator[Query]:
    for form, _, texts in _words(rng, corpus):
        if "'" in form:
            yield Query("apostrophe", form.replace("'", rng.choice(("’", "ʼ", "`", ""))), texts)


def _frequent(rng: Random, corpus: Corpus) -> Iterator[Query]:
    """Yield two or three of the most frequent words: of texts that have all of them any ten."""
    first = [form for form in corpus.lexemes if len(form) > 3]
    first.sort(key=lambda form: (-len(corpus.forms.get(form, ())), form))
    while True:
        forms = rng.sample(first[:FREQUENT], rng.randint(2, 3))
        if both := frozenset.intersection(*map(corpus.of_word, forms)):
            yield Query("frequent", " ".join(forms), both)


def _spellings(number: str) -> tuple[str, ...]:
    spaced = number.replace("/", " / ").replace("-", " – ")
    return number, number.lower(), f"№ {number}", number.translate(_LOOKALIKES), f"№{spaced}"


def _phrase(sort: str, words: Sequence[str], corpus: Corpus) -> Query:
    phrase = " ".join(words)
    texts = (t.address for t in corpus.texts if holds(f"{t.title}\n{t.text}", phrase))
    return Query(sort, f"«{phrase}»", frozenset(texts))


def holds(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text, in small letters or capitals."""
    small, wanted = text.lower(), phrase.lower()
    whole = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    return wanted in small and re.search(whole, small) is not None
