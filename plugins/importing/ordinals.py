"""Numbers of sessions and convocations as documents write them: «LXII», «62», «шістдесят друга»."""

import re

from plugins.council.numbers import normalise_number

_ONES = (
    "перш", "друг", "трет", "четверт", "п’ят", "шост", "сьом", "восьм", "дев’ят", "десят",
    "одинадцят", "дванадцят", "тринадцят", "чотирнадцят", "п’ятнадцят", "шістнадцят",
    "сімнадцят", "вісімнадцят", "дев’ятнадцят",
)  # fmt: skip
_TENS = {
    "двадцят": 20, "тридцят": 30, "сорок": 40, "п’ятдесят": 50, "шістдесят": 60,
    "сімдесят": 70, "вісімдесят": 80, "дев’яност": 90, "сот": 100,
}  # fmt: skip
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ENDING = re.compile(r"(?:ого|ої|ий|ій|ому|ьо[їго]+|а|я|і|у|ю|є|й|ї)$")


def number_of(words: str) -> int | None:
    """Return the number that «восьмого», «VІІІ», «62-га» or «сорок п’ята» means, else nothing."""
    text = words.strip().lower().replace("'", "’").replace("ʼ", "’")
    if found := re.fullmatch(r"(\d{1,3})(?:-?[а-яіїє’]{1,3})?", text):
        return int(found[1])
    roman = normalise_number(words.strip().upper())
    if re.fullmatch(r"[IVXLC]+", roman):
        return _arabic(roman)
    return _spoken(text.split())


def _arabic(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _spoken(words: list[str]) -> int | None:
    *before, last = words or [""]
    stem = _ENDING.sub("", last)
    if before and before[-1] in _TENS and stem in _ONES[:9]:
        return _TENS[before[-1]] + _ONES.index(stem) + 1
    if before:
        return None
    if stem in _ONES:
        return _ONES.index(stem) + 1
    return _TENS.get(stem)
