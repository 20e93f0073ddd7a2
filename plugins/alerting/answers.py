"""What a person says of an alert, understood: level, words, beginning and end."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.council.dates import KYIV, Moment, instant, long_moment, over, parse_moment
from plugins.council.header import LEVELS, Level

NOW = ("", "зараз", "now")
NEVER = ("без кінця", "-")
LONGEST_TITLE = 120

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
_END = re.compile(r"(?P<word>[^\W\d_]*)[.!?…]+[»\")]*\s+(?=[^\W\d_]|\d)")
_SHORT = re.compile(
    "вул|просп|пр|пл|бул|бульв|пров|м|с|смт|буд|кв|корп|ім|тел|обл|р|рр|ст|п|год|хв|грн|тис|млн|"
    "т|д|о|див|напр",
    re.IGNORECASE,
)
"""Words that a full stop shortens: «на вул. Миру» is no sentence."""

NAMES: dict[str, Level] = {
    "до відома": "info", "увага": "warning", "небезпека": "danger",
    "надзвичайна ситуація": "emergency",
}  # fmt: skip
"""Levels as residents read them (theme/strings.yaml) → as the header says them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """An alert, complete: ``text`` may be empty when the title says all, ``ends`` unknown."""

    level: Level
    title: str
    text: str
    starts: datetime
    ends: Moment | None
    link: str = ""


def level_of(said: str) -> Level:
    """Read a level: its number, its name in either language or the beginning of one."""
    word = " ".join(said.lower().split())
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(LEVELS):
        return LEVELS[int(word) - 1]
    names: dict[str, Level] = {level: level for level in LEVELS} | NAMES
    found = {level for name, level in names.items() if word and name.startswith(word)}
    if len(found) != 1:
        known = ", ".join(f"{number} – {name}" for number, name in enumerate(NAMES, 1))
        raise ValueError(f"«{said}» не є рівнем. Напишіть номер або назву: {known}.")
    return found.pop()


def words_of(said: str) -> tuple[str, str]:
    """Split what is said into a title, its first sentence, and the rest."""
    words = " ".join(said.split())
    if not words:
        raise ValueError("тексту немає. Напишіть, що сталося і що робити людям.")
    ends = (end for end in _END.finditer(words) if not _SHORT.fullmatch(end["word"]))
    first = next(ends, None)
    title = words[: first.end()].strip() if first else words
    if len(title) > LONGEST_TITLE:
        raise ValueError(
            f"перше речення довше за {LONGEST_TITLE} знаків, а воно стане заголовком. Скоротіть "
            "його і поставте крапку."
        )
    return title.rstrip("."), words[len(title) :].strip()


def start_of(said: str, now: datetime) -> datetime:
    """Read when an alert begins: now, an hour of today, or a date with or without a time."""
    word = " ".join(said.lower().split())
    if word in NOW:
        return instant(now).replace(second=0, microsecond=0)
    if clock := _CLOCK.fullmatch(word):
        return _at(clock, instant(now))
    return instant(parse_moment(said))


def end_of(said: str, starts: datetime, now: datetime) -> Moment | None:
    """Read when an alert ends: an hour, the nearest after its beginning, a date, or «без кінця»."""
    word = " ".join(said.lower().split())
    if word in NEVER:
        return None
    if not word:
        raise ValueError(
            "не сказано, коли завершити. Напишіть час (18:00), дату з часом (2026-11-23 18:00) "
            "або «без кінця»."
        )
    ends: Moment
    if clock := _CLOCK.fullmatch(word):
        ends = _at(clock, max(starts, instant(now)))
        if ends <= max(starts, instant(now)):
            ends = _at(clock, ends + timedelta(days=1))
    else:
        ends = parse_moment(said)
    if over(ends) <= starts:
        raise ValueError(f"закінчується раніше, ніж починається ({long_moment(starts)}).")
    if over(ends) <= now:
        raise ValueError(f"час завершення вже минув ({long_moment(ends)}).")
    return ends


def _at(clock: re.Match[str], day: datetime) -> datetime:
    """Return an hour of a day in Kyiv."""
    written = f"{day:%Y-%m-%d} {int(clock[1]):02}:{clock[2]}"
    moment = parse_moment(written)
    assert isinstance(moment, datetime)
    return moment.astimezone(KYIV)
