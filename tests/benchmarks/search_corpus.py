"""A corpus with many words: lexemes of the dictionary in random forms, as often as words are.

The corpus of `make bench` repeats some hundred words, so its search would prove nothing.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import accumulate, islice
from random import Random
from typing import Any

from tests.benchmarks.corpus import LAST
from tests.benchmarks.document import Document, Kind

LEXEMES = 12_000
WORDS = (60, 220)  # of a text
TITLE = (4, 8)  # words of a title
PARTS = ("NOUN", "ADJF", "VERB")
_WORD = re.compile("[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя']{4,}")


@dataclass(frozen=True)
class Words:
    """Lexemes, each as all its forms, the frequent ones first."""

    lexemes: tuple[tuple[str, ...], ...]

    @cached_property
    def sums(self) -> list[float]:
        """Of a word at place n its share is 1 / (n + 50)."""
        return list(accumulate(1 / (at + 50) for at in range(len(self.lexemes))))

    def form(self, rng: Random) -> str:
        """Return a word in some form."""
        at = bisect(self.sums, rng.random() * self.sums[-1])
        return rng.choice(self.lexemes[min(at, len(self.lexemes) - 1)])


def make_words(analyzer: Any, seed: int = 4) -> Words:
    """Return lexemes of the dictionary, chosen at random."""
    rng = Random(seed)
    found: dict[str, tuple[str, ...]] = {}
    known = [word for word, *_ in islice(analyzer.dictionary.iter_known_words(""), 0, None, 101)]
    rng.shuffle(known)
    for word in known:
        parse = analyzer.parse(word)[0]
        if str(parse.tag.POS) in PARTS and _WORD.fullmatch(parse.normal_form):
            forms = tuple(dict.fromkeys(form.word for form in parse.lexeme))
            if all(map(_WORD.fullmatch, forms)) and len(forms) > 3:
                found.setdefault(parse.normal_form, forms)
        if len(found) == LEXEMES:
            break
    return Words(tuple(found.values()))


def make_texts(words: Words, size: int, seed: int = 4) -> Iterator[Document]:
    """Yield ``size`` texts of words that mean nothing."""
    for serial in range(size):
        rng = Random(f"{seed} {serial}")
        title = " ".join(words.form(rng) for _ in range(rng.randint(*TITLE))).capitalize()
        text = ". ".join(
            " ".join(words.form(rng) for _ in range(rng.randint(6, 16))).capitalize()
            for _ in range(rng.randint(*WORDS) // 11)
        )
        yield document(serial, size, title, f"{text}.")


def document(serial: int, size: int, title: str, text: str) -> Document:
    """Return a text in its place among ``size`` of them: two acts for each piece of news."""
    day = LAST - timedelta(days=(size - serial) * 2000 // size)
    kind: Kind = "news" if serial % 3 == 0 else "acts"
    number = f"{serial // 40 + 1}/VIII-{serial}"
    slug = f"{serial // 40 + 1}-viii-{serial}"
    name = f"miska-rada-{slug}" if kind == "acts" else f"novyna-{serial}"
    address = (
        f"/dokumenty/miska-rada/rishennia/{day.year}/{slug}/"
        if kind == "acts"
        else f"/novyny/{day.year}/{name}/"
    )
    return Document(
        kind=kind, path=f"{kind}/{day.year}/{name}.md", address=address, title=title,
        summary="", moment=day, topics=(), text=f"{text}\n",
        body="miska-rada" if kind == "acts" else "", act_kind="rishennia",
        number=number if kind == "acts" else "",
    )  # fmt: skip
