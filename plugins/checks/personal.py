"""Finding personal data in a plain text (law 2297-VI; law 2939-VI art. 6): numbers of persons."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.checks.pattern import pattern
from plugins.checks.personal_numbers import (
    is_card,
    is_iban,
    is_of_a_person,
    is_rnokpp,
    is_treasury,
    is_unzr,
    masked,
)


class Found(NamedTuple):
    """Something personal: where it stands, what it is in Ukrainian, how it is shown."""

    offset: int
    what: str
    shown: str
    sure: bool = True


# Digits with what may stand between the groups of one number. Days and hours, most of all long
# runs of digits, are numbers of nobody.
_CLUSTER = pattern("[0-9][0-9 \u00a0\u2009\u202f\\-–—‑−]{4,}[0-9]")
_DAY = pattern(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?: [0-2][0-9])?")
_SHORTEST = 6  # digits: of a passport

_NEAR = 120  # characters before in which a word says what a number is
_AFTER = 30  # … and after: «3184710691, платник податків»
_ADDRESS = pattern(r"https?://\S+|www\.\S+|\]\((?:<[^>\n]*>|[^)\s]*)")  # a title is read
_RUNS = pattern("[0-9]{6,}")
_GROUPS = pattern("[0-9][ \u00a0\u202f][0-9]")
_GROUPED = pattern(r"[0-9]{2,6}([ \u00a0\u202f-])[0-9]{2,6}(?:\1[0-9]{2,6})*")
_SPLIT = "[ \u00a0\u2009\u202f./|*_\\-–—]"

_RNOKPP_SAID = pattern(
    r"рнокпп|ідентиф\w* (?:номер|код)|\bіпн\b|податк\w* (?:номер|картк)|платника податків"
    r"|код\w* платника",
    re.I,
)
_TEN = pattern(r"(?<![0-9+№/.,:=-])(?<!№[ \u00a0])[0-9]{10}(?![0-9:]|[.,][0-9])")
_TEN_SPLIT = pattern(rf"(?<![0-9])[0-9](?:{_SPLIT}{{0,3}}[0-9]){{9}}(?![0-9])")
_TEN_GROUPED = pattern(
    r"(?<![0-9+№/.,:-])(?<![0-9][ \u00a0])"
    r"[0-9]{2,6}(?:([ \u00a0\u202f-])[0-9]{2,6})(?:\1[0-9]{2,6})*"
    r"(?![0-9]|[ \u00a0][0-9]|[.,:/][0-9])"
)
_YEAR = pattern(r"(?:19|20)[0-9][0-9]")

_PASSPORT_SAID = pattern(r"паспорт|серії?\b|громадян(?:ин|к)|виданий|видано", re.I)
_PASSPORT_NEAR = pattern(r"паспорт", re.I)
_PASSPORT = pattern(
    r"(?<![\w-])([АВЕКМНРСТABEKMHPCT][А-ЯІЇЄA-Z])[ \u00a0]?(?:№|N|No)?[ \u00a0]?"
    r"(?:номер[ \u00a0])?([0-9]{2}[ \u00a0]?[0-9]{2}[ \u00a0]?[0-9]{2}|[0-9]{3}[ \u00a0][0-9]{3})"
    r"(?![\w-]|[ \u00a0][0-9]|[.,/][0-9])"
)
_FOREIGN_PASSPORT = pattern(
    r"(?<![\w-])[A-ZА-ЯІЇЄ]{2}[ \u00a0]?(?:№ ?)?[0-9]{6}(?![\w-]|[.,/][0-9])"
)
_WORDS = ("НА", "НЕ", "ТА", "ТЕ", "МИ", "ВИ", "АТ", "КП", "КМ", "СТ")
_AMOUNT = pattern(r"[ \u00a0](?:грн|грив|тис|млн|осіб|люд|шт|кв|га|м[²³]?\b|км|т\b|тонн|рок)", re.I)
_ID_SAID = pattern(r"(?:id|ід|ай-?ді)[- ‑]?карт|паспорт|посвідчує особу", re.I)
_NINE = pattern(
    r"(?<![0-9+№/.,:-])(?:№ ?)?[0-9]{3}[ \u00a0]?[0-9]{3}[ \u00a0]?[0-9]{3}"
    r"(?![0-9-]|[ \u00a0][0-9]|[.,/:][0-9])"
)
_UNZR_SAID = pattern(r"унзр|демографічн", re.I)
_UNZR = pattern(r"(?<![0-9-])(?:19|20)[0-9]{6}[ \u00a0]?[-–—‑−][ \u00a0]?[0-9]{5}(?![0-9-])")
_UNZR_SPACED = pattern(r"(?<![0-9-])(?:19|20)[0-9]{6}[ \u00a0][0-9]{5}(?![0-9-])")
_UNZR_BARE = pattern(r"(?<![0-9])(?:19|20)[0-9]{11}(?![0-9])")
_IBAN = pattern(r"(?<![A-Za-zА-яІі])[UuУ][AaА](?:[ \u00a0-]?[0-9]){27}(?![0-9])")
_CARD = pattern(
    r"(?<![0-9.,/:=-])(?<![0-9][ \u00a0])"
    r"[3-6][0-9]{3}([ \u00a0-]?)[0-9]{4}\1[0-9]{4}\1[0-9]{4}"
    r"(?![0-9]|[ \u00a0-][0-9]|[.,/:][0-9])"
)
_DASHED = pattern("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}")
_CARD_SAID = pattern(r"картк|банк|privat|mono", re.I)
_ENTITY = pattern(
    r"\b(?:КП|КНП|КУ|ТОВ|АТ|ПАТ|ПрАТ|БО|БФ|ГО|ОСББ|ДП|ТДВ)\b|єдрпоу|підприємств|товариств|фонд"
    r"|закла[дн]|установ|організаці|управлінн|департамент|казначей",
    re.I,
)


def numbers(text: str, lower: str) -> Iterator[Found]:
    """Yield the numbers that belong to persons; ``lower`` is the text in small letters."""
    said = _holds(lower, "рнокпп", "іпн", "ідентиф", "податк")  # then any sign may split it
    if not said and not any(map(_may_be_personal, _CLUSTER.findall(text))):
        return
    lengths = {len(run) for run in _RUNS.findall(text)}
    if _GROUPS.search(text) or _holds(lower, "рнокпп", "іпн"):
        lengths |= {sum(map(str.isdecimal, one[0])) for one in _GROUPED.finditer(text)}
    longest = max(lengths, default=0)
    if 10 in lengths or said:
        yield from _rnokpp(text)
    if 6 in lengths or _holds(lower, "паспорт", "серії"):
        yield from _passports(text, "паспорт" in lower)
    if 9 in lengths and _holds(lower, "карт", "паспорт", "посвідчу"):
        yield from _id_cards(text)
    if longest >= 8:
        yield from _unzr(text)
    if _holds(lower, "ua", "уа", "uа", "уa"):
        yield from _accounts(text)
    if 16 in lengths or _DASHED.search(text):
        yield from _cards(text)


def _may_be_personal(cluster: str) -> bool:
    return sum(map(str.isdecimal, cluster)) >= _SHORTEST and not _DAY.fullmatch(cluster)


def _holds(lower: str, *words: str) -> bool:
    return any(word in lower for word in words)


_IN_QUERY = pattern(
    r"[?&;#/](?:[\w-]{1,30}[_-])?(?:inn|itn|ipn|tin|rnokpp|rnkpp|drfo|tax_?(?:id|code)|іпн|рнокпп)"
    r"(?:=|%3D|/)([0-9]{10})(?![0-9])",
    re.I,
)
_WEB = pattern(r"(?:https?://|www\.|\]\(</?|\]\(/)\S+")  # a file of ours is told by its own name
_IN_ADDRESS = pattern(r"(?<![0-9])([0-9]{10})(?![0-9])")


def in_addresses(text: str) -> Iterator[Found]:
    """Yield the numbers of persons in web addresses; one that no word names may be a moment."""
    if "://" not in text and "?" not in text and "](/" not in text:
        return
    what = "РНОКПП (ідентифікаційний номер) в адресі"
    sure = {found.start(1): found for found in _IN_QUERY.finditer(text)}
    asked = {
        found.start(1): found
        for address in _WEB.finditer(text)
        for found in _IN_ADDRESS.finditer(text, *address.span())
    }
    for at, found in sorted({**asked, **sure}.items()):
        if is_rnokpp(found[1]):
            yield Found(at, what, masked(found[1]), at in sure)


def blank_addresses(text: str) -> str:
    """Put spaces where web addresses and paths stand: their numbers are nobody's."""
    if "://" not in text and "](" not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


def _said(said: re.Pattern[str], text: str, at: int, near: int = _NEAR) -> bool:
    return said.search(text, max(0, at - near), at) is not None


def _digits(written: str) -> str:
    return "".join(str(int(sign)) for sign in written if sign.isdecimal())


def _rnokpp(text: str) -> Iterator[Found]:
    what = "РНОКПП (ідентифікаційний номер)"
    seen: set[int] = set()
    for found in _TEN.finditer(text):
        digits = _digits(found[0])
        said = _said(_RNOKPP_SAID, text, found.start())
        if (is_rnokpp(digits) and not _AMOUNT.match(text, found.end())) or said:
            seen.add(found.start())
            yield Found(found.start(), what, masked(found[0]), is_rnokpp(digits))
    for found in _TEN_GROUPED.finditer(text):
        groups = re.split(r"\D", found[0])
        digits = "".join(groups)
        plain = len(groups) > 1 and not _YEAR.fullmatch(groups[0])
        if len(digits) == 10 and plain and is_rnokpp(digits):
            seen.add(found.start())
            yield Found(found.start(), what, masked(found[0]))
    if not _RNOKPP_SAID.search(text):
        return
    for found in _TEN_SPLIT.finditer(text):
        after = _RNOKPP_SAID.search(text, found.end(), found.end() + _AFTER) is not None
        said = after or _said(_RNOKPP_SAID, text, found.start(), 300)
        if said and found.start() not in seen and is_rnokpp(_digits(found[0])):
            yield Found(found.start(), what, masked(found[0]))


def _passports(text: str, named: bool) -> Iterator[Found]:
    seen: set[int] = set()
    for found in _PASSPORT.finditer(text):
        seen.add(found.start())
        said = _said(_PASSPORT_SAID, text, found.start())
        shouted = re.search(
            r"[А-ЯІЇЄ]{2}[ \u00a0]$", text[max(0, found.start() - 3) : found.start()]
        )
        counted = _AMOUNT.match(text, found.end())
        split = len(found[2]) > 6
        is_word = found[1].upper() in _WORDS
        if said or not (shouted or counted or split or is_word):
            yield Found(found.start(), "номер паспорта", masked(found[0]), said)
    for found in _FOREIGN_PASSPORT.finditer(text) if named else ():
        if found.start() not in seen and _said(_PASSPORT_NEAR, text, found.start(), 40):
            yield Found(found.start(), "номер паспорта", masked(found[0]))


def _id_cards(text: str) -> Iterator[Found]:
    for found in _NINE.finditer(text):
        if _said(_ID_SAID, text, found.start(), 60):
            yield Found(found.start(), "номер паспорта (ID-картки)", masked(found[0]))


def _unzr(text: str) -> Iterator[Found]:
    for found in _UNZR.finditer(text):
        if is_unzr(_digits(found[0])):
            yield Found(found.start(), "УНЗР", masked(found[0]))
    for found in (*_UNZR_BARE.finditer(text), *_UNZR_SPACED.finditer(text)):
        if is_unzr(_digits(found[0])) and _said(_UNZR_SAID, text, found.start()):
            yield Found(found.start(), "УНЗР", masked(found[0]))


def _accounts(text: str) -> Iterator[Found]:
    for found in _IBAN.finditer(text):
        account = "UA" + _digits(found[0])
        if not is_iban(account):
            what = "рахунок з помилкою: контрольне число не збігається"
            yield Found(found.start(), what, masked(found[0]), False)
        elif not is_treasury(account):
            around = text[max(0, found.start() - 200) : found.end() + 80]
            private = is_of_a_person(account)
            if private or not _ENTITY.search(around):
                yield Found(found.start(), "приватний рахунок (IBAN)", masked(found[0]))


def _cards(text: str) -> Iterator[Found]:
    for found in _CARD.finditer(text):
        right = is_card(_digits(found[0]))
        if right or _said(_CARD_SAID, text, found.start(), 60):
            yield Found(found.start(), "номер платіжної картки", masked(found[0]), right)
