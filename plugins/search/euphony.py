"""One word begun in two ways, as the word before it ends: «упровадити» is «впровадити».

The orthography of 2019, §§ 23 and 24. The dictionary says of which words there are both.
"""

_PAIRS = {"у": "в", "і": "й"}
_OTHERS = {usual: other for other, usual in _PAIRS.items()}
_VOWELS = "аеєиіїоуюяь'"
_NOT_ONE = ("дач", "клад", "клас", "прав", "раж", "раз", "ступ")
"""«Вдача» is not «удача», «вклад» not «уклад», «вправа» not «управа», «враження» not «ураження»,
«вступ» not «уступ»."""


def usual(word: str) -> str:
    """Return a word in «у» or «і» as it begins after a vowel; nothing if it does not."""
    return _begun(word, _PAIRS)


def other(word: str) -> str:
    """Return a word in «в» or «й» as it begins after a consonant."""
    return _begun(word, _OTHERS)


def _begun(word: str, pairs: dict[str, str]) -> str:
    first, rest = word[:1], word[1:]
    if first not in pairs or len(rest) < 2 or rest[0] in _VOWELS or rest.startswith(_NOT_ONE):
        return ""
    return pairs[first] + rest
