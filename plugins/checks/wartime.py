"""What is not shown in time of war: the checklist of an editor (law 389-VIII)."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem
from plugins.output import Written, rule

_SINCE = date(2022, 2, 24)
_STRIKE = (
    "влучан", "влучил", "влучив", "влучен", "приліт", "прильот", "прильоту", "обстріляв",
    "обстріляли", "обстріляно", "внаслідок обстріл", "під час обстріл", "після обстріл",
    "ракетний удар", "ракетного удар", "авіаудар", "вибух ", "вибухи ", "вибуху ", "уламк",
    "шахед", "удар бпла", "удару бпла", "удар дрон", "збито бпла", "збито дрон", "збито ракет",
)  # fmt: skip
_PLACE = (
    "вул.", "вулиц", "просп.", "проспект", "бульвар", "пров.", "мікрорайон", "буд.",
    "координат", "за адресою",
)  # fmt: skip
_FORCES = (
    "блокпост", "вогнева позиці", "вогневі позиці", "позиції ппо", "позиція ппо", "позиції зсу",
    "позиції військ", "роботи ппо", "роботу ппо", "робота ппо", "дислокаці", "військова колон",
    "військову колон", "колона військ", "колону військ", "колони військ", "укриття військ",
    "працює ппо", "працювала ппо", "працювало ппо",
    "рух військ", "руху військ", "руху колон", "розташування військ", "розташування підрозділ",
    "розташування ппо", "розміщення ппо",
    "військова частина розташ", "військової технік", "військова технік", "військову технік",
)  # fmt: skip
_CRITICAL = (
    "підстанці", "електростанці", " тец", "водозаб", "насосн", "котельн", "газорозподіл", "дамб",
)  # fmt: skip
_DAMAGED = ("пошкодж", "знищен", "зруйнов", "виведено з ладу", "виведена з ладу")
# One of these stands in each word of the three lists: most texts are asked for twenty, not sixty.
_STEMS = (
    "влуч", "прил", "обстріл", "удар", "вибух", "уламк", "шахед", "збито", "блокпост", "вогнев",
    "ппо", "зсу", "дислокаці", "військ", "колон", "розташування підр", "пошкодж", "знищен",
    "зруйнов", "з ладу",
)  # fmt: skip
_PICTURE = pattern(r"!\[[^\]\n]*\]|^ *-? *\{?(?:image_alt|file|alt|caption):.*$", re.M)
_PLACE_ON_MAP = pattern(
    r"(?:4[4-9]|5[0-2])(?<![0-9]{3})\.[0-9]{3,}[^0-9\n]{1,8}(?:2[2-9]|3[0-9]|40)\.[0-9]{3,}"
)
# A search that begins with one certain sign is quick: the dot, from which one looks back.
_MAY_BE_PLACE = pattern(r"\.(?<=(?:4[4-9]|5[0-2])\.)(?<![0-9]{3}\.)[0-9]{3}")
_SHOWN = 70  # characters of what was found


@rule(
    "wartime", excusable=True,
    says="Про удари, війська і критичні об’єкти пишуть з дозволу того, хто може його дати",
)  # fmt: skip
def somebody_allows_what_war_touches(written: Written) -> Iterator[Problem]:
    """Who has the right to allow it has seen what a text says of strikes, troops, critical objects.

    A warning: the program cannot tell what is known to the enemy, a named person can. The law
    389-VIII is no reason to close everything else (three-part test of 2939-VI art. 6(2)).

    Погано:  Ракета влучила у підстанцію на вул. Зразковій, 5
    Добре:   Сталася аварія в електромережі.
             allow: [{rule: wartime, reason: оприлюднено ОВА, approved_by: начальник відділу}]
    """
    if _is_older(written):
        return
    seen = written.holds(*_STEMS) and written.holds(*_STRIKE, *_FORCES, *_DAMAGED)
    found = dict(_touched(written.lower)) if seen else {}
    may_be_place = _MAY_BE_PLACE.search(written.shown)
    if may_be_place and (place := _PLACE_ON_MAP.search(written.shown)):
        found.setdefault("координати", (place.start(), place[0]))
    for what, (at, words) in found.items():
        shown = " ".join(words.split())
        shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
        message = (
            f"{what}: «{shown}». Покажіть тому, хто дозволяє такі публікації, "
            "і назвіть його в allow (rule: wartime)."
        )
        yield written.problem(at, message, "wartime", "warning")


def _touched(lower: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield what of the checklist a text touches, and where; the first place comes last."""
    start = len(lower)
    for paragraph in reversed(lower.split("\n\n")):
        start -= len(paragraph)
        strike = _first(paragraph, _STRIKE)
        damaged = strike if strike is not None else _first(paragraph, _DAMAGED)
        forces = _first(paragraph, _FORCES)
        if strike is not None and _first(paragraph, _PLACE) is not None:
            yield "місце удару", (start + strike, paragraph[strike:])
        if forces is not None:
            yield "розташування чи рух військ", (start + forces, paragraph[forces:])
        if damaged is not None and _first(paragraph, _CRITICAL) is not None:
            yield "стан критичного об’єкта", (start + damaged, paragraph[damaged:])
        for picture in _PICTURE.finditer(paragraph) if damaged is not None else ():
            if _first(picture[0], (*_STRIKE, *_DAMAGED)) is not None:
                yield "фото наслідків удару", (start + picture.start(), picture[0])
        start -= 2


def _first(text: str, words: tuple[str, ...]) -> int | None:
    """Return where the first of these words stands."""
    found = [at for word in words if (at := text.find(word)) >= 0]
    return min(found) if found else None


def _is_older(written: Written) -> bool:
    day = written.text.day if written.text else None
    return day is not None and day < _SINCE
