"""Which verbs are a pair: «затвердити» is done once, «затверджувати» goes on.

Candidates only: the dictionary says which of them there are. All words are dictionary forms.
"""

from collections.abc import Iterable, Iterator

DONE, ONGOING = "perf", "impf"
SELF = "ся"

_ROOTS = (
    ("брати", "бирати"), ("слати", "силати"), ("звати", "зивати"), ("йняти", "ймати"),
    ("няти", "німати"), ("чати", "чинати"), ("мерти", "мирати"), ("йти", "ходити"),
    ("їхати", "їжджати"), ("лянути", "лядати"), ("вернути", "вертати"), ("гнати", "ганяти"),
    ("егти", "ігати"), ("екти", "ікати"), ("огти", "агати"),
)  # fmt: skip
"""What changes within the root."""

_PERFECTIVES = (
    ("лювати", ("ити", "лити")), ("ляти", ("ити", "лити")), ("ювати", ("ити", "яти", "їти")),
    ("яти", ("ити",)), ("джувати", ("дити", "джити")), ("джати", ("дити",)),
    ("щувати", ("стити", "тити", "щити", "скати")), ("щати", ("стити", "тити", "щити")),
    ("жувати", ("зити", "дити", "жити", "зати")), ("жати", ("зити", "дити", "жити")),
    ("шувати", ("сити", "шити", "сати", "хати")), ("шати", ("сити", "шити")),
    ("чувати", ("тити", "чити", "кати")), ("чати", ("тити", "чити")), ("овувати", ("увати",)),
    ("увати", ("ати", "нути", "ити")), ("вати", ("ти",)), ("ати", ("нути", "ити", "ти")),
    ("осити", ("ести",)), ("озити", ("езти",)), ("одити", ("ести",)),
    *((impf, (perf,)) for perf, impf in _ROOTS),
)  # fmt: skip

PREFIXES = ("по", "з", "с", "зі", "за", "на", "про", "ви", "у")
LEAST = 4  # letters of what a prefix leaves


def imperfectives(verb: str, forms: Iterable[str]) -> Iterator[str]:
    """Yield what may go on of which a perfective verb, with all its forms, is the end.

    «Оновити» has the form «оновлю», so it may be «оновлювати» or «оновляти».
    """
    own, tail = _cut(verb)
    yield from (one + tail for one in _of_infinitive(own))
    for form in forms:
        begun, sort = _cut(form)[0][:-1], _cut(form)[0][-1:]
        if sort == "ю":
            yield from (begun + ending + tail for ending in ("ювати", "яти"))
        elif sort == "у":
            yield from (begun + ending + tail for ending in ("увати", "ати"))
            start, vowel, rest = begun.rpartition("е")
            if vowel:  # принесу, привезу, проведу
                yield f"{start}о{rest}ити{tail}"


def _of_infinitive(verb: str) -> Iterator[str]:
    if not verb.endswith("ти"):
        return
    yield f"{verb[:-2]}вати"  # надати, відкрити, забути
    if verb.endswith("дати"):  # надати is not надувати
        return
    for ending, others in (
        ("увати", ("овувати",)), ("ати", ("увати",)), ("нути", ("ати", "увати", "вати")),
        *((perf, (impf,)) for perf, impf in _ROOTS),
    ):  # fmt: skip
        if verb.endswith(ending):
            yield from (verb[: -len(ending)] + other for other in others)


def perfectives(verb: str) -> Iterator[str]:
    """Yield what an imperfective verb may come to; ``imperfectives`` must give it back."""
    own, tail = _cut(verb)
    for ending, others in _PERFECTIVES:
        if own.endswith(ending) and len(own) > len(ending):
            yield from (own[: -len(ending)] + other + tail for other in others)


def without_prefix(verb: str) -> Iterator[str]:
    """Yield the verb of which a perfective one may be the end, and nothing else: «побудувати».

    A prefix that changes the meaning makes a pair of its own: «показати», «показувати».
    """
    for prefix in PREFIXES:
        if verb.startswith(prefix) and len(verb) >= len(prefix) + LEAST:
            yield verb[len(prefix) :]


def is_at_once(perfective: str, verb: str) -> bool:
    """Say whether it is done at one stroke: «стукнути». «Постукати» is the end of «стукати»."""
    return perfective == f"{verb.removesuffix('ати')}нути"


def _cut(form: str) -> tuple[str, str]:
    """Return a verb without «ся», and that."""
    own = form.removesuffix(SELF)
    return own, form[len(own) :]
