"""What is not shown in time of war: the checklist of an editor (law 389-VIII)."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.council.problem import Problem
from plugins.output import Written, rule

_SINCE = date(2022, 2, 24)
_STRIKE = (
    r"влуч(?:ан|ил|ив)\w*|при?л[іь]о?т\w*|прил[іь]т\w*|обстріл\w*|ракетн\w+ удар\w*|удар\w* (?:бпла|дрон|шахед)\w*"
    r"|авіаудар\w*|вибух\w*|уламк\w*|шахед\w*|збит\w+ (?:бпла|дрон|ракет)\w*"
)
_PLACE = r"(?:вул|просп|бульв|пров|мкр)\w*\.? ?[А-ЯІЇЄҐ«]|\bбуд(?:ин\w*|\.) ?№? ?\d|координат\w*|за адресою"
_FORCES = (
    r"блокпост\w*|вогнев\w+ позиці\w*|позиці\w+ (?:зсу|ппо|військ\w*)|розташуванн\w+ (?:військ|підрозділ)\w*"
    r"|маршрут\w+ (?:руху )?(?:військ|колон)\w*|військов\w+ колон\w*|робот\w+ ппо|укритт\w+ військов\w+"
    r"|місц\w+ дислокаці\w*|військов\w+ частин\w+ (?:розташован|на вул|за адресою)"
)
_CRITICAL = r"підстанці\w*|тец\b|тес\b|електростанці\w*|водозаб\w*|насосн\w+ станці\w*|котельн\w*|газорозподіл\w*|дамб\w*"
_DAMAGED = r"пошкодж\w+|знищен\w+|зруйнован\w+|виведен\w+ з ладу"

_MAY_BE = re.compile(
    r"влуч|прил[іь]|прильот|обстріл|удар|вибух|уламк|шахед|збит|блокпост|позиці|військ|ппо\b|дислокац"
    r"|пошкодж|знищ|зруйнов|[45]\d\.\d{3}",
    re.I,
)
_CHECKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?:{_STRIKE})[^\n]{{0,160}}?(?:{_PLACE})|(?:{_PLACE})[^\n]{{0,160}}?(?:{_STRIKE})", re.I), "місце удару"),
    (re.compile(rf"!\[[^\]\n]*(?:{_STRIKE}|{_DAMAGED})[^\]\n]*\]", re.I), "фото наслідків удару"),
    (re.compile(rf"^(?:image_alt|.*\balt|.*caption): ?.*(?:{_STRIKE})", re.I | re.M), "фото наслідків удару"),
    (re.compile(_FORCES, re.I), "розташування чи рух військ"),
    (re.compile(rf"(?:{_CRITICAL})[^\n.]{{0,80}}?(?:{_DAMAGED}|{_STRIKE})|(?:{_DAMAGED}|{_STRIKE})[^\n.]{{0,80}}?(?:{_CRITICAL})", re.I), "стан критичного об’єкта"),
    (re.compile(r"\b4[4-9]\.\d{3,}[°, ;NПпн.ш]{1,8}(?:[23]\d|40)\.\d{3,}|\b5[0-2]\.\d{3,}[°, ;N]{1,8}(?:[23]\d|40)\.\d{3,}"), "координати"),
)  # fmt: skip


@rule(
    "wartime", excusable=True,
    says="Місця і фото ударів, війська, критичні об’єкти бачить перед публікацією той, хто дозволяє",
)  # fmt: skip
def somebody_allows_what_war_touches(written: Written) -> Iterator[Problem]:
    """Who has the right to allow it has seen what a text says of strikes, troops, critical objects.

    A warning: the program cannot tell what is known to the enemy, a named person can. The law
    389-VIII is no reason to close everything else (three-part test of 2939-VI art. 6(2)).

    Погано:  Ракета влучила у підстанцію на вул. Зразковій, 5
    Добре:   Сталася аварія в електромережі.
             allow: [{rule: wartime, reason: оприлюднено ОВА, approved_by: начальник відділу}]
    """
    text = written.source
    if not _MAY_BE.search(text) or _is_older(written):
        return
    for pattern, what in _CHECKS:
        if found := pattern.search(text):
            shown = " ".join(found[0].split())
            yield written.problem(
                found.start(),
                f"{what}: «{shown if len(shown) <= 70 else shown[:70] + '…'}». Покажіть тому, хто дозволяє "
                "такі публікації, і назвіть його в allow (rule: wartime).",
                "wartime", "warning",
            )  # fmt: skip


def _is_older(written: Written) -> bool:
    day = written.text.day if written.text else None
    return day is not None and day < _SINCE
