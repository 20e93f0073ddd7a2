"""Texts of real Ukrainian sentences, and queries whose truth is of another dictionary than ours.

Sentences are those of UA-GEC (Syvokon et al., CC BY 4.0), the corrected side: read here, never
kept. Which forms a word has says simplemma, not the pymorphy3 that the index is made with.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from random import Random

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from ua_gec import Corpus as Sentences

from plugins.checks.personal_data import personal
from tests.benchmarks.document import Document
from tests.benchmarks.search_corpus import document
from tests.benchmarks.search_queries import MONTHS, RARE, RELEVANT, Query

SENTENCES = (6, 25)  # of a text
TITLE = 8  # words of a title at most
PHRASES = (2, 3, 4)  # words of a phrase
FREQUENT = 20  # such a word stands in a twentieth of all texts or more
_MARKS = re.compile(r"[\\<>*_`\[\]{}|#~^&]|https?:|www")
_WORD = re.compile("[а-яіїєґ']+")
_TOKEN = re.compile("[a-zа-яіїєґ0-9]+(?:'[а-яіїєґ]+)*")
_SIGNS = str.maketrans("’ʼ`", "'''")


def real_texts(size: int, seed: int = 4) -> Iterator[Document]:
    """Yield ``size`` texts, each of sentences drawn from the whole corpus."""
    corpus = Sentences(partition="all", annotation_layer="gec-only")
    sentences = [line for text in corpus for line in _sentences(text.target)]
    for serial in range(size):
        rng = Random(f"real {seed} {serial}")
        title = " ".join(rng.choice(sentences).split()[:TITLE]).strip(" ,;:–—-.").replace('"', "")
        text = "\n\n".join(rng.choices(sentences, k=rng.randint(*SENTENCES)))
        yield document(serial, size, title, text)


def _sentences(text: str) -> Iterator[str]:
    """Yield what is a sentence without marks that Markdown would take for its own, nor anybody's
    telephone: our checks refuse it."""
    for line in re.split(r"(?<=[.!?…])\s+|\n+", text):
        if 4 <= len(line.split()) <= 60 and not _MARKS.search(line) and not any(personal(line)):
            yield line.strip()


class RealCorpus:
    """Texts with the words in them by their lemma in simplemma; ``said`` is each text as words."""

    def __init__(self, texts: Sequence[Document]) -> None:
        self.texts = texts
        self.forms: dict[str, set[str]] = defaultdict(set)
        self.lemmas: dict[str, set[str]] = defaultdict(set)
        self.said = {
            text.address: tuple(f" {' '.join(_tokens(one))} " for one in (text.title, text.text))
            for text in texts
        }
        lemma_of = self.dictionary
        for text in texts:
            month = MONTHS[text.moment.month - 1]  # its page says the day
            for word in set(_words(f"{text.title} {text.text} {month}")):
                self.forms[word].add(text.address)
                if lemma := lemma_of.get(word):
                    self.lemmas[lemma].add(text.address)

    @cached_property
    def dictionary(self) -> Mapping[str, str]:
        """Every plain form in small letters with its lemma."""
        known = DefaultDictionaryFactory().get_dictionary("uk")
        return {
            form: lemma for form, lemma in known.items()
            if _WORD.fullmatch(form) and _WORD.fullmatch(lemma)
        }  # fmt: skip


def real_queries(corpus: RealCorpus, each: int, seed: int = 4) -> Iterator[Query]:
    """Yield forms that stand in no text, of words that stand in ten at most; and phrases."""
    rng = Random(seed)
    absent: dict[str, list[str]] = defaultdict(list)
    for form, lemma in corpus.dictionary.items():
        if form not in corpus.forms and len(form) > 3:
            absent[lemma].append(form)
    lemmas = sorted(
        lemma for lemma, texts in corpus.lemmas.items()
        if len(texts) <= max(RELEVANT, len(corpus.texts) // RARE) and absent.get(lemma)
    )  # fmt: skip
    for lemma in rng.sample(lemmas, min(each, len(lemmas))):
        yield Query("real inflection", rng.choice(absent[lemma]), frozenset(corpus.lemmas[lemma]))
    for size in PHRASES:
        sort = f"real phrase of {size} words"
        yield from islice(_phrases(Random(f"{sort} {seed}"), corpus, size, sort), each)
    sort, most = "real phrase of 2 frequent words", len(corpus.texts) // FREQUENT
    frequent = (
        query
        for query in _phrases(Random(f"{sort} {seed}"), corpus, 2, sort)
        if all(len(corpus.forms.get(word, ())) >= most for word in _tokens(query.typed))
    )
    yield from islice(frequent, each)


def _phrases(rng: Random, corpus: RealCorpus, size: int, sort: str) -> Iterator[Query]:
    """Yield words that stand side by side in some text, with all texts in which they do.

    What stands between them, a comma or the end of a sentence, is nothing to a search.
    """
    while True:
        words = _tokens(rng.choice(corpus.texts).text)
        at = rng.randint(0, len(words) - size)
        phrase = " ".join(words[at : at + size])
        told = (one for one, parts in corpus.said.items() if any(f" {phrase} " in p for p in parts))
        yield Query(sort, f"«{phrase}»", frozenset(told))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().translate(_SIGNS))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().translate(_SIGNS))
