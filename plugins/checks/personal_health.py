"""Finding what a text says of the health of a person whom it names (law 2297-VI, art. 7).

Acts on «осіб з інвалідністю» are many and are about nobody: a name must stand near, in the same
sentence. A doctor may be named beside a diagnosis too, so all of it is a warning.
"""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found

WHAT = "відомості про здоров’я людини"
_NEAR = 80  # characters between what is said and the name
_WORDS = ("діагноз", "інвалід", "хвор")
_GROUP = r"(?:[IІ]{1,3}|[1-3]|перш\w+|друг\w+|трет\w+)(?:-?[а-яіїє]{1,2})?[ \u00a0]груп\w+"
_GAP = "[ \u00a0]"
_SAID = pattern(
    rf"\bдіагноз\w*|\b{_GROUP}{_GAP}інвалідності|\bгруп\w+{_GAP}інвалідності"
    rf"|\bінвалід(?:а|у|ом|ність|ності|ністю)?(?:{_GAP}війни)?{_GAP}{_GROUP}"
    rf"|\bхвор(?:іє|ів|іла|а|ий|ого|ої){_GAP}на\b",
    re.I,
)
_CAPITAL = "А-ЯІЇЄҐ"
_SURNAME = rf"[{_CAPITAL}][\w’'ʼ-]+"
_INITIALS = rf"[{_CAPITAL}]\.[ \u00a0]?[{_CAPITAL}]\."
_PERSON = pattern(
    rf"{_SURNAME}[ \u00a0]{_INITIALS}|{_INITIALS}[ \u00a0]?{_SURNAME}"
    rf"|{_SURNAME}[ \u00a0][{_CAPITAL}][\w’'ʼ]+[ \u00a0][{_CAPITAL}][\w’'ʼ]*(?:[иі]ч|[ії]вн)\w*"
    rf"|[{_CAPITAL}][а-яіїєґ’'ʼ]+[ \u00a0](?!ЕКОПФО|УПСЗН)[{_CAPITAL}’'ʼ-]{{5,}}\b"
)
_OF_MANY = pattern(
    r"\b(?:ос(?:іб|обам|обами|обах)|люд(?:ей|ям|ьми|и)|діт(?:ей|ям|и|ьми)|громадян(?:ам|ами|и)?"
    r"|пенсіонер(?:ів|ам|и)|ветеран(?:ів|ам|и)|військовослужбовц(?:ів|ям|і)|працівник(?:ів|ам|и)"
    r"|(?:хто|які|яким|котрі)\b)[^.;\n]{0,40}$",
    re.I,
)
_SENTENCE_ENDS = pattern(
    rf"[^\W\d_]{{4,}}[.!?…»)]*[.!?…]\s+[{_CAPITAL}«]|;|\n\s*(?:\n|[-*|#<>]|\d+[.)])"
)


def health(text: str, lower: str) -> Iterator[Found]:
    """Yield what is said of the health of a named person, once for each name."""
    if not any(word in lower for word in _WORDS):
        return
    for said in _SAID.finditer(text):
        if not _OF_MANY.search(text, max(0, said.start() - _NEAR), said.start()):
            yield from _named(text, said)


def _named(text: str, said: re.Match[str]) -> Iterator[Found]:
    start, end = max(0, said.start() - _NEAR), said.end() + _NEAR
    for person in _PERSON.finditer(text, start, end):
        between = text[min(person.end(), said.end()) : max(person.start(), said.start())]
        if not _SENTENCE_ENDS.search(between):
            yield Found(said.start(), WHAT, said[0], sure=False)
            return


def of_row(said: str, row: str) -> Iterator[Found]:
    """Yield what a row of a table tells of a person's health; ``said`` is what its heads say."""
    if (head := _SAID.search(said)) and _PERSON.search(row):
        yield Found(0, WHAT, head[0], sure=False)
